import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBrief, parseChanged } from '../../../src/core/brief/parseBrief';
import { renderBrief, renderParts } from '../../../src/core/page/renderBrief';
import { runs } from '../../runs';
import { assertAsAnew, HEADS, inPlace } from './parts';

const ITEMS = [
  'China refines 90% of them. [1]',
  'It sold 7 tons in 2020. [2]',
  'No source for 12%.',
  'Some say more. [@elsewhere]',
  'As @2 says, and @9, it sold 7 tons in 2020.',
  'See {{share}} and @fig:rows, or @fig:late.',
  'A remark.[^n] Another.[^m]',
  '[ ] Look at [the site][a] and [b]. [?]',
  'Two [1]\n  - and 7 tons [2]\n  - and 8 tons',
  'Our own view. [own]',
  'Two paragraphs\n\n  of 12% [1].',
  '```figure\n  id: fenced\n  value: 5\n  cites: [1]\n  ```',
  'It sold 7 tons. [2] <!-- brief: verified 2024-01-01 AZ 1a2b3c4d -->',
  'Half of it was sold. [1] <!-- brief: computed -->',
  'At https://one.example/ [1-3]',
  '# A heading',
  '',
] as const;
/** Most of a list says what no other block hangs on, and has no blank lines. */
const plainItem = fc.tuple(fc.nat(9), fc.nat(9)).map(([of, share]) => `Plant ${of} sold ${share}% more ore. [1]`);
const item = fc.oneof({ weight: 30, arbitrary: plainItem }, { weight: 1, arbitrary: fc.constantFrom(...ITEMS) });

const MARKERS = ['- ', '* ', '7. '] as const;
const BEFORE = ['', 'We expect:\n\n', '## Our view [own]\n\n', '## Loans\n\nA paragraph. [2]\n\n'];
const AFTER = [
  '\n[a]: https://one.example/\n',
  '\n\n[^n]: A note of 5 parts. [1]\n',
  '\nMore.\n\n## Sources\n\n- [3] More.\n',
];

const change = fc.record({
  at: fc.nat(),
  removed: fc.nat(2),
  added: fc.array(fc.oneof(plainItem, fc.constantFrom(...ITEMS)), { maxLength: 2 }),
  head: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.nat(HEADS.length - 1)),
  before: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom(...BEFORE)),
});

/** A list of as many items as are shown in stretches. */
const listOf = (items: readonly string[], marker: string) =>
  items.map((words) => `${marker}${words.replace(/\n(?=\S| )/g, `\n${' '.repeat(marker.length - 2)}`)}\n`).join('');
const plain = (count: number) =>
  Array.from({ length: count }, (_, i) => `Plant ${i} sold ${i % 97}% more ore in 2023. [1]`);
const bodies = (text: string) => renderParts(parseBrief(text)).parts.filter(({ slot }) => slot === 'body');

describe('a long list', () => {
  it('is shown in stretches that are together what it is as a whole', () => {
    for (const marker of MARKERS)
      for (const items of [
        plain(600),
        [...plain(300), 'Two paragraphs\n\n   of 12% [1].', ...plain(30)],
        [...ITEMS, ...plain(300)],
      ]) {
        const brief = parseBrief(`${HEADS[1]}Words.\n\n${listOf(items, marker)}\nMore.\n`);
        const parts = renderParts(brief);
        const shown = inPlace(parts)
          .join('')
          .replace(/<\/(ul|ol)><\1(?: start="\d+")?>/g, '');
        const whole = renderBrief(brief).replace(/<\/(ul|ol)><\1(?: start="\d+")?>/g, '');
        const list = shown.slice(shown.indexOf('Words.'), shown.lastIndexOf('More.'));
        assert.ok(list.length > 20_000);
        assert.ok(whole.includes(list), marker);
        assert.ok(parts.parts.length > 8, marker);
      }
  });

  it('goes on counting in each stretch', () => {
    const [, ...others] = bodies(listOf(plain(300), '7. ')).filter(({ html }) => html.startsWith('<ol'));
    assert.ok(others.length > 2);
    for (const { line, html } of others) assert.ok(html.startsWith(`<ol start="${7 + line}">`), html.slice(0, 40));
  });

  it('stays but for one stretch where an item changes, comes or goes', () => {
    const items = plain(1000);
    const before = parseBrief(`Words.\n\n${listOf(items, '- ')}`);
    for (const next of [
      items.with(500, 'Plant x sold 5% more ore in 2023. [1]'),
      items.toSpliced(500, 0, 'One more sold 5%. [1]'),
      items.toSpliced(500, 1),
    ]) {
      const view = {};
      const known = new Set(renderParts(before, {}, view).parts.map(({ html }) => html));
      const after = renderParts(parseChanged(before, `Words.\n\n${listOf(next, '- ')}`), {}, view);
      const fresh = after.parts.filter(({ html }) => !known.has(html));
      assert.ok(known.size > 15);
      assert.ok(fresh.length >= 1 && fresh.length <= 2, `${fresh.length} of ${known.size} parts are new`);
    }
  });

  it('is one part where it is short, and where the page is exported', () => {
    assert.equal(bodies(listOf(plain(100), '- ')).length, 1);
    assert.equal(renderBrief(parseBrief(listOf(plain(600), '- '))).match(/<ul>/g)?.length, 1);
  });

  it('is after any edits what it is when all of it is rendered', () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 270, maxLength: 300, size: 'max' }),
        fc.constantFrom(...MARKERS),
        fc.constantFrom(...AFTER),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (start, marker, after, changes, review) => {
          let [items, head, before]: [readonly string[], number, string] = [start, 1, ''];
          const text = () => `${HEADS[head]}${before}${listOf(items, marker)}${after}`;
          let brief = parseBrief(text());
          const view = {};
          renderParts(brief, { review }, view);
          for (const { at, removed, added, ...others } of changes) {
            items = items.toSpliced(at % items.length, removed, ...added);
            [head, before] = [others.head ?? head, others.before ?? before];
            brief = parseChanged(brief, text());
            assertAsAnew(brief, renderParts(brief, { review }, view), parseBrief(text()), { review });
          }
        },
      ),
      { numRuns: runs(24) },
    );
  });
});
