// SPDX-License-Identifier: EPL-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forWebview, isReport, notice } from '../../src/reportPage.ts';

test('a report in a panel loads nothing and follows the theme', () => {
  const page = forWebview('<html><head><title>$&</title></head><body class="a"><p>x</p></body></html>');
  assert.match(page, /^<html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none';/);
  assert.match(page, /<title>\$&<\/title>/);
  assert.match(page, /<body class="a"><style>[^]*dataset\.theme[^]*<\/script><p>x<\/p><\/body>/);
});

test('an answer without a page is no report', () => {
  assert.ok(isReport({ html: '<html></html>' }));
  assert.ok(!isReport({ html: null, message: 'no evaluate' }));
  assert.ok(!isReport(null));
});

test('a notice shows its words as they are', () => {
  assert.match(notice('a < b & c'), /<p>a &lt; b &amp; c<\/p>/);
});
