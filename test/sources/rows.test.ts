import assert from 'node:assert/strict';
import { FILTERS, type Known, passes, rowsOf } from '../../src/extension/sources/rows';
import type { ListedSource, Mention } from '../../src/server/protocol';

const RANGE = { start: { line: 3, character: 0 }, end: { line: 3, character: 3 } };
const mention = (text: string): Mention => ({ uri: 'file:///a.brief', range: RANGE, text });
const source = (id: string, isDeclared: boolean, ...claims: readonly string[]): Known => ({
  source: listed(id, isDeclared, claims),
  dead: false,
});
const listed = (id: string, isDeclared: boolean, claims: readonly string[]): ListedSource => ({
  id,
  citation: `[${id}]`,
  title: '',
  publisher: '',
  year: '',
  zotero: null,
  url: null,
  textState: 'whole',
  declared: isDeclared ? { uri: 'file:///a.brief', range: RANGE } : null,
  citedBy: claims.map(mention),
  stale: 0,
});

describe('The rows of the Sources view', () => {
  it('put what is to be done first, and leave out groups that hold nothing', () => {
    const sources = [source('1', true, 'a', 'b'), source('2', true), source('9', false, 'c')];
    const rows = rowsOf(sources, [mention('d')]);
    assert.deepEqual(
      rows.map(({ group, rows: inside }) => [group, inside.length]),
      [
        ['gaps', 1],
        ['undeclared', 1],
        ['cited', 1],
        ['unused', 1],
      ],
    );
    assert.deepEqual(
      rowsOf([source('1', true, 'a')], []).map(({ group }) => group),
      ['cited'],
    );
  });

  it('hold the claims of a source below it', () => {
    const [group] = rowsOf([source('1', true, 'a', 'a')], []);
    const [row] = group?.rows ?? [];
    assert.deepEqual(
      row?.rows.map((claim) => [claim.mention.text, claim.key]),
      [
        ['a', 'cited/1/0'],
        ['a', 'cited/1/1'],
      ],
    );
  });

  it('are those that a filter lets through', () => {
    const known = (id: string, more: Partial<ListedSource>, dead = false): Known => ({
      source: { ...listed(id, true, ['a']), ...more },
      dead,
    });
    const all = [
      known('whole', {}),
      known('abstract', { textState: 'abstract' }),
      known('paywall', { textState: 'paywall' }),
      known('unused', { citedBy: [] }),
      known('stale', { stale: 1 }),
      known('dead', {}, true),
      known('undeclared', { declared: null, textState: 'none' }),
    ];
    const passing = FILTERS.map((filter) => [
      filter,
      all.filter((one) => passes(filter, one)).map(({ source }) => source.id),
    ]);
    assert.deepEqual(passing, [
      ['all', all.map(({ source }) => source.id)],
      ['withoutText', ['paywall']],
      ['notCited', ['unused']],
      ['attention', ['stale', 'dead']],
    ]);
  });
});
