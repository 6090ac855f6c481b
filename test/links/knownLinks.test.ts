import assert from 'node:assert/strict';
import { decodeResults, encodeResults, type LinkResult, type LinkState, stillKnown } from '../../src/links';

const HOUR = 60 * 60 * 1000;
const result = (state: LinkState, at: number): LinkResult => ({
  url: `https://${state}.org/`,
  state,
  status: null,
  reason: null,
  movedTo: null,
  at,
});

describe('What is kept of links', () => {
  const holds = (state: LinkState, age: number) => stillKnown([result(state, 0)], age).size === 1;

  it('holds for a day where a page is there, and for an hour where it is not', () => {
    for (const state of ['ok', 'redirected', 'moved'] as const) {
      assert.ok(holds(state, 23 * HOUR), state);
      assert.ok(!holds(state, 24 * HOUR), state);
    }
    for (const state of ['dead', 'blocked'] as const) {
      assert.ok(holds(state, HOUR - 1), state);
      assert.ok(!holds(state, HOUR), state);
    }
  });

  it('is nothing of what could not be found out, nor of a day to come', () => {
    for (const state of ['unreachable', 'unchecked'] as const) assert.ok(!holds(state, 0), state);
    assert.ok(!holds('ok', -1));
  });

  it('is nothing of a host that was not found, as this machine may have been offline', () => {
    assert.equal(stillKnown([{ ...result('dead', 0), reason: 'name' }], 1).size, 0);
  });

  it('is read as it was written', () => {
    const dead = { ...result('dead', 1), archived: { url: 'https://web.archive.org/web/1/x', date: '2025-08-07' } };
    assert.deepEqual(decodeResults(encodeResults([result('ok', 2), dead])), [result('ok', 2), dead]);
  });

  it('is nothing where it is damaged', () => {
    for (const written of ['', '{', 'null', '[]', '{"version":1}', '{"version":2,"results":[]}'])
      assert.deepEqual(decodeResults(written), [], written);
    const broken = [1, null, {}, { ...result('ok', 1), state: 'fine' }, { ...result('ok', 1), at: 'now' }];
    assert.deepEqual(decodeResults(JSON.stringify({ version: 1, results: broken })), []);
    const dated = ['soon', '2025-13-41', '2025'].map((date) => ({
      ...result('dead', 1),
      archived: { url: 'x', date },
    }));
    assert.deepEqual(decodeResults(JSON.stringify({ version: 1, results: dated })), []);
  });
});
