import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IGrammar } from 'vscode-textmate';
import { parseBrief } from '../../src/core';
import { isIn, loadGrammar, tokenize } from './tokenize';

describe('The grammar and the engine', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  for (const name of readdirSync('samples').filter((name) => /\.brief(\.md)?$/.test(name))) {
    it(`see the same citations in ${name}`, () => {
      const text = readFileSync(join('samples', name), 'utf8');
      const tokens = tokenize(grammar, text);
      const brief = parseBrief(text);
      const coloured = tokens.filter((token) => isIn(token, 'meta.citation')).map(({ start, end }) => ({ start, end }));
      const read = brief.citations
        .filter((citation) => citation.form !== 'key-number')
        .map(({ span }) => span)
        .sort((a, b) => a.start - b.start);
      assert.deepEqual(stretchesOf(text, coloured), stretchesOf(text, read));
    });

    it(`see the same figure references in ${name}`, () => {
      const text = readFileSync(join('samples', name), 'utf8');
      const coloured = tokenize(grammar, text).filter((token) => isIn(token, 'meta.figure-reference'));
      const read = parseBrief(text).figureReferences.map(({ span }) => span);
      assert.deepEqual(stretchesOf(text, coloured), stretchesOf(text, read));
    });
  }
});

/** Spans in order, those that touch as one, each with its text. */
function stretchesOf(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged.map(({ start, end }) => `${start}: ${text.slice(start, end)}`);
}
