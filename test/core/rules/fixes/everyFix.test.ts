import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/core/base/text';
import { comparableUrl } from '../../../../src/core/base/urls';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { checkBrief, suppressHere } from '../../../../src/core/rules';
import { addressesIn } from '../../../../src/core/rules/fixes/sources/addresses';
import { runs } from '../../../runs';

const HEADERS = [
  '',
  '---\ntitle: T\n---\n',
  '---\ntitle: A: b\nauthor: @x\nsources:\n---\n',
  '---\nsources:\n  - id: 1\n    titel: A\n    url: www.usgs.gov/a\n  - id: k\n---\n',
  '---\nsources: [{id: 1}]\nfigures:\n  - {id: share, value: 90%}\n---\n',
  '---\ntitle: T',
  '---\nsources:\n  - {id: 1, title: A, quote: "China held 90% of the smelting capacity in 2023, said \'the largest share of the world\'."}\n  - id: k\n    title: B\n    quote: The deal over smelting is worth $500 million.\nfigures:\n  - id: share\n    title: China held 96% of smelting\n    value: $500 million\n    cites: [1]\n---\n',
];
const PARTS = [
  '# T\n',
  '\n',
  '- It mines 70% [1].\n',
  '- It mines 70%[2][1]\n',
  '1. Exports fell by 30% [9].\n',
  '  - Nested, it fell by 40% [1][1]\n',
  'Exports rose by 20% [1, 2, 1] (Source: IEA).\n',
  '> It rose by 30% [7]\n',
  '| A | B |\n| --- | --- |\n| 1 | 2 [8] |\n',
  '```figure\nid: share\nvalue: 90%\n```\n',
  '- It rose by 4% [1](https://h.org/x) [1](https://h.org/y) (Source: H, https://h.org/z).\n',
  '<!-- brief-disable-next-line -- see https://i.org/reason -->\n',
  'See {{shares}} and @fig:shar, @bob.\n',
  '中国精炼了90%的稀土【1】。\n',
  '- It fell by 30% [?] [1\n',
  '- It fell by 30% 【4†source】.\n',
  '- It fell by 3%[oai_citation:0‡Ore](https://h.org/o_(a)#b) 【4:1†ore.pdf】(https://h.org/o_(a)).\n',
  '- It fell by 30% ([Reuters](https://reuters.com/a?utm_source=chatgpt.com)).\n',
  '<!-- brief-disable-next-line citation/missing -->\n',
  '## Sources\n',
  'Sources:\n',
  '## 来源列表\n\n| # | 来源 | URL |\n| --- | --- | --- |\n| 1 | A | https://j.org |\n',
  '- It fell by 3% [⁶](https://k.org) and 4% [^3](https://l.org).\n',
  '[1] A report. https://a.org\n',
  '- [2] B report. https://b.org\n',
  '3. C report. https://c.org\n',
  '5. D report.\n',
  '[^1]: See https://e.org\n',
  '[4]: https://f.org\n',
  '- It fell by 30%[^1][^2] and³ [[1]](https://g.org).\n',
  'It fell by 3% [@k; @k] [@nope] [5-7].\n',
  '- China held 96% of the smelting capacity in 2021 [1].\n',
  'China held 90% of the smelting capacity. The deal over smelting is worth $500 million [1]. [own]\n',
  '- The deal over smelting, in **2023**, is worth $5\\00 million [1, p. 3][@k], and 90% [1] of smelting.\n',
  '- 中国占冶炼产能的96%。[1]交易额为5亿美元[1]。\n',
  '- They said "the larger share of the\n  world" of smelting [1], or 96%.\n',
  '```\n',
];

const texts = fc
  .tuple(
    fc.constantFrom(...HEADERS),
    fc.array(fc.constantFrom(...PARTS), { maxLength: 12 }),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
  )
  .map(([header, parts, lineBreak, ended]) => {
    const text = (header + parts.join('')).replaceAll('\n', lineBreak);
    return ended ? text : text.trimEnd();
  });

describe('every fix, in whatever text', () => {
  it('has edits that do not overlap, and keeps CRLF', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const problem of checkBrief(parseBrief(text))) {
          for (const fix of problem.fixes?.() ?? []) {
            assert.ok(fix.edits.length > 0, fix.title);
            const fixed = applyEdits(text, fix.edits);
            assert.notEqual(fixed, text, fix.title);
            if (text.includes('\r\n')) assert.doesNotMatch(fixed, /[^\r]\n/, fix.title);
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('that declares a source leaves it declared', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { fixes } of checkBrief(parseBrief(text))) {
          for (const { title, edits } of fixes?.() ?? []) {
            const id = /^Declare source \[@?(.+)\]$/.exec(title)?.[1];
            if (id === undefined) continue;
            const fixed = applyEdits(text, edits);
            const ids = parseBrief(fixed).sources.map((source) => source.id);
            assert.ok(ids.includes(id), `${title}:\n${fixed}`);
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('loses no address, but for one that removes a source or a comment and says so', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { fixes } of checkBrief(parseBrief(text))) {
          for (const { title, edits, certain, safe } of fixes?.() ?? []) {
            const fixed = applyEdits(text, edits);
            const lost = addressesIn(text).filter(({ url }) => !fixed.includes(comparableUrl(url)));
            const isMeant = /^Remove (?:source|the comment)/.test(title) && !certain && !safe;
            assert.ok(lost.length === 0 || isMeant, `"${title}" loses ${lost[0]?.url}:\n${fixed}`);
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('that turns a rule off for a citation leaves one problem less, and no useless comment', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const brief = parseBrief(text);
        const problems = checkBrief(brief);
        const problem = problems.find(({ rule }) => rule.startsWith('citation/'));
        const fix = problem && suppressHere(brief, problem);
        if (!problem || !fix) return;
        const after = checkBrief(parseBrief(applyEdits(text, fix.edits)));
        const count = (list: typeof problems, code: string) => list.filter(({ rule }) => rule === code).length;
        assert.ok(count(after, problem.rule) < count(problems, problem.rule), fix.title);
        assert.ok(count(after, 'brief/unused-suppression') <= count(problems, 'brief/unused-suppression'));
      }),
      { numRuns: runs(300) },
    );
  });
});
