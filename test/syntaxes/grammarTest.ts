import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { fixture } from '../fixture';
import { isIn, loadGrammar, type Token, tokenize } from './tokenize';

const CITATION = 'constant.other.reference.citation.brief';

/** Loads our grammar before the tests of the suite that calls this, and asks it about texts. */
export function useGrammar() {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });
  return {
    holds: (annotated: string) => holds(grammar, annotated),
    allIn: (text: string, scope: string) => allIn(grammar, text, scope),
    /** The ids that are coloured as cited. */
    ids: (text: string) =>
      tokenize(grammar, text)
        .filter((token) => isIn(token, CITATION))
        .map((token) => token.text),
  };
}

/**
 * Checks a text whose annotations name scopes: all of what is underlined is in each of them, and in none that
 * stands after a `-`.
 */
function holds(grammar: IGrammar, annotated: string): void {
  const { text, expected } = fixture(annotated);
  assert.ok(expected.length > 0, 'the fixture has an annotation');
  const tokens = tokenize(grammar, text);
  for (const { start, end, label } of expected) {
    const under = tokens.filter((token) => token.start < end && token.end > start);
    assert.ok(under.length > 0, `something stands above "${label}"`);
    for (const token of under) {
      for (const scope of label.split(/\s+/)) {
        const unwanted = scope.startsWith('-');
        const what = `${JSON.stringify(token.text)} in ${token.scopes.join(' ')}`;
        assert.equal(isIn(token, unwanted ? scope.slice(1) : scope), !unwanted, `${scope}: ${what}`);
      }
    }
  }
}

/** The texts that are in a scope, each run of tokens as one. */
function allIn(grammar: IGrammar, text: string, scope: string): string[] {
  const runs: string[] = [];
  let last: Token | undefined;
  for (const token of tokenize(grammar, text)) {
    const inside = isIn(token, scope);
    if (inside && last && last.end === token.start) runs.push(`${runs.pop() ?? ''}${token.text}`);
    else if (inside) runs.push(token.text);
    last = inside ? token : undefined;
  }
  return runs;
}
