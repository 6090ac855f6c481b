import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBrief, parseChanged } from '../../../src/core/brief/parseBrief';
import { cardsOf, renderBrief, renderParts } from '../../../src/core/page/renderBrief';
import { runs } from '../../runs';
import { assertAsAnew, cardIdsOf, HEAD, HEADS, inPlace } from './parts';

/** Blocks that depend on each other: by anchors, numbers, link definitions, and what is known of sources. */
const BLOCKS = [
  '# Title of the body',
  '## Same',
  '## Same',
  '- China refines 90% of them. [1]\n- It sold 7 tons in 2020. [2]\n- No source for 12%.',
  '- China refines 90% of them. [1]',
  '- Some say more. [@elsewhere]',
  'A paragraph with {{share}} and @fig:rows, and [9].',
  'As @2 says, and @9, it sold 7 tons in 2020.',
  'See @fig:late, [the site][a] and [b]. [?]',
  '[a]: https://one.example/',
  '[a]: https://two.example/ "Two"',
  '[b]: #same',
  'A remark.[^n] Another.[^m] And once more.[^n]',
  '[^n]: A note with a claim of 5 parts. [1]\n    ```\n    code\n    ```',
  '[^m]: Short.',
  '> quoted\n>\n> [a]: https://three.example/',
  '```figure\nid: fenced\nvalue: 5\ncites: [1]\n```',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  'Our own view. [own]',
  '## Sources',
  '- [3] More. https://more.example/',
  '[2]: https://energy.example/ "Energy"',
  '1. One\n\n   two [1][2]\n2. Three (see [1, p. 3]).',
  '$x^2$ and `code` and "China refines 90% of all ore." [1]',
];

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly added: readonly string[];
  readonly head: number | null;
}

const heads = fc.nat(HEADS.length - 1);

const edits = fc.array(
  fc.record({
    at: fc.nat(12),
    removed: fc.nat(2),
    added: fc.array(fc.oneof(fc.constantFrom(...BLOCKS), fc.constantFrom('x', 'words of 5 [1]', '')), { maxLength: 3 }),
    head: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, heads),
  }),
  { minLength: 1, maxLength: 5 },
);

function apply(blocks: readonly string[], { at, removed, added }: Edit): string[] {
  const start = Math.min(at, blocks.length);
  return [...blocks.slice(0, start), ...added, ...blocks.slice(start + removed)];
}

/** As long as an edit has to be away from a block for the parser to leave that alone. */
const FAR = `\n\n${'Words that nothing else hangs on. '.repeat(8)}\n\n`;

const textOf = (blocks: readonly string[], head: number, between = '\n\n') => HEADS[head] + blocks.join(between);

describe('a brief that is rendered in parts', () => {
  it('is after any edits what it is when all of it is rendered', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...BLOCKS), { maxLength: 12 }),
        edits,
        heads,
        fc.boolean(),
        fc.constantFrom('\n\n', FAR),
        (start, changes, firstHead, review, between) => {
          let head = firstHead;
          let blocks: readonly string[] = start;
          let brief = parseBrief(textOf(blocks, head, between));
          const view = {};
          let shown = renderParts(brief, { review }, view);
          for (const change of changes) {
            blocks = apply(blocks, change);
            head = change.head ?? head;
            brief = parseChanged(brief, textOf(blocks, head, between));
            shown = renderParts(brief, { review }, view);
            assertAsAnew(brief, shown, parseBrief(textOf(blocks, head, between)), { review });
          }
        },
      ),
      { numRuns: runs(150) },
    );
  });

  it('has the markup and the lines of the whole page', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...BLOCKS), { maxLength: 12 }), fc.boolean(), (blocks, review) => {
        const brief = parseBrief(textOf(blocks, 1));
        let whole: string = renderBrief(brief, { review });
        for (const part of inPlace(renderParts(brief, { review }))) {
          const at = whole.indexOf(part);
          assert.ok(at >= 0, `the page has no ${part}`);
          whole = whole.slice(at + part.length);
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('has the same parts, at other lines, below a line that is added', () => {
    const body = '## One\n\n- Claim of 5 parts. [1]\n\n## Two\n\nWords.\n';
    const before = parseBrief(HEAD + body);
    const view = {};
    const shown = renderParts(before, {}, view);
    const after = renderParts(parseChanged(before, `${HEAD}New.\n\n${body}`), {}, view);
    const known = new Map(shown.parts.map((part) => [part.html, part]));
    const fresh = after.parts.filter(({ html }) => !known.has(html));
    assert.deepEqual(
      fresh.map(({ html }) => html),
      ['<p data-line="0" class="insight uncited-hint">New.</p>'],
    );
    assert.equal(after.parts.find(({ html }) => html.includes('One'))?.line, 12);
  });
  it('names a source anew in blocks that stay, once the source has another name', () => {
    const body = `It is so. [1]${FAR}## Sources\n\n- [1] Minerals. https://usgs.example/\n`;
    const before = parseBrief(body);
    const after = parseChanged(before, body.replace('Minerals', 'Energy'));
    const view = {};
    renderParts(before, { evidence: 'none' }, view);
    const { parts } = renderParts(after, { evidence: 'none' }, view);
    assert.match(parts.find(({ slot }) => slot === 'body')?.html ?? '', /title="Energy/);
  });

  it('gives the cards of blocks that stay', () => {
    const body = `It sold 7 tons. [1]${FAR}More.\n`;
    const before = parseBrief(HEAD + body);
    const after = parseChanged(before, `${HEAD + body}x`);
    const view = {};
    renderParts(before, {}, view);
    const [id = ''] = cardIdsOf(renderParts(after, {}, view));
    assert.match(cardsOf(after, [id]).get(id) ?? '', /Minerals/);
  });
});
