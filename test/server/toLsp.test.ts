import assert from 'node:assert/strict';
import { indexLines, type Problem } from '../../src/core';
import { toDiagnostic } from '../../src/server/diagnostics/toLsp';
import { type PositionEncoding, positionsIn } from '../../src/server/documents/positions';

const TEXT = '稀土 [1]\n';
const RANGE = { start: { line: 3, character: 4 }, end: { line: 3, character: 9 } };
const PROBLEM: Problem = {
  rule: 'source/duplicate-id',
  severity: 'error',
  message: 'Source 1 is declared twice.',
  span: { start: 3, end: 6 },
  related: [{ message: 'Here.', span: { start: 0, end: 0 }, elsewhere: { uri: 'file:///refs.bib', range: RANGE } }],
};

describe('A diagnostic', () => {
  const relatedIn = (encoding: PositionEncoding) => {
    const positions = positionsIn(TEXT, indexLines(TEXT), encoding);
    return toDiagnostic({ uri: 'file:///a.brief', positions }, PROBLEM).relatedInformation;
  };

  it('names places of other files as they are', () => {
    assert.deepEqual(relatedIn('utf-16'), [{ message: 'Here.', location: { uri: 'file:///refs.bib', range: RANGE } }]);
  });

  it('names their lines where the client counts bytes, for which the text would have to be there', () => {
    const lines = { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } };
    assert.deepEqual(relatedIn('utf-8'), [{ message: 'Here.', location: { uri: 'file:///refs.bib', range: lines } }]);
  });
});
