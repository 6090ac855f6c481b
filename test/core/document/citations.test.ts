import assert from 'node:assert/strict';
import { canStartCitation, readCitation } from '../../../src/core/document/citations';
import type { CitationSyntax } from '../../../src/core/document/citations/types';
import { withCursor } from '../../fixture';

/** What the grammar finds at the cursor. */
function at(marked: string): CitationSyntax | null {
  const { text, cursor } = withCursor(marked);
  return readCitation(text, cursor);
}

/** The ids cited at the cursor, and the text that the citation takes. */
function cited(marked: string): string {
  const { text } = withCursor(marked);
  const found = at(marked);
  if (found?.kind !== 'citation') return found?.kind ?? 'text';
  return `${text.slice(found.span.start, found.span.end)} ${found.form} ${found.items.map((item) => item.id).join(' ')}`;
}

const CITATIONS: readonly (readonly [marked: string, expected: string])[] = [
  ['China leads |[1].', '[1] numbered 1'],
  ['China leads |[1][7].', '[1] numbered 1'],
  ['|[1, 7]', '[1, 7] numbered 1 7'],
  ['稀土|[1，3]。', '[1，3] numbered 1 3'],
  ['稀土|[1、3]。', '[1、3] numbered 1 3'],
  ['|[5-7]', '[5-7] numbered 5 6 7'],
  ['|[5–7]', '[5–7] numbered 5 6 7'],
  ['|[1]–[3]', '[1]–[3] numbered 1 2 3'],
  ['|[1, p. 3]', '[1, p. 3] numbered 1'],
  ['|[1, Art. 99]', '[1, Art. 99] numbered 1'],
  ['|[1, Annex III]', '[1, Annex III] numbered 1'],
  ['|[1, p. 3; 4]', '[1, p. 3; 4] numbered 1 4'],
  ['rose|¹ again', '¹ superscript 1'],
  ['reserves|¹² again', '¹² superscript 12'],
  ['rose|<sup>1</sup>', '<sup>1</sup> superscript 1'],
  ['|[@usgs-2024]', '[@usgs-2024] keyed usgs-2024'],
  ['|[@usgs-2024, p. 3; @doe]', '[@usgs-2024, p. 3; @doe] keyed usgs-2024 doe'],
  ['|[see @usgs-2024]', '[see @usgs-2024] keyed usgs-2024'],
  ['|[@doe:critical.minerals]', '[@doe:critical.minerals] keyed doe:critical.minerals'],
  ['|[-@usgs]', '[-@usgs] keyed usgs'],
  ['|@{any key?}', 'text'],
  ['|@{key:2024.}', '@{key:2024.} narrative key:2024.'],
  ['|@usgs-2024. Next', '@usgs-2024 narrative usgs-2024'],
  ['据|@郭2025，稀土', '@郭2025 narrative 郭2025'],
  ['A remark|[^1].', '[^1] footnote ^1'],
  ['|[1](https://example.org/a_(b))', '[1](https://example.org/a_(b)) inline-link 1'],
  ['|[[1]](https://example.org)', '[[1]](https://example.org) inline-link 1'],
  ['中国|【1】', '【1】 full-width 1'],
  ['中国|［１］', '［１］ full-width 1'],
];

const TEXTS: readonly string[] = [
  'mail me|@example.org',
  'https://medium.com/|@name',
  '10|⁹ tonnes',
  '5 km|² of land',
  'R|² is high',
  'm|<sup>2</sup>',
  '|[text](https://example.org)',
  '|[@name](https://example.org)',
  '|[!NOTE]',
  '|[1 of the mines]',
  '|[sic]',
  '!|[1](a.png)',
  'x[] is an array|[]',
  '|(March, 2024)',
  '|(in 2024)',
  'c|ite',
  '|[~]',
];

describe('The citation grammar', () => {
  for (const [marked, expected] of CITATIONS) {
    it(`reads ${marked} as ${expected}`, () => assert.equal(cited(marked), expected));
  }

  for (const marked of TEXTS) {
    it(`takes ${marked} for text`, () => assert.equal(at(marked), null));
  }

  it('gives each number of a range a place: the ends their own, those between the whole', () => {
    const found = at('|[5-7]');
    assert.deepEqual(found?.kind === 'citation' && found.items.map((item) => item.span), [
      { start: 1, end: 2 },
      { start: 1, end: 4 },
      { start: 3, end: 4 },
    ]);
  });

  it('keeps prefix and locator of a keyed citation', () => {
    const found = at('|[see @usgs-2024, pp. 3-5; also @doe, ch. 2]');
    assert.deepEqual(found?.kind === 'citation' && found.items.map(({ prefix, locator }) => [prefix, locator]), [
      ['see', 'pp. 3-5'],
      ['also', 'ch. 2'],
    ]);
  });

  it('keeps the locator of a numbered citation', () => {
    const found = at('|[1, p. 3-4]');
    assert.equal(found?.kind === 'citation' && found.items[0]?.locator, 'p. 3-4');
  });

  it('reads {{id}} with the place of its id', () => {
    assert.deepEqual(at('about |{{ share }} of it'), {
      kind: 'figure-value',
      span: { start: 6, end: 17 },
      id: 'share',
      idSpan: { start: 9, end: 14 },
    });
  });

  it('reads [90%]{{share}} with the text that stays readable', () => {
    const found = at('|[90%]{{share}}');
    assert.deepEqual(found?.kind === 'figure-value' && found.shown, { start: 1, end: 4 });
  });

  for (const marked of ['see |@fig:share.', 'see |[@fig:share].']) {
    it(`reads a cross-reference in ${marked}`, () => {
      const found = at(marked);
      assert.equal(found?.kind === 'figure-mention' && found.id, 'share');
    });
  }

  it('reads [own]', () => assert.equal(at('We expect a rise |[own].')?.kind, 'own'));

  for (const gap of ['[?]', '[citation needed]', '[来源请求]']) {
    it(`reads ${gap} as a gap`, () => assert.equal(at(`|${gap}`)?.kind, 'gap'));
  }

  const malformed: readonly (readonly [text: string, replacement: string | undefined])[] = [
    ['It rose |[1', '[1]'],
    ['It rose |[1, 2.', '[1, 2]'],
    ['|[1,,2]', '[1, 2]'],
    ['|[1,]', '[1]'],
    ['|[7-5]', '[5-7]'],
    ['|[@]', undefined],
    ['It rose |[].', undefined],
  ];
  for (const [marked, replacement] of malformed) {
    it(`finds ${marked} malformed`, () => {
      const found = at(marked);
      assert.equal(found?.kind, 'malformed');
      assert.equal(found?.kind === 'malformed' && found.replacement, replacement);
    });
  }

  for (const artifact of [
    '【4†source】',
    '【4:0†report.pdf】',
    ':contentReference[oaicite:0]{index=0}',
    'citeturn0search1',
    '\uE200cite\uE202turn0search1\uE201',
    '[oai_citation:0‡example.org](https://example.org)',
    '[oai_citation_attribution:0‡An [old] atlas](https://example.org/a_(b))',
    '[web:1](https://example.org)',
    '[cite: 1, 2]',
    '[cite_start]',
    '[web:1]',
  ]) {
    it(`finds what an assistant left in ${artifact}`, () => {
      assert.deepEqual(at(`It rose |${artifact}.`)?.kind, 'artifact');
      assert.equal(at(`It rose |${artifact}.`)?.span.end, 8 + artifact.length);
    });
  }

  for (const textual of [
    '(Source: Reuters)',
    '（来源：新华社）',
    '(company filing, 24 July 2025)',
    '(earnings call)',
    '（公司年报）',
  ]) {
    it(`reads ${textual} as a citation in words`, () => assert.equal(at(`It rose |${textual}.`)?.kind, 'textual'));
  }

  for (const named of [
    '(USGS, 2024)',
    '(Smith et al., 2023; Jones, 2021)',
    '(Schulz 2009, S. 33ff)',
    '(Al-Masri, 2020)',
  ]) {
    it(`reads ${named} as a citation by author and year, or else in words`, () => {
      const found = at(`It rose |${named}.`);
      assert.equal(found?.kind === 'citation' ? found.otherwise?.kind : null, 'textual');
    });
  }

  for (const remark of ['(Age-adjusted, 2021)', '(Estimated, 2020)', '(May 2016)', '(Early 2016, p. 3)']) {
    it(`reads ${remark} as no source in words`, () => {
      assert.equal(at(`It rose |${remark}.`), null);
    });
  }

  it('starts only at characters that it names itself', () => {
    for (const [marked] of [...CITATIONS, ...malformed]) {
      const { text, cursor } = withCursor(marked);
      if (readCitation(text, cursor)) assert.ok(canStartCitation(text, cursor), marked);
    }
  });
});
