import assert from 'node:assert/strict';
import { parseBrief, selectionRanges } from '../../../src/core';
import { contains } from '../../../src/core/base/text';
import { withCursor } from '../../fixture';

/** What a growing selection covers from the cursor on, the document last. */
function growing(marked: string): string[] {
  const { text, cursor } = withCursor(marked);
  return selectionRanges(parseBrief(text), cursor).map(({ start, end }) => text.slice(start, end));
}

const BODY = '## A\n\n- One. It grew by 4% [1, @C@3][7].\n  - Two.\n- Three.\n';

describe('a growing selection', () => {
  it('goes from a source to its citation, those beside it, the sentence, the insight, the item, the list, the section', () => {
    const item = '- One. It grew by 4% [1, 3][7].\n  - Two.';
    const list = `${item}\n- Three.`;
    assert.deepEqual(growing(BODY.replace('@C@', '|')), [
      '3',
      '[1, 3]',
      '[1, 3][7]',
      'It grew by 4% [1, 3][7].',
      'One. It grew by 4% [1, 3][7].',
      item,
      list,
      `## A\n\n${list}`,
      `## A\n\n${list}\n`,
    ]);
  });

  it('starts with the word, in CJK text too', () => {
    assert.equal(growing('It gr|ew by 4%.\n')[0], 'grew');
    assert.equal(growing('中国的|稀土很多。\n')[0], '稀土');
  });

  it('goes from a cell to its row and its table', () => {
    const { text, cursor } = { text: '| a | b |\n|---|---|\n| one two | 2 |\n', cursor: 23 };
    assert.deepEqual(
      selectionRanges(parseBrief(text), cursor).map(({ start, end }) => text.slice(start, end)),
      ['one', 'one two', '| one two | 2 |', text.trimEnd(), text],
    );
  });

  it('goes from a value of front matter to its key, its entry, the list and the front matter', () => {
    const yaml = 'title: x\nsources:\n  - id: 1\n    title: Rare earths\n  - id: 2\n';
    const text = `---\n${yaml}---\n\ntext\n`;
    const marked = text.replace('Rare', 'Ra|re');
    assert.deepEqual(growing(marked), [
      'Rare',
      'Rare earths',
      'title: Rare earths',
      'id: 1\n    title: Rare earths',
      '- id: 1\n    title: Rare earths',
      '- id: 1\n    title: Rare earths\n  - id: 2',
      'sources:\n  - id: 1\n    title: Rare earths\n  - id: 2',
      yaml,
      `---\n${yaml}---`,
      text,
    ]);
  });

  it('only ever grows, at every place of a text', () => {
    const text = `---\ntitle: x\nsources:\n  - {id: 1, title: "A\n---\n# T\n\n${BODY.replace('@C@', '')}\n\`\`\`\n[1\n`;
    const brief = parseBrief(text);
    for (let offset = 0; offset <= text.length; offset++) {
      const spans = selectionRanges(brief, offset);
      spans.forEach((span, i) => {
        const next = spans[i + 1];
        if (next) assert.ok(contains(next, span) && !contains(span, next), `${offset}`);
      });
      assert.deepEqual(spans.at(-1), { start: 0, end: text.length });
    }
  });
});
