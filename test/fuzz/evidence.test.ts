import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Brief, evidenceOf, parseBrief, parseChanged } from '../../src/core';
import { betterReading } from '../../src/core/evidence/frames/compare';
import { frameOf } from '../../src/core/evidence/frames/frame';
import { readFramed } from '../../src/core/evidence/frames/framedText';
import { matchNumber, readPassageNumbers } from '../../src/core/evidence/matching';
import { keysOf, keyWindows } from '../../src/core/evidence/matching/keys';
import { findNumbers } from '../../src/core/evidence/numbers';

const LANGUAGES = ['en', 'zh', 'de', 'ja', 'fr'] as const;

/** A number as people write it: digits of all sizes, with all that may stand before and after. */
const number = fc
  .tuple(
    fc.constantFrom('', '', 'about ', 'more than ', 'nearly ', '$', '€', '约', '近', 'half of ', 'FY', 'Q3 ', '5 to '),
    fc.oneof(
      fc.integer({ min: 0, max: 120 }).map(String),
      fc.integer({ min: 1800, max: 2040 }).map(String),
      fc.integer({ min: 0, max: 99_999_999 }).map((value) => value.toLocaleString('en')),
      fc.integer({ min: 1, max: 999 }).map((value) => `${value / 10}`),
      fc.constantFrom('two-thirds', 'half', 'a dozen', '九成', '三分之二', '1980s', '20th century', '15 August 2023'),
      fc.constantFrom('August 2023', '2023年8月', '2014–2018', '3 May', '上世纪80年代', 'the 15th', '2023-08-15'),
    ),
    fc.constantFrom(
      '',
      '',
      '%',
      ' percent',
      ' million',
      ' bn',
      '万',
      '亿美元',
      ' kt',
      ' tonnes',
      '吨',
      ' cents',
      's',
      '年',
    ),
  )
  .map((parts) => parts.join(''));

const words = fc.constantFrom('China', ' held ', ' of it, ', '. ', ' in ', '占', '，', ' (in millions) ', '\n', ' to ');
const passage = fc.array(fc.oneof(number, words), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '));

const things = fc.constantFrom(
  'the tent',
  'the stove',
  'sales of copper',
  ' rose by ',
  ' fell to ',
  ' and ',
  ', respectively',
  ' than ',
  '. ',
  'in 2022 ',
  'last year ',
  '| ',
  '\n| --- |\n',
  '北山厂',
  '出口',
  '，',
  '；',
  '分别',
  '同比增长',
  'der Umsatz ',
  'les ventes ',
  'those ',
);
const said = fc
  .array(fc.oneof(number, things, things), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.join(' '));

describe('Evidence, on any text', () => {
  it('reads what numbers are said of, and finds each word of it in the text', () => {
    fc.assert(
      fc.property(said, said, fc.constantFrom(...LANGUAGES), fc.boolean(), (claim, text, language, isForeign) => {
        const quantities = findNumbers(text, language);
        const own = findNumbers(claim, language);
        const passage = readFramed(text, language, quantities, { isClaim: false, isForeign });
        const framed = readFramed(claim, language, own, { isClaim: true, isForeign });
        assert.ok(passage && framed);
        const amounts = quantities.filter((quantity) => quantity.kind !== 'date');
        for (const amount of amounts) {
          for (const [key, { term, surely, perhaps }] of frameOf(passage, amount).words) {
            assert.equal(key, term.key);
            assert.ok(term.start < term.end && term.end <= text.length, key);
            assert.ok(surely >= 0 && surely <= perhaps && perhaps <= 1, `${key} ${surely} ${perhaps}`);
          }
          for (const quantity of own) {
            if (quantity.kind === 'date') continue;
            const others = amounts.filter((other) => other !== amount);
            const reading = betterReading(framed, quantity, passage, amount, others);
            if (!reading) continue;
            assert.ok(others.includes(reading.better));
            assert.ok(reading.claimed.start < reading.claimed.end && reading.claimed.end <= claim.length);
            assert.ok(reading.found.start < reading.found.end && reading.found.end <= text.length);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('misses no passage by looking at the number line only', () => {
    fc.assert(
      fc.property(number, passage, fc.constantFrom(...LANGUAGES), (claim, text, language) => {
        const held = readPassageNumbers(text, language);
        const keys = [...keysOf(held)];
        for (const quantity of findNumbers(`It was ${claim} there.`, language)) {
          if (!matchNumber(quantity, held)) continue;
          const windows = keyWindows(quantity);
          assert.ok(
            keys.some((key) => windows.some(({ from, to }) => key >= from && key <= to)),
            `${quantity.surface} in ${text}`,
          );
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('places every number and quotation at its own words, and every match within its passage', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const brief = briefOf(pieces.join(''));
        for (const { numbers, quotations } of evidenceOf(brief).insights) {
          for (const { at, span } of [...numbers, ...quotations]) {
            assert.ok(span.start < span.end && span.end <= brief.text.length);
            if (!at) continue;
            const held = brief.sources.find(({ id }) => id === at.source)?.passages[at.passage];
            assert.ok(held && at.start < at.end && at.end <= held.text.length, JSON.stringify(at));
          }
          for (const { quantity, span } of numbers) {
            const written = brief.text.slice(span.start, span.end);
            const { surface } = quantity;
            assert.deepEqual([written.at(0), written.at(-1)], [surface.at(0), surface.at(-1)]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is after an edit what it is for the whole text', () => {
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), put: piece, drop: fc.nat(12) });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.array(edit, { maxLength: 4 }), (pieces, edits) => {
        let brief = briefOf(pieces.join(''));
        for (const { at, put, drop } of edits) {
          evidenceOf(brief);
          const start = Math.floor(at * brief.text.length);
          const text = brief.text.slice(0, start) + put + brief.text.slice(start + drop);
          brief = parseChanged(brief, text);
          assert.deepEqual(plain(brief), plain(parseBrief(text)));
        }
      }),
      { numRuns: 100 },
    );
  });
});

const piece = fc.oneof(
  number,
  words,
  fc.constantFrom(
    '\n- ',
    '\n\n',
    ' [1]',
    ' [@中]',
    '[9]',
    ' [own]',
    ' "signed for magnets" ',
    '“the deal of the year”',
  ),
  fc.constantFrom(
    '<!-- brief: computed -->',
    '<!-- brief: computed 41 - ',
    '<!-- brief: computed (90% - 5) * 2 -->',
    '<!-- brief: computed 4 + 41 -->',
    ' -->',
    '\n\n| A | 4 |\n| --- | --- |\n| b | 6 ',
    '\n\n## Outlook\n<!-- brief: own -->\n\n- ',
    '**',
    '`',
    '{{f}}',
    '[41]{{f}}',
    '$',
    '\\',
    ' magnets ',
    'lead [1]:\n\n- ',
  ),
);

function briefOf(body: string): Brief {
  return parseBrief(`---
sources:
  - id: 1
    title: Magnets in 2023
    published: 2024-06-10
    quote: China held 90% of 41 plants, signed for magnets worth $5 million in August 2023.
  - { id: 中, title: 年鉴, quote: 2023年占90%。 }
  - { id: 9, title: Another }
figures:
  - { id: f, value: 41, cites: [1] }
---

- ${body}
`);
}

/** What evidence says, as plain values. */
function plain(brief: Brief): unknown {
  const { insights, figures } = evidenceOf(brief);
  return [...insights, ...figures].map(({ numbers, quotations, faults }) => [
    numbers.map(({ quantity, span, verdict, at, calculation, instead }) => {
      return [quantity.surface, span, verdict, at, calculation, instead()];
    }),
    quotations,
    faults,
  ]);
}
