import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { checkBrief, type Problem, parseBrief, parseChanged } from '../../src/core';
import { applyEdits, type Span } from '../../src/core/base/text';
import { parseFigureEntry, parseFrontMatter } from '../../src/core/document/frontMatter';
import { quoteText } from '../../src/core/document/frontMatter/slips';

const VALID = `---
# A comment
title: "Rare earths: a primer"
authors: [Ada, 'Bo, Jr.']
published: 2025-08-06T03:21
summary: |
  Supply is *concentrated*.

  # No comment
rules:
  citation/order: off
# brief-disable-next-line source/unused
sources:
  - id: 1
    title: Mineral commodity summaries
    quote:
      - China holds 90%.
      - {text: Output fell., page: 3}
  - id: usgs-2024
    url: https://example.org/a?b=c#d
    authors:
      - USGS
  - {id: 03, title: Flow}
figures:
  - id: share
    value: 90%
    cites: [1, usgs-2024]
  - id: rows
    chart: bar
    data:
      - {year: 2020, share: 1.5}
      - {year: 2021, share: ~}
  - id: spec
    vega-lite: {mark: bar, encoding: {x: {field: year}}}
---
# Body

China leads [1].
`;

/** What breaks YAML, in and out of place. */
const PIECES = [
  ...':-#[]{}"\'\\|>&*!%@`?,~ \t\n\r',
  '\r\n',
  ': ',
  '- ',
  '\n- ',
  '\n  - ',
  '---\n',
  '\n---\n',
  '\n...\n',
  '\n\n# Heading\n\n',
  'id: ',
  '\n  - id: 9\n    title: ',
  '\nsources:',
  '\nsources: [',
  '? ',
  '[{',
  '}]',
  '&a ',
  '*a',
  '!!str ',
  '|\n',
  '>5',
  '"\\x',
  "'",
  '\0',
  '\uFEFF',
  '\uD800',
  '稀土',
  '😀',
  '__proto__: ',
  '<<: ',
  'null',
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat({ max: 12 }),
  insert: fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 6 })),
});

/** A text near to a valid one. */
const mutated = fc.array(edit, { maxLength: 6 }).map((edits) =>
  edits.reduce((text, { at, drop, insert }) => {
    const start = Math.floor(at * text.length);
    return text.slice(0, start) + insert + text.slice(start + drop);
  }, VALID),
);

/** A text of nothing but what breaks. */
const heap = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom('title: ', 'sources:\n', 'figures:\n', 'a', '1')))
  .map((pieces) => `---\ntitle: T\n${pieces.join('')}`);

const text = fc.oneof({ weight: 3, arbitrary: mutated }, { weight: 1, arbitrary: heap });

/** A value as it may stand after `title: `, without quotes. */
const plainValue = fc
  .array(
    fc.oneof(fc.constantFrom(...':-#[]{}"\'\\|>&*!%@`?,~ ', ': ', ' #'), fc.string({ unit: 'grapheme', maxLength: 4 })),
    {
      minLength: 1,
    },
  )
  .map((parts) =>
    parts
      .join('')
      .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\uFEFF]/gu, '')
      .trim(),
  )
  .filter((value) => value !== '' && !/\s#/.test(value));

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number';
}

/** All spans in a value, and the fields that they belong to. */
function* spansIn(value: unknown): Generator<{ span: Span; text: unknown }> {
  if (value === null || typeof value !== 'object') return;
  if (isSpan(value)) yield { span: value, text: undefined };
  else if ('value' in value && 'span' in value && value.span !== null && typeof value.span === 'object') {
    if (isSpan(value.span)) yield { span: value.span, text: value.value };
  } else for (const inner of Object.values(value)) yield* spansIn(inner);
}

/** A copy of a value with its spans counted from `base`. */
function relativeTo(base: number, value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => relativeTo(base, item));
  if (isSpan(value)) return { start: value.start - base, end: value.end - base };
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, relativeTo(base, inner)]));
}

describe('front matter, whatever it holds,', () => {
  it('is read without failing, and all of its spans lie in the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { span } of spansIn(parseFrontMatter(source))) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= source.length, JSON.stringify(span));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives plain values the places that hold them', () => {
    fc.assert(
      fc.property(text, (source) => {
        for (const { span, text: value } of spansIn(parseFrontMatter(source))) {
          if (typeof value !== 'string') continue;
          const written = source.slice(span.start, span.end);
          const isQuoted = /["']/.test(source[span.start - 1] ?? '');
          if (!isQuoted && !/[\r\n]/.test(written)) assert.equal(written, value);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is read from the block of a figure without failing', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { figure, errors } = parseFigureEntry(source, 10, { start: 5, end: source.length + 20 });
        for (const { span } of spansIn([figure, errors])) assert.ok(5 <= span.start && span.end <= source.length + 20);
      }),
      { numRuns: 500 },
    );
  });

  it('loses one entry to one broken entry, and nothing else', () => {
    const entry = (index: number) => `  - id: s${index}\n    title: Title ${index}\n    quote: [One, Two]\n`;
    const broken = fc.constantFrom(
      '"open',
      '[open',
      'a: b',
      '@x',
      '&a',
      '*a',
      '!t',
      '|x',
      '}',
      '\n   less',
      '\n\t tab',
      '{a: [}',
    );
    fc.assert(
      fc.property(fc.nat({ max: 5 }), broken, (at, slip) => {
        const entries = [0, 1, 2, 3, 4, 5].map(entry);
        const whole = `---\ntitle: T\nsources:\n${entries.join('')}tags: [a]\n---\n`;
        entries[at] = `  - id: s${at}\n    title: ${slip}\n    url: u\n`;
        const torn = `---\ntitle: T\nsources:\n${entries.join('')}tags: [a]\n---\n`;
        const before = parseFrontMatter(whole);
        const after = parseFrontMatter(torn);
        assert.ok(before && after);
        assert.equal(after.errors.length, 1);
        assert.deepEqual(
          after.sources.map(({ id }) => id),
          before.sources.map(({ id }) => id),
        );
        const others = ({ sources }: typeof before) =>
          sources.filter((_, index) => index !== at).map((source) => relativeTo(source.span.start, source));
        assert.deepEqual(others(after), others(before));
        assert.deepEqual([after.title, after.tags.map(({ value }) => value)], [before.title, ['a']]);
      }),
    );
  });

  it('reads a value as it looks, or offers it in quotes', () => {
    fc.assert(
      fc.property(plainValue, (value) => {
        // What starts with a quote or a bracket may be meant as that, and a few words mean nothing.
        fc.pre(!/^(?:["'[{]|!!|[|>][-+0-9]*$|~$|null$|#)/i.test(value));
        const source = `---\ntitle: ${value}\nurl: u\n---\n`;
        const front = parseFrontMatter(source);
        assert.equal(front?.url?.value, 'u');
        if (front.errors.length === 0) {
          assert.equal(front.title?.value, value);
          return;
        }
        const quote = front.errors[0]?.quote;
        assert.ok(quote, `no fix for ${value}: ${front.errors[0]?.message}`);
        const mended = parseFrontMatter(applyEdits(source, [quote]));
        assert.deepEqual(mended?.errors, []);
        assert.equal(mended.title?.value, value);
      }),
      { numRuns: 2000 },
    );
  });

  it('quotes any line so that YAML reads it back', () => {
    const control = fc.integer({ min: 0, max: 0x9f }).map((code) => String.fromCharCode(code));
    const line = fc.string({ unit: fc.oneof(control, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })) });
    fc.assert(
      fc.property(line, (value) => assert.equal(parse(quoteText(value)), value)),
      { numRuns: 1000 },
    );
  });

  it('has all of very many sources, though many are broken', () => {
    const entries = Array.from(
      { length: 20_000 },
      (_, i) => `  - id: s${i}\n    title: a${i % 7 === 0 ? ': b' : ''}\n`,
    );
    assert.equal(parseFrontMatter(`---\nsources:\n${entries.join('')}---\n`)?.sources.length, 20_000);
  });
});

describe('front matter after edits', () => {
  /** Edits that break an entry, mend it, move others, or make and remove some, mostly between the fences. */
  const step = fc.record({
    at: fc.double({ min: 0, max: 0.9, noNaN: true }),
    drop: fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 3 }) }, { weight: 1, arbitrary: fc.nat({ max: 60 }) }),
    insert: fc.oneof(
      { weight: 2, arbitrary: fc.constant('') },
      fc.constantFrom(...PIECES),
      fc.constantFrom(
        'a',
        '7',
        '\n    title: "Output: 90%"',
        '\n    quote: |\n      90% of it.\n      Less.',
        '\n  - id: 9\n    title: New\n    url: https://example.org/9',
        '\n  - { id: 8, title: Flow, text: a.txt }',
        '\nsources:\n- id: usgs-2024\n  doi: 10.1/2\n',
        '\n# brief-disable-next-line source/unused\n',
      ),
    ),
  });
  const start = fc.constantFrom(VALID, VALID.replace(/\n/g, '\r\n'), VALID.replace(/^ {2}(?=- )/gm, ''));

  it('is what it is when it is read anew, and so are the model and its problems', () => {
    fc.assert(
      fc.property(start, fc.array(step, { minLength: 1, maxLength: 8 }), (first, steps) => {
        let source = first;
        let brief = parseBrief(source);
        checkBrief(brief);
        for (const { at, drop, insert } of steps) {
          const from = Math.floor(at * (source.length + 1));
          source = source.slice(0, from) + insert + source.slice(from + drop);
          brief = parseChanged(brief, source);
          const fresh = parseBrief(source);
          assert.deepEqual(brief.frontMatter, fresh.frontMatter);
          assert.deepEqual(brief.sources, fresh.sources);
          assert.deepEqual(brief.insights, fresh.insights);
          assert.deepEqual(brief.citations, fresh.citations);
          assert.deepEqual(checkBrief(brief).map(told), checkBrief(fresh).map(told));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has the same sources as before, but for those that were edited or moved', () => {
    const before = parseBrief(VALID);
    const after = parseChanged(before, VALID.replace('example.org/a', 'example.org/b'));
    assert.deepEqual(
      after.sources.map((source, i) => source === before.sources[i]),
      [true, false, true],
    );
  });
});

/** A problem with its fixes worked out. */
function told({ fixes, ...problem }: Problem): object {
  return { ...problem, fixes: fixes?.() ?? [] };
}
