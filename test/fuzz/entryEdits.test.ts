import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Brief, checkBrief, type Problem, parseBrief, parseChanged } from '../../src/core';
import { sourceOrigins } from '../../src/core/brief/queries/sources';
import { evidenceOf } from '../../src/core/evidence/brief';
import { rankerOf } from '../../src/core/evidence/candidates';
import { renderParts } from '../../src/core/page/renderBrief';

/** More of them find rarer disagreements: BRIEF_RUNS=2000. */
const { BRIEF_RUNS = '150' } = process.env;

/** What an entry of `sources` may hold below its first line. */
const LINES = [
  'title: Output of ore',
  'title: "Output: 90%"',
  'title: a: b',
  'publisher: USGS',
  'url: https://usgs.example/a?utm_source=x',
  'url: htps//b',
  'doi: 10.1/2',
  'published: 2024-05-06',
  'language: zh',
  'cite: passages',
  'quote: China refined 90% of the ore in 2020.',
  'quote: "Of 12 mines, “few are left open”."',
  'quote: |\n      China refined 90% of it.\n\n      # 7 million tonnes.',
  'quote:\n      - { text: Output fell by 7 million tonnes., page: 3 }\n      - Less.',
  'text: a.txt',
  'titel: x',
  '# a comment',
  '# brief-disable-next-line source/unused',
  '&a b',
] as const;

const IDS = ['1', '2', '3', 'usgs', 'usgs-2', 'kiruna', '"4"', 'x y'] as const;

const entry = fc.record({
  id: fc.constantFrom(...IDS),
  lines: fc.array(fc.constantFrom(...LINES), { maxLength: 4 }),
  /** What stands between it and the next. */
  after: fc.constantFrom(
    '',
    '',
    '',
    '\n',
    '    # inner\n',
    '# outer\n',
    '\n# Heading\n\n',
    '# brief-disable-next-line source/unused\n\n',
  ),
  first: fc.constantFrom('  - ', '  - ', '  - ', '   - ', '- '),
});

const CLAIMS = [
  'China refined 90% of the ore in 2020 [1].',
  'Output fell by 7 million tonnes [@usgs; @kiruna].',
  'It says “few are left open” [2], and @usgs-2 says 12.',
  'Of 12 mines, 7 were closed [1-3].',
  'Nothing is cited for 90% of all ore.',
  '| Year | Share |\n| --- | --- |\n| 2020 | 90% [@kiruna] |',
  'See [the report][1] and {{share}}.',
  '[1]: https://usgs.example/a',
  '## Sources\n\n[3] Others, https://other.example/3',
] as const;

const base = fc.record({
  head: fc.constantFrom(
    'title: Ore',
    'title: Ore\n# brief-disable-next-line source/unused',
    'language: en',
    'rules: {}',
  ),
  entries: fc.array(entry, { maxLength: 8 }),
  tail: fc.constantFrom('', '\n', 'tags: [a]\n', 'figures:\n  - { id: share, value: 90%, cites: [1] }\n', '# end\n'),
  claims: fc.array(fc.constantFrom(...CLAIMS), { maxLength: 6 }),
  fence: fc.constantFrom('---', '---', '---', ''),
  lineBreak: fc.constantFrom('\n', '\n', '\r\n'),
});

const start = base.map(({ head, entries, tail, claims, fence, lineBreak }) => {
  const list = entries.map(({ id, lines, after, first }) => {
    return `${[`${first}id: ${id}`, ...lines.map((line) => `    ${line}`)].join('\n')}\n${after}`;
  });
  const text = `---\n${head}\nsources:\n${list.join('')}${tail}${fence}\n${claims.join('\n\n')}\n`;
  return text.replaceAll('\n', lineBreak);
});

/** Where an edit is made: at what follows one of the places where a pattern is found. */
const step = fc.record({
  where: fc.constantFrom(/title: /g, /quote: /g, /\bid: /g, /^ *- /gm, /\n/g, /---/g, /\[/g, /sources:/g, /#/g, /./g),
  nth: fc.nat(),
  back: fc.constantFrom(0, 0, 1, 3),
  drop: fc.constantFrom(0, 0, 0, 1, 2, 12, 60),
  insert: fc.oneof(
    fc.constantFrom('', 'x', '9', ' ', '7 million ', '“few ', '-', ':', '"', '|', '#', '\r', '\n', '\n\n'),
    fc.constantFrom('\n    doi: 10.1/9', '\n    title: New', '\n  - id: new\n    title: New', '\n- id: 2', '\n---\n'),
    fc.constantFrom(
      'tags: [b]\n',
      '# brief-disable-next-line source/unused\n',
      '    more\n',
      'sources:\n',
      '\n    # c\n',
      '      # deep\n',
      '\n# Heading\n\nProse of a body.\n',
    ),
    entry.map(({ id, lines }) => `\n  - id: ${id}\n${lines.map((line) => `    ${line}\n`).join('')}`),
  ),
  isChecked: fc.boolean(),
});

function edited(
  text: string,
  { where, nth, back, drop, insert }: { where: RegExp; nth: number; back: number; drop: number; insert: string },
): string {
  const places = [...text.matchAll(where)];
  const found = places[nth % Math.max(1, places.length)];
  const at = Math.max(0, (found ? found.index + found[0].length : text.length) - back);
  return text.slice(0, at) + insert + text.slice(at + drop);
}

describe('a brief whose sources are edited', function () {
  this.timeout(120_000);

  it('is what it is when it is read anew: model, problems, evidence, ranks and page', () => {
    fc.assert(
      fc.property(start, fc.array(step, { minLength: 1, maxLength: 8 }), (first, steps) => {
        let text = first;
        let brief = parseBrief(text);
        const view = {};
        checkBrief(brief);
        for (const each of steps) {
          text = edited(text, each);
          brief = parseChanged(brief, text);
          if (!each.isChecked) continue;
          const fresh = parseBrief(text);
          assert.deepEqual(checkBrief(brief).map(told), checkBrief(fresh).map(told));
          assert.deepEqual(plain(brief), plain(fresh));
          assert.deepEqual(looked(brief), looked(fresh));
          const shown = renderParts(brief, {}, view);
          const { frame, parts } = renderParts(fresh, {});
          assert.deepEqual({ frame: shown.frame, parts: shown.parts }, { frame, parts });
        }
      }),
      { numRuns: Number(BRIEF_RUNS) },
    );
  });
});

describe('an edit of a source', () => {
  const entries = Array.from(
    { length: 9 },
    (_, n) => `  - id: s${n}\n    title: Report ${n}\n    url: https://e.example/${n}\n`,
  );
  const text = `---\ntitle: Ore\nsources:\n${entries.join('')}---\nIt is so [@s3].\n`;
  /** The indexes of the sources that do not say what they said. */
  const changed = (before: Brief, after: Brief) => {
    const known = new Set(sourceOrigins(before));
    return sourceOrigins(after).flatMap((source, i) => (known.has(source) ? [] : [i]));
  };
  const before = parseBrief(text);
  const after = (from: string, to: string) => parseChanged(before, text.replace(from, to));

  it('has that source read again, and no other', () => {
    assert.deepEqual(changed(before, after('Report 4', 'Reports 4')), [4]);
    assert.deepEqual(changed(before, after('id: s4', 'id: s44')), [4]);
    assert.deepEqual(changed(before, after('Report 8', 'Report 8\n    doi: 10.1/2')), [8]);
    assert.deepEqual(changed(before, after('title: Ore', 'title: Ores')), []);
    assert.deepEqual(changed(before, after('  - id: s4', '  - id: new\n  - id: s4')), [4]);
  });

  it('has no block resolved again that does not cite it', () => {
    const insight = (brief: Brief) => brief.insights[0];
    assert.notEqual(insight(before), undefined);
    assert.equal(insight(after('id: s4', 'id: s5')), insight(before));
    assert.notEqual(insight(after('id: s3', 'id: s5')), insight(before));
  });
});

/** A brief without its functions, which are never equal. */
function plain({ lines, ...rest }: Brief): object {
  return { ...rest, lines: lines.count };
}

/** What is found in the sources of a brief. */
function looked(brief: Brief): object {
  const { insights, figures } = evidenceOf(brief);
  const told = ({ numbers, quotations }: (typeof insights)[number]) => [
    numbers.map(({ instead, ...number }) => [number, instead()]),
    quotations,
  ];
  return [insights.map(told), figures.map(told), brief.insights.map((insight) => rankerOf(brief).rank(insight))];
}

/** A problem with its fixes worked out. */
function told({ fixes, ...problem }: Problem): object {
  return { ...problem, fixes: fixes?.() ?? [] };
}
