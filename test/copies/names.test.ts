import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isNameOfCopy, nameOfCopy } from '../../src/copies/names';
import { decodeRecord, encodeRecord } from '../../src/copies/record';
import { runs } from '../runs';

const named = (id: string, ...taken: readonly string[]) => nameOfCopy(id, '.md', new Set(taken));

describe('The file of a copy', () => {
  it('is named by the id of its source', () => {
    assert.deepEqual(
      ['1', '^12', 'usgs-2024', 'doe:critical.minerals.3', '郭2025', 'USGS_2024', 'https://a.net/x9'].map((id) =>
        named(id),
      ),
      ['1.md', '12.md', 'usgs-2024.md', 'doe-critical-minerals-3.md', '郭2025.md', 'usgs-2024.md', 'https-a-net-x9.md'],
    );
  });

  it('has no name that means something to a system or a program', () => {
    assert.deepEqual(
      ['readme', 'AGENTS', 'con', 'com1', '..', '.git', '', '说明', '-', '../../x1'].map((id) => named(id)),
      [
        ...['source-readme.md', 'source-agents.md', 'source-con.md', 'source-com1.md', 'source.md', 'source-git.md'],
        ...['source.md', 'source-说明.md', 'source.md', 'x1.md'],
      ],
    );
  });

  it('is a new one', () => {
    assert.equal(named('1', '1.md', '1-2.md'), '1-3.md');
    assert.equal(named('AGENTS', 'source-agents.md'), 'source-agents-2.md');
  });

  it('is one plain name of our form, whatever the id is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (id) => {
        const name = named(id) ?? '';
        assert.ok(isNameOfCopy(name), JSON.stringify([id, name]));
        assert.match(name, /^[^./\\]+\.md$/);
        assert.doesNotMatch(name, /^(?:con|prn|aux|nul|com\d|lpt\d|agents|readme|claude)\./i);
        assert.equal(name, name.normalize('NFC').toLowerCase());
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('The record of copies', () => {
  const today = '2026-01-02';

  it('is what it was after it was written and read', () => {
    const record = decodeRecord(null, today);
    record.pages.set('https://a.net/1', {
      url: 'https://a.net/1',
      day: today,
      outcome: { name: '1.md', state: 'abstract', from: 'https://a.net/1' },
    });
    record.pages.set('https://a.net/2', {
      url: 'https://a.net/2',
      day: today,
      outcome: { reason: 'gone', host: 'a.net' },
    });
    record.robots.set('https://a.net', { origin: 'https://a.net', day: today, rules: [{ allow: false, path: '/x' }] });
    assert.deepEqual(decodeRecord(encodeRecord(record), today), record);
    assert.equal(decodeRecord(encodeRecord(record), '2026-01-03').robots.size, 0);
  });

  it('counts as nothing where it is not as it was written', () => {
    for (const pages of [
      ...['', 'null', '[]', '{"version":2}', '{"version":1,"pages":{}}'],
      ...['../x.md', '/etc/passwd', 'a/b.md', '.x.md', 'x.exe', 'x.md/..', 'x\u0000.md'].map((name) =>
        JSON.stringify({ version: 1, pages: [{ url: 'u', day: today, outcome: { name, state: 'whole', from: 'u' } }] }),
      ),
      JSON.stringify({ version: 1, pages: [{ url: 'u', day: today, outcome: { reason: 'constructor' } }] }),
    ])
      assert.equal(decodeRecord(pages, today).pages.size, 0, pages);
  });
});
