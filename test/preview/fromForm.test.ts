import assert from 'node:assert/strict';
import { readMessage } from '../../src/extension/writing/details/fromForm';

const change = (value: unknown) => readMessage({ type: 'change', change: value });

describe('A message from the page of the form', () => {
  it('is read in each of its forms, without what does not belong to it', () => {
    assert.deepEqual(readMessage({ type: 'ready', more: 1 }), { type: 'ready' });
    assert.deepEqual(readMessage({ type: 'show', line: 3, uri: 'file:///x' }), { type: 'show', line: 3 });
    for (const one of [
      { kind: 'set', list: null, key: 'title', value: 'Ore' },
      { kind: 'set', list: 'sources', index: 0, id: '1', key: 'title', value: 'Ore' },
      { kind: 'add', list: 'figures' },
      { kind: 'remove', list: 'sources', index: 2, id: '' },
      { kind: 'move', list: 'sources', index: 2, id: 'a', by: -1 },
    ])
      assert.deepEqual(change({ ...one, more: true }), { type: 'change', change: one });
  });

  it('asks for files with extensions, and with nothing else', () => {
    const choose = (files: unknown) => readMessage({ type: 'choose', files });
    assert.deepEqual(choose(['.csv', '.tsv']), { type: 'choose', files: ['.csv', '.tsv'] });
    for (const files of [null, 'csv', ['csv'], ['.csv', 1], ['../x'], ['.*'], Array(101).fill('.csv')])
      assert.equal(choose(files), null);
  });

  it('is nothing where it is anything else', () => {
    for (const one of [null, 'ready', {}, { type: 'open' }, { type: 'show', line: -1 }, { type: 'show', line: '1' }])
      assert.equal(readMessage(one), null);
    const long = 'x'.repeat(200_000);
    for (const one of [
      null,
      { kind: 'set', list: null, key: 'title' },
      { kind: 'set', list: null, key: 'title', value: long },
      { kind: 'set', list: 'others', index: 0, id: '1', key: 'title', value: 'Ore' },
      { kind: 'set', list: 'sources', index: 0.5, id: '1', key: 'title', value: 'Ore' },
      { kind: 'add', list: null },
      { kind: 'move', list: 'sources', index: 0, id: '1', by: 2 },
      { kind: 'remove', list: 'sources', index: 0 },
    ])
      assert.equal(change(one), null);
  });
});
