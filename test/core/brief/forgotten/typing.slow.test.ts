import assert from 'node:assert/strict';
import { type Brief, parseBrief, parseChanged } from '../../../../src/core';
import { BRIEFS } from './briefs';

/** A report with its list in the body: its habit decides what is reported. */
const REPORT = `# The state of the rivers

${['Marr', 'Ilse', 'Taun', 'Oder', 'Wupp', 'Nied']
  .map(
    (name, i) => `## The ${name}

The ${name} carried ${40 + 7 * i}% less water in 2023 than in 2003 [${i + 1}]. Its upper course ran dry in August.

- Fish ladders were built at ${3 + i} weirs [${i + 1}].
- The towns along it sued the ministry in ${2015 + i}${i % 3 === 0 ? '' : ` [${i + 2}]`}.
- Barges wait ${2 + i} days at the lock.
`,
  )
  .join('\n')}
## Sources

${Array.from({ length: 7 }, (_, i) => `${i + 1}. Water report ${i + 1}. https://example.org/${i + 1}`).join('\n')}
`;

/** The texts of the insights that are warned of outside of the block at an offset. */
function warnedOutside(brief: Brief, offset: number): ReadonlySet<string> {
  const block = brief.blocks.findLast(({ span }) => span.start <= offset);
  const isOutside = (at: number) => !block || at < block.span.start || at > block.span.end;
  return new Set(
    brief.insights
      .filter(({ mustCite, citedVia, span }) => mustCite === 'warning' && citedVia === null && isOutside(span.start))
      .map(({ text }) => text),
  );
}

/** Types an insight of a text letter by letter. @returns warnings elsewhere that come and go meanwhile, and the last version */
function flickerOf(text: string, span: { readonly start: number; readonly end: number }) {
  const [before, words, after] = [text.slice(0, span.start), text.slice(span.start, span.end), text.slice(span.end)];
  let brief = parseBrief(before + after);
  let last: ReadonlySet<string> | null = null;
  const changes = new Map<string, number>();
  for (let length = 1; length <= words.length; length++) {
    const typing = span.start + length;
    brief = parseChanged(brief, before + words.slice(0, length) + after, { typing });
    const now = warnedOutside(brief, typing);
    for (const each of last ? [...now, ...last].filter((one) => now.has(one) !== last?.has(one)) : [])
      changes.set(each, (changes.get(each) ?? 0) + 1);
    last = now;
  }
  return { flicker: [...changes].filter(([, times]) => times > 1).map(([each]) => each), brief };
}

describe('Somebody who types an insight letter by letter', () => {
  for (const [name, texts] of [
    ['a report', [REPORT]],
    ['briefs', BRIEFS],
  ] as const)
    it(`sees no warning come and go elsewhere, in ${name}`, () => {
      for (const text of texts)
        for (const { span } of parseBrief(text).insights) {
          const { flicker, brief } = flickerOf(text, span);
          assert.deepEqual(flicker, []);
          const fresh = parseBrief(text, { typing: span.end });
          assert.deepEqual(brief.insights, fresh.insights);
        }
    });

  it('counts in the habit of the brief once typing is over', () => {
    const text = BRIEFS[0] ?? '';
    const [insight] = parseBrief(text).insights;
    assert.ok(insight);
    assert.deepEqual(
      parseChanged(parseBrief(text, { typing: insight.span.end }), text, {}).insights,
      parseBrief(text).insights,
    );
  });
});
