// SPDX-License-Identifier: EPL-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverCommand, settings } from '../../src/launch.ts';

const java = { executable: '/jdk/bin/java', level: 21 };

test('settings that are not set, or no text, are blank', () => {
  const given: Record<string, unknown> = { 'java.home': ' /jdk ', 'server.jar': 3 };
  assert.deepEqual(settings((name) => given[name]), { javaHome: '/jdk', serverJar: '' });
});

test('the jar that came along is started with an archive of its own', () => {
  const { command, args } = serverCommand(
    java,
    { javaHome: '', serverJar: '' },
    '/ext/server/infra.jar',
    '/store',
    '0.1.0',
  );
  assert.equal(command, '/jdk/bin/java');
  assert.ok(args.includes('-XX:SharedArchiveFile=/store/infra-0.1.0-java21.jsa'));
  assert.deepEqual(args.slice(-3), ['-jar', '/ext/server/infra.jar', 'lsp']);
});

test('another jar, which may change at any time, is started without one', () => {
  const { args } = serverCommand(
    java,
    { javaHome: '', serverJar: '/mine/infra.jar' },
    '/ext/server/infra.jar',
    '/store',
    '0.1.0',
  );
  assert.ok(!args.some((arg) => arg.includes('Archive')));
  assert.deepEqual(args.slice(-3), ['-jar', '/mine/infra.jar', 'lsp']);
});

test('Java says nothing on its standard output', () => {
  const { args } = serverCommand(java, { javaHome: '', serverJar: '' }, 'j', '/s', '1');
  assert.ok(args.indexOf('-Xlog:disable') < args.indexOf('-Xlog:all=error:stderr'));
});
