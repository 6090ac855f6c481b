import assert from 'node:assert/strict';
import { readMessage, readState } from '../../src/extension/preview/fromPage';

const SHOWN = 'file:///briefs/a.brief';

describe('a message from the page', () => {
  it('is read if it is one of ours', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'reveal', uri: SHOWN, line: 3, character: 0 },
      { type: 'reveal', uri: SHOWN, line: 3, character: 0, by: 'double-click' },
      { type: 'open', uri: SHOWN, href: 'https://example.org' },
      { type: 'stale', uri: SHOWN },
      { type: 'copied', uri: SHOWN, done: true },
      { type: 'loadWebImages', uri: SHOWN },
      { type: 'scrolled', uri: SHOWN, line: 12 },
      { type: 'card', uri: SHOWN, id: 'card-1-abc' },
      { type: 'passage', uri: SHOWN, way: 'copy', source: '1', passage: 2, start: 0, end: 5 },
      { type: 'task', uri: SHOWN, line: 3, version: 7, done: true },
      { type: 'look', uri: SHOWN, look: { review: true, filter: 'doubt' } },
    ])
      assert.deepEqual(readMessage(message, SHOWN), message);
  });

  it('loses what does not belong to it', () => {
    const message = { type: 'scrolled', uri: SHOWN, line: 1, command: 'x' };
    assert.deepEqual(readMessage(message, SHOWN), { type: 'scrolled', uri: SHOWN, line: 1 });
  });

  it('is dropped if it has another shape, another type, or is about another document', () => {
    for (const message of [
      null,
      undefined,
      'ready',
      [],
      {},
      Object.create({ type: 'ready' }),
      { type: 'command', command: 'workbench.action.terminal.new' },
      { type: 'constructor' },
      { type: 'reveal', uri: SHOWN, line: -1, character: 0 },
      { type: 'reveal', uri: SHOWN, line: 1.5, character: 0 },
      { type: 'reveal', uri: SHOWN, line: '1', character: 0 },
      { type: 'reveal', uri: SHOWN, line: 1 },
      { type: 'reveal', uri: 'file:///etc/passwd', line: 1, character: 0 },
      { type: 'scrolled', uri: SHOWN, line: Number.NaN },
      { type: 'open', uri: SHOWN, href: 7 },
      { type: 'task', uri: SHOWN, line: -1, version: 7, done: true },
      { type: 'task', uri: SHOWN, line: 3, done: true },
      { type: 'card', uri: SHOWN, id: 7 },
      { type: 'passage', uri: SHOWN, way: 'command', source: '1', passage: 2, start: 0, end: 5 },
      { type: 'passage', uri: SHOWN, way: 'copy', source: 1, passage: 2, start: 0, end: 5 },
      { type: 'passage', uri: SHOWN, way: 'copy', source: '1', passage: -1, start: 0, end: 5 },
      { type: 'open', uri: SHOWN, href: 'https://example.org/'.padEnd(10_000, 'a') },
      { type: 'open', href: 'https://example.org' },
    ])
      assert.equal(readMessage(message, SHOWN), null, JSON.stringify(message));
  });
});

describe('the state that a page kept', () => {
  it('names the brief, whether the preview stays with it, and the line at its top', () => {
    const all = { review: false, filter: null };
    assert.deepEqual(readState({ uri: SHOWN, locked: true, line: 3 }), {
      uri: SHOWN,
      locked: true,
      line: 3,
      look: all,
    });
    assert.deepEqual(readState({ uri: SHOWN, line: -1 }), { uri: SHOWN, locked: false, line: 0, look: all });
  });

  it('says how the reader looked at the brief, as far as that is known', () => {
    const look = { review: true, filter: 'uncited' };
    assert.deepEqual(readState({ uri: SHOWN, look })?.look, look);
    assert.deepEqual(readState({ uri: SHOWN, look: { filter: 'other' } })?.look, { review: false, filter: null });
  });

  it('may be missing or broken', () => {
    for (const state of [null, undefined, 'a', {}, { uri: 3 }, { uri: '' }]) assert.equal(readState(state), null);
  });
});
