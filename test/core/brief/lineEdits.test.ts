import assert from 'node:assert/strict';
import type { Tree } from '@lezer/common';
import { asContent } from '../../../src/core/base/content';
import { type Document, parse } from '../../../src/core/brief/parse';

/** A text after something was typed at the mark, read as the next version, and the version before. */
function typed(marked: string, newText: string, removed = 0): { before: Document; after: Document } {
  const start = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const before = parse(asContent(text));
  const end = start + removed;
  const now = asContent(text.slice(0, start) + newText + text.slice(end));
  return { before, after: parse(now, before, { edit: { span: { start, end }, newText } }) };
}

function nodesOf(tree: Tree): string[] {
  const nodes: string[] = [];
  tree.iterate({ enter: ({ name, from, to }) => void nodes.push(`${name} ${from} ${to}`) });
  return nodes;
}

function blocksOf({ blocks, starts }: Document): unknown {
  return blocks.items.map(({ tree, last: _, read: __, ...block }, index) => [starts[index], nodesOf(tree), block]);
}

const EDITS: readonly (readonly [what: string, marked: string, newText: string, removed?: number])[] = [
  ['a letter', '- One plant‸ [1]\n- Two\n\nMore\n', 's'],
  ['a letter in a quotation', '> - One plant‸ and\n> - two\n', 's'],
  ['a letter in a line of several', 'One\nplant‸\nmore\n', 's'],
  ['a mark of emphasis', '- **One‸ two\n\n3. Three\n', '**'],
  ['the first bar of a table', 'a‸ b\n|-|-|\n', '|'],
  ['a bar before a table', 'a‸\nb | c\n-|-\n', '|'],
  ['the end of a definition', '- [1]‸ https://e.example\n', ':'],
  ['the box of a task', '- [x‸ done\n', '] '],
  ['a heading', '-‸ One\n', ' #'],
  ['a quotation', '-‸ One\n', ' >'],
  ['the space of an item', '-‸One\n\n  two\n', ' '],
  ['the point of a number', '2024‸ was good\n', '.'],
  ['a fence', '`‸ code\n\nmore\n', '``'],
  ['a formula', 'A $‸ b\n', '$'],
  ['a comment of a thread', 'One {>‸ two <<} three\n', '>'],
  ['a line break', '- One‸two\n', '\n'],
  ['CR before LF', 'One‸\nTwo\n', '\r'],
  ['a letter after CR', '- One\r‸\n- Two\r\n', 'x'],
  ['nothing for CR', '- One‸\r\n- Two\r\n', '', 1],
  ['nothing for a line break', '- One‸\n- two\n', '', 1],
  ['nothing for the text of an item', '- ‸O\n\n  two\n', '', 1],
  ['a citation more than are read', `${'[1] '.repeat(1000)}a‸\n`, ' [1]'],
  ['a letter more than is read', `${'a'.repeat(100_000)}‸\n`, 'a'],
];

describe('An edit of a line', () => {
  for (const [what, marked, newText, removed] of EDITS)
    it(`is read as all would be anew: ${what}`, () => {
      const { after } = typed(marked, newText, removed);
      assert.deepEqual(blocksOf(after), blocksOf(parse(after.content)));
    });

  it('leaves the other items of a list as they were read', () => {
    const { before, after } = typed('- One plant‸\n- Two\n', 's');
    const itemsOf = ({ blocks }: Document) => blocks.items[0]?.tree.children ?? [];
    assert.deepEqual(
      itemsOf(after).map((item, index) => item === itemsOf(before)[index]),
      [false, true],
    );
  });
});
