// SPDX-License-Identifier: EPL-2.0
// The TextMate grammar against the lexer: each word of some texts has a scope that befits it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

/** What the lexer takes a word for, and the scopes that such a word may have. */
const BEFITTING: Readonly<Record<string, RegExp>> = {
  keyword: /^(keyword\.control|constant\.language)\b/,
  name: /^(entity\.name\.|variable\.|support\.function|storage\.type\.annotation)/,
  attribute: /^variable\.other\.property\b/,
  block: /^entity\.name\.(tag\.block|section|type)\b/,
  unit: /^keyword\.other\.unit\b/,
  number: /^(constant\.numeric|keyword\.other\.unit)\b/,
  string: /^string\.quoted\b/,
  comment: /^comment\.line\b/,
};

const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
await oniguruma.loadWASM(readFileSync(wasm));
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: () => Promise.resolve(null),
});
const path = 'syntaxes/infra.tmLanguage.json';
const grammar = await registry.addGrammar(
  textmate.parseRawGrammar(readFileSync(path, 'utf8'), path),
);

interface Lexed {
  readonly lines: readonly { readonly line: string; readonly tokens: string }[];
}

/** The scopes at each column of each line. */
function* coloured(lines: Lexed['lines']): Generator<(column: number) => string> {
  let state = textmate.INITIAL;
  for (const { line } of lines) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    yield (column) =>
      tokens.find((t) => t.startIndex <= column && column < t.endIndex)?.scopes.at(-1) ?? '';
  }
}

for (const file of readdirSync('test/lexed').filter((name) => name.endsWith('.json'))) {
  test(`colours of ${file} befit what the lexer says`, () => {
    const { lines } = JSON.parse(readFileSync(`test/lexed/${file}`, 'utf8')) as Lexed;
    const scopes = coloured(lines);
    const misfits: string[] = [];
    let words = 0;
    lines.forEach(({ line, tokens }, row) => {
      const at = scopes.next().value as (column: number) => string;
      for (const token of tokens.split(/ \| (?=\d+:[a-z]+:)/).filter((t) => t !== '')) {
        const [, column, type] = /^(\d+):([a-z]+):/.exec(token) ?? [];
        const scope = at(Number(column));
        words++;
        if (BEFITTING[type ?? '']?.test(scope) !== true) {
          misfits.push(`${row + 1}: ${token} is ${scope}\n    ${line}`);
        }
      }
    });
    assert.deepEqual(misfits, []);
    assert.ok(words > 100, `only ${words} words were looked at`);
  });
}
