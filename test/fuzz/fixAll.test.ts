import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type Brief, checkBrief, fixAll, type Problem, parseBrief } from '../../src/core';
import { withoutTracking } from '../../src/core/base/urls';
import { certainFix } from '../../src/core/editor/editing/fixAll';
import { joinEdits } from '../../src/core/editor/editing/joinEdits';
import { addressesIn } from '../../src/core/rules/fixes/sources/addresses';
import { citedBrief } from './citedBriefs';

const check = (brief: Brief) => checkBrief(brief);

/** What goes wrong in briefs and has a safe or a certain fix. */
const SLIPS = [
  '- It mines 70%[2][1]\n',
  '- It mines 70% [1][1][1].\n',
  '- It fell by 30% [2, 1, 2] (see [this](https://x.example/a?utm_source=b)).\n',
  '中国精炼了90%的稀土【2，1】。\n',
  '- It fell by 30% 【4†source】 [1,,2] [1.\n',
  '- It fell by 3% [oai_citation:0‡Ore](https://h.example/o) 【4:1†ore.pdf】.\n',
  '<!-- brief-disable-next-line citation/order figure/unknown -->\n- It rose by 3% [1].\n',
  '- It rose [[1]](https://example.org/0) by 4%.\n',
  '- It is 5% ([Reuters](https://reuters.example/a)).\n',
];

/** A brief with slips in its body. */
const text = fc
  .tuple(citedBrief, fc.array(fc.constantFrom(...SLIPS), { maxLength: 4 }))
  .map(([brief, slips]) =>
    brief.replace(/# Title(\r?\n)/, (all, line: string) => all + line + slips.join('').replaceAll('\n', line)),
  );

function grave(problems: readonly Problem[]): string[] {
  return problems.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ rule }) => rule);
}

describe('fixing all of whatever brief', function () {
  this.timeout(120_000);

  it('leaves nothing to fix, no new error, and what every insight rests on', () => {
    fc.assert(
      fc.property(text, (source) => {
        const before = parseBrief(source);
        const fixed = fixAll(before, check);
        assert.equal(applyEdits(source, fixed.edits), fixed.brief.text);
        assert.deepEqual(fixAll(parseBrief(fixed.brief.text), check).edits, []);
        assert.equal(/[^\r]\n/.test(fixed.brief.text), /[^\r]\n/.test(source));
        fixed.edits.forEach(({ span, newText }, i) => {
          assert.notEqual(source.slice(span.start, span.end), newText);
          assert.ok(span.start > (fixed.edits[i - 1]?.span.end ?? -1), 'edits are in order and do not touch');
        });
        const left = grave(fixed.problems);
        for (const rule of new Set(left)) {
          const count = (rules: readonly string[]) => rules.filter((other) => other === rule).length;
          assert.ok(count(left) <= count(grave(check(before))), rule);
        }
        const rests = ({ insights }: Brief) =>
          insights.map(({ cites, citedVia, own }) => [[...cites].sort(), citedVia, own]);
        const after = rests(fixed.brief);
        before.insights.forEach(({ text: claim, cites }, i) => {
          const now = fixed.brief.insights[i];
          // What an assistant left of a source is one that is cited now, unless other marks that hold nothing are left to the author.
          const isLeft = fixed.brief.text.includes('oai_citation');
          if (isLeft || !claim.includes('oai_citation')) assert.deepEqual(after[i], rests(before)[i], fixed.brief.text);
          else assert.ok(now?.citedVia === 'text' && cites.every((id) => now.cites.includes(id)), fixed.brief.text);
        });
        assert.equal(after.length, before.insights.length);
        for (const { url } of addressesIn(source))
          assert.ok(fixed.brief.text.includes(withoutTracking(url)), `${url} is lost:\n${fixed.brief.text}`);
      }),
      { numRuns: 200 },
    );
  });

  it('of one rule, where that is asked for, leaves none of that rule that could be fixed', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('citation/malformed', 'citation/inline-link', 'citation/artifact'),
        (source, rule) => {
          const ofRule = (brief: Brief) => check(brief).filter((problem) => problem.rule === rule);
          const { brief, problems } = fixAll(parseBrief(source), ofRule, certainFix);
          assert.deepEqual(
            problems.filter((problem) => certainFix(problem)),
            [],
            brief.text,
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is one set of edits where it took several rounds', () => {
    const edits = (length: number) =>
      fc
        .array(fc.tuple(fc.nat({ max: length }), fc.nat({ max: 5 }), fc.string({ maxLength: 4 })), { maxLength: 5 })
        .map((drafts) => {
          let from = 0;
          return [...drafts]
            .sort(([a], [b]) => a - b)
            .flatMap(([at, drop, newText]) => {
              const start = Math.max(at, from);
              const end = Math.min(length, start + drop);
              from = end + 1;
              return start > length || (start === end && newText === '') ? [] : [{ span: { start, end }, newText }];
            });
        });
    const rounds = fc
      .string({ minLength: 0, maxLength: 30 })
      .chain((source) =>
        edits(source.length).chain((first) =>
          edits(applyEdits(source, first).length).map((second) => ({ source, first, second })),
        ),
      );
    fc.assert(
      fc.property(rounds, ({ source, first, second }) => {
        const joined = joinEdits(source.length, [first, second]);
        assert.equal(applyEdits(source, joined), applyEdits(applyEdits(source, first), second));
      }),
      { numRuns: 1000 },
    );
  });
});
