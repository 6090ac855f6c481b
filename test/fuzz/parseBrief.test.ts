import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Problem } from '../../src/core/base/problem';
import type { Span } from '../../src/core/base/text';
import { startOf } from '../../src/core/brief/blocks/readBody';
import { parseBrief, parseChanged } from '../../src/core/brief/parseBrief';
import { bodyOf } from '../../src/core/brief/queries/blocks';
import type { Brief } from '../../src/core/brief/types';
import { type CheckOptions, checkBrief } from '../../src/core/rules';
import { runs } from '../runs';

/** Pieces that briefs are made of, whole and broken, for texts that come near every corner of the format. */
const PIECES = [
  '# Title\n',
  '## Sources\n',
  '**来源：**\n',
  'Sources:\n',
  '- ',
  '  - ',
  '1. ',
  '> ',
  '| a | b |\n| - | - |\n| 1 | 2 |\n',
  '[1]',
  '[1',
  '[1,,2]',
  '[7-5]',
  '[1]–[3]',
  '[@usgs, p. 3; @doe]',
  '@usgs',
  '@{k}',
  '[^1]',
  '[^1]: note\n',
  '[1]: https://e.example\n',
  '[1](https://e.example)',
  '[text][1]',
  '【1】',
  '¹',
  '<sup>1</sup>',
  '{{share}}',
  '[90%]{{share}}',
  '@fig:share',
  '[own]',
  '[?]',
  '(Source: Reuters)',
  '【4†source】',
  ':contentReference[oaicite:0]{index=0}',
  '<!-- brief-disable-next-line a/b -->\n',
  '<!-- brief: computed -->',
  ' <!-- brief: verified 2025-08-07 AZ 3f9a1c -->',
  '<!-- brief: verified x -->',
  '```figure\nid: x\nvalue: 1\n```\n',
  '```',
  '$x_1$',
  '$5 and $6',
  '`',
  '\\[',
  '---\n',
  'title: x\n',
  'sources:\n  - id: 1\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\u2028',
  ' ',
  '   2024. It',
  '\n     2024. ',
  '|-|- \t',
  '    ',
  'China holds 90% of it. ',
  '中国占90%。',
  '\uFEFF',
  '\u0000',
  '\uD800',
  '🚀',
  '*',
  '**',
  '_',
  ':',
  '：',
  '$$\nx\n',
  '<div>\n',
  '<!--',
  '-->',
  '~~~\n',
  '===\n',
  '\t',
  '+ ',
  '|',
  '\n    x',
  '## Part\n',
  'Sources: [1] One, https://a.example; [2] Two https://b.example\n',
  'Output in 2020 was as follows:\n',
  'Table 1: Shares\n',
  'Source: [1]\n',
  '- [ ] task\n',
  '> [!NOTE]\n> ',
  '[^1]: see https://e.example [1]\n\n    more [2]\n',
  '\n<!-- brief: computed -->\n',
  '## Outlook\n<!-- brief: own -->\n\n',
  '## Outlook <!-- brief: own -->\n',
  '<!-- brief: own -->',
  '<!-- brief-disable-line -->\n',
  '[k]: https://k.example "T"\n',
  '[text][k]',
  '@k ',
  '1. One https://a.example\n2. Two\n',
  '| a | b | \n|---|---| \n| [1] | 2 |\n',
  '```figure\nid: y\nchart: bar\nx: a\ny: b\ndata:\n  - {a: 1, start: 2, end: 3}\ncites: [1]\n```\n',
] as const;

/** With the rule that is off until somebody asks for it. */
const EVERYTHING: CheckOptions = { rules: new Map([['citation/missing-in-sentence', 'warning']]) };

const text = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 6 })), { maxLength: 60 })
  .map((parts) => parts.join(''));

function within(outer: Span, inner: Span, what: string): void {
  assert.ok(
    outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end,
    `${what} ${JSON.stringify([outer, inner])}`,
  );
}

describe('Any text', () => {
  it('is read without an error, and every span lies where it says', () => {
    fc.assert(
      fc.property(text, (source) => {
        const brief = parseBrief(source);
        const whole = { start: 0, end: source.length };
        for (const insight of brief.insights) {
          within(whole, insight.span, 'insight');
          assert.equal(source.slice(insight.span.start, insight.span.end), insight.text);
          for (const sentence of insight.sentences) within(insight.span, sentence.span, 'sentence');
        }
        for (const citation of brief.citations) {
          within(whole, citation.span, 'citation');
          for (const item of citation.items) within(citation.span, item.span, 'item');
        }
        for (const section of brief.sections) {
          within(section.span, section.headingSpan, 'heading');
          if (section.parent !== null) within(brief.sections[section.parent]?.span ?? whole, section.span, 'section');
        }
        for (const source of brief.sources)
          for (const declaration of source.declarations) within(declaration.span, declaration.idSpan, 'id');
        for (const slip of brief.slips) within(whole, slip.span, 'slip');
        for (const suppression of brief.suppressions) within(whole, suppression.covers, 'suppression');
        for (const reference of brief.figureReferences) within(reference.span, reference.idSpan, 'figure id');
      }),
      { numRuns: 400 },
    );
  });

  it('gives its blocks and citations in document order', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { blocks, citations } = parseBrief(source);
        for (const list of [blocks, citations]) {
          for (let i = 1; i < list.length; i++) assert.ok((list[i - 1]?.span.start ?? 0) <= (list[i]?.span.start ?? 0));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is read the same with line ends of Windows, but for the places', () => {
    fc.assert(
      fc.property(text, (source) => {
        const unix = source.replace(/\r/g, '');
        const shape = (of: string) => {
          const brief = parseBrief(of);
          return {
            cited: brief.insights.map(({ citedVia, cites, mustCite }) => [citedVia, cites, mustCite]),
            sources: brief.sources.map(({ id, url }) => [id, url?.value]),
            sections: brief.sections.map(({ heading, kind }) => [heading, kind]),
          };
        };
        assert.deepEqual(shape(unix.replace(/\n/g, '\r\n')), shape(unix));
      }),
      { numRuns: 200 },
    );
  });

  it('has no code any more where the spaces before it are removed', () => {
    const text = '\n    Output rose by 4%.\n\nText.\n';
    const edited = parseChanged(parseBrief(text), text.slice(2));
    assert.deepEqual(edited.insights, parseBrief(text.slice(2)).insights);
    assert.equal(edited.insights.length, 2);
  });

  it('is read the same after edits as from the start, and has the same problems and fixes', () => {
    const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 12 }), insert: text, isChecked: fc.boolean() });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), fc.array(edit, { maxLength: 6 }), (parts, edits) => {
        let source = parts.join('\n\n');
        let brief = parseBrief(source);
        for (const { at, remove, insert, isChecked } of edits) {
          const start = at % (source.length + 1);
          source = source.slice(0, start) + insert + source.slice(start + remove);
          brief = parseChanged(brief, source);
          if (!isChecked) continue;
          const fresh = parseBrief(source);
          // Rules go by what blocks mean while nobody has asked for a list of all.
          const problems = checkBrief(brief, EVERYTHING);
          assert.deepEqual(plain(brief), plain(fresh));
          assert.deepEqual(problems.map(told), checkBrief(fresh, EVERYTHING).map(told));
        }
      }),
      { numRuns: runs(600) },
    );
  });
});

describe('The blocks of a body', () => {
  /** Long enough that blocks near an edit are parsed again and others are not. */
  const body = fc
    .array(fc.oneof(text, fc.constantFrom('\n\n', '\n')), { minLength: 20, maxLength: 60 })
    .map((parts) => parts.join('\n'));
  const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 30 }), insert: text });

  it('have the same texts and trees after edits as from the start', () => {
    fc.assert(
      fc.property(body, fc.array(edit, { minLength: 1, maxLength: 6 }), (start, edits) => {
        let brief = parseBrief(start);
        for (const { at, remove, insert } of edits) {
          const from = at % (brief.text.length + 1);
          const next = brief.text.slice(0, from) + insert + brief.text.slice(from + remove);
          brief = parseChanged(brief, next);
          assert.deepEqual(nodesOf(brief), nodesOf(parseBrief(next)), JSON.stringify(next));
        }
      }),
      { numRuns: runs(400) },
    );
  });
});

function nodesOf(brief: Brief): string[] {
  const nodes: string[] = [];
  const body = bodyOf(brief);
  body?.blocks.forEach(({ tree, text, written }, index) => {
    nodes.push(`${text} is ${written}`);
    tree.iterate({ enter: ({ name, from, to }) => void nodes.push(`${startOf(body, index)} ${name} ${from}-${to}`) });
  });
  return nodes;
}

/** A brief without its functions, which are never equal. */
function plain({ lines, ...rest }: Brief): object {
  return { ...rest, lines: lines.count };
}

/** A problem with its fixes worked out. */
function told({ fixes, ...problem }: Problem): object {
  return { ...problem, fixes: fixes?.() ?? [] };
}
