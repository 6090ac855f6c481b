import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type Span } from '../../../../src/core/base/text';
import {
  changeHeadings,
  followEnter,
  indentItems,
  moveToCell,
  type Page,
  pageOf,
  toggleEmphasis,
  type Writing,
} from '../../../../src/core/editor/writing';
import { runs } from '../../../runs';

const KEYS: Readonly<Record<string, (page: Page, selections: readonly Span[]) => Writing | null>> = {
  bold: (page, selections) => toggleEmphasis(page, selections, 'bold'),
  italic: (page, selections) => toggleEmphasis(page, selections, 'italic'),
  promote: (page, selections) => changeHeadings(page, selections, -1),
  demote: (page, selections) => changeHeadings(page, selections, 1),
  'after enter': (page, [first]) => followEnter(page, page.lines.lineAt(first?.start ?? 0)),
  in: (page, selections) => indentItems(page, selections, 'in'),
  out: (page, selections) => indentItems(page, selections, 'out'),
  'next cell': (page, [first]) => (first ? moveToCell(page, first, 1) : null),
  'previous cell': (page, [first]) => (first ? moveToCell(page, first, -1) : null),
};

const PARTS = [
  '- ',
  '1. ',
  '9) ',
  '  ',
  '   ',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '> ',
  '- [ ] ',
  '[1]',
  '[@usgs, p. 3]',
  '{{a}}',
];
const MORE = [
  '**',
  '*',
  '_',
  '`',
  '```\n',
  '|',
  '| - | - |',
  '# ',
  'word',
  '中国',
  '😀',
  '\\',
  '$x$',
  '[a](b)',
  '---\n',
  '## Sources\n',
];
const anyText = fc.array(fc.constantFrom(...PARTS, ...MORE), { maxLength: 40 }).map((parts) => parts.join(''));
const anyPage = anyText.chain((text) =>
  fc.tuple(
    fc.constant(text),
    fc
      .tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length }))
      .map(([a, b]): Span => ({ start: Math.min(a, b), end: Math.max(a, b) })),
  ),
);

function staysInside(writing: Writing | null, text: string, label: string): void {
  if (!writing) return;
  const after = applyEdits(text, writing.edits);
  for (const { start, end } of writing.selections) assert.ok(0 <= start && start <= end && end <= after.length, label);
}

describe("A writer's keys", () => {
  for (const [name, key] of Object.entries(KEYS)) {
    it(`${name}: edits any text without an overlap, and leaves the selection in it`, () => {
      fc.assert(
        fc.property(anyPage, ([text, selection]) => {
          staysInside(key(pageOf(text), [selection]), text, JSON.stringify({ text, selection }));
        }),
        { numRuns: runs(500) },
      );
    });

    it(`${name}: edits a long list at one place, and all of it`, () => {
      const text = Array.from({ length: 20_000 }, (_, i) => `${i + 1}. item ${i} [1]`).join('\n');
      const at = text.indexOf('item 10000');
      for (const selection of [
        { start: at, end: at },
        { start: 0, end: text.length },
      ])
        staysInside(key(pageOf(text), [selection]), text, JSON.stringify(selection));
    });
  }

  it('change nothing of the words when items move', () => {
    const wordsOf = (line: string) => line.replace(/^[\s>]*(?:[-*+]|\d+[.)])?/, '').replace(/\s/g, '');
    const words = (text: string) => text.split('\n').map(wordsOf);
    fc.assert(
      fc.property(anyPage, fc.constantFrom('in', 'out'), ([text, selection], name) => {
        const writing = KEYS[name]?.(pageOf(text), [selection]);
        if (writing) assert.deepEqual(words(applyEdits(text, writing.edits)), words(text));
      }),
      { numRuns: runs(500) },
    );
  });
});
