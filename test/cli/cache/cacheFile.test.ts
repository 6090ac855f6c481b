import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decodeEntries, type Entry, encodeEntries } from '../../../src/cli/check/cache/cacheFile';
import { digestOf } from '../../../src/cli/check/cache/digest';

const KEY = 'what all have in common';
const READ = {
  ...{ path: 'a.txt', folder: resolve('sources'), root: resolve('.'), extensions: ['.txt'], maxBytes: 100 },
  ...{ looks: false, digest: digestOf('a') },
};

function entry(path: string, printed: string): Entry {
  return {
    dependencies: {
      text: digestOf('text'),
      config: '',
      baseline: digestOf('known'),
      files: [READ],
      figures: [['share', digestOf('facts')]],
      facts: [
        {
          uri: pathToFileURL(resolve(path)).href,
          id: 'share',
          range: { start: { line: 1, character: 2 }, end: { line: 1, character: 7 } },
          value: '37%',
          asOf: '2024',
          language: 'en',
          works: ['example.org/a', 'doi.org/10.1/x'],
          sentence: 'In 2024 it was 37%.',
          names: 'ore',
        },
      ],
    },
    outcome: {
      path,
      printed: Buffer.from(printed),
      counts: { error: 1, warning: 2, information: 3, hint: 4 },
      stats: {
        insights: 5,
        cited: 6,
        own: 7,
        citations: 8,
        sources: 9,
        figures: 10,
        evidence: { found: 11, differs: 20, notFound: 12, elsewhere: 13, uncheckable: 14 },
        verified: 17,
        stale: 18,
      },
      known: 15,
      stale: 16,
    },
  };
}

const ENTRIES = [entry('a.brief', 'a.brief:1:1\n'), entry('å\n.brief', ''), entry('c.brief', '中\u{1F600}\n')];

describe('a file of the cache', () => {
  const bytes = encodeEntries(KEY, ENTRIES);

  it('gives back what was put in', () => {
    assert.deepEqual([...(decodeEntries(KEY, bytes)?.values() ?? [])], ENTRIES);
  });

  it('gives back places as they are from the working folder', () => {
    assert.ok(!bytes.includes(process.cwd()));
    assert.ok(!bytes.includes(pathToFileURL(process.cwd()).href));
  });

  it('gives nothing for another key', () => {
    assert.equal(decodeEntries('another', bytes), null);
  });

  it('gives nothing when any byte of it is another', () => {
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      assert.equal(decodeEntries(KEY, changed), null, String(at));
    }
  });

  it('gives nothing when it is cut off, or goes on', () => {
    for (let length = 0; length < bytes.length; length++)
      assert.equal(decodeEntries(KEY, bytes.subarray(0, length)), null, String(length));
    assert.equal(decodeEntries(KEY, Buffer.concat([bytes, Buffer.from('x')])), null);
  });

  it('gives nothing for values that it never has, with the right digest', () => {
    const [, written = '', ...printed] = bytes.toString('utf8').split('\n');
    const sealed = (line: string) => {
      const content = [line, ...printed].join('\n');
      return decodeEntries(KEY, Buffer.from(`${digestOf(content)}\n${content}`));
    };
    assert.notEqual(sealed(written), null);
    const others: readonly (readonly [string, string])[] = [
      ['100', '-1'],
      ['100', '"100"'],
      ['"path":"a.brief"', '"path":null'],
      ['"baseline":"', '"base":"'],
      ['"share"', '["share"]'],
      ['"hint":4', '"hint":4.5'],
      ['"stats":{', '"stats":null,"statistics":{'],
      ['"works":[', '"works":{}, "work":['],
      ['"extensions":[".txt"]', '"extensions":{"0":".txt"}'],
      ['"lengths":[12,', '"lengths":[9999999,'],
      ['"lengths":[12,', '"lengths":[1,'],
    ];
    for (const line of ['', 'null', '[]', '{}', JSON.stringify({ key: KEY }), `${written}x`])
      assert.equal(sealed(line), null, line);
    for (const [value, other] of others) {
      assert.ok(written.includes(value), value);
      assert.equal(sealed(written.replace(value, other)), null, other);
    }
  });
});
