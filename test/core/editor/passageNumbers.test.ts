import assert from 'node:assert/strict';
import { definitionAt, hoverAt, referencesAt, semanticTokens, sourceOverview, toPlainText } from '../../../src/core';
import { completionsAt } from '../../../src/core/editor/completion';
import { withCursor } from '../../fixture';
import { ARTICLE, HEAD, summaryOf } from '../../summary/summary';

/** Asks about the place of the cursor in a body. */
function at(marked: string) {
  const { text, cursor } = withCursor(marked);
  return { brief: summaryOf(text), offset: HEAD.length + 1 + cursor };
}

function hoverOf(marked: string): string {
  const { brief, offset } = at(marked);
  const hover = hoverAt(brief, offset);
  assert.ok(hover);
  return toPlainText(hover.content);
}

describe('The number of a passage', () => {
  it('shows that passage when you point at it', () => {
    const hover = hoverOf('- The effort is hard [|1].');
    assert.match(hover, /\[1\] Rare earths come home slowly\npassage 1 · The Weekly Assay/);
    assert.match(hover, /Officials who have tried for fifteen years say/);
    assert.doesNotMatch(hover, /Seventeen elements/);
  });

  it('shows that passage beside the verdict on a number that it does not hold', () => {
    const hover = hoverOf('- The smelter in Baotou saves 30% of its water [|5].');
    assert.match(hover, /30% · Found elsewhere: not in \[5\], but \[6\] has it/);
    assert.match(hover, /Taking the elements apart/);
  });

  it('leads to that passage in the copy', () => {
    const { brief, offset } = at('- It is hard [|2].');
    const [target] = definitionAt(brief, offset)?.targets ?? [];
    assert.equal(target?.elsewhere?.uri, 'file:///sources/article.txt');
    assert.match(ARTICLE.slice(target?.span.start, target?.span.end), /^Seventeen elements/);
  });

  it('is offered by what the passage says, the likeliest first, and the whole source last', () => {
    const { brief, offset } = at('- Apple agreed to buy magnets for $500 million [|].');
    const sources = completionsAt(brief, offset, { today: '2025-08-06', asked: true }).items.filter(
      ({ kind }) => kind === 'source',
    );
    assert.equal(sources[0]?.label, '[7]');
    assert.match(sources[0]?.detail ?? '', /^The mine at Mountain Pass/);
    assert.equal(sources[0]?.description, 'passage 7');
    assert.match(sources[0]?.filterText ?? '', /^7 The mine at Mountain Pass/);
    assert.equal(sources.length, 9);
    assert.equal(sources.at(-1)?.label, '[@article]');
  });

  it('is one of the references to its source', () => {
    const { brief } = at('- It is hard [1][7|].');
    const found = referencesAt(brief, brief.text.indexOf('article'), false);
    assert.deepEqual(
      found.map(({ span }) => brief.text.slice(span.start, span.end)),
      ['1', '7'],
    );
  });

  it('stands under its source in the view of sources', () => {
    const { sources } = sourceOverview(at('- It is hard [1][7|].').brief);
    assert.deepEqual(
      sources.map(({ id, citedBy }) => [id, citedBy.length]),
      [['article', 2]],
    );
  });

  it('is coloured as what is known', () => {
    const tokens = semanticTokens(at('- It is hard [|1][9].').brief).filter(({ type }) => type === 'citation');
    assert.deepEqual(
      tokens.map(({ modifier }) => modifier ?? null),
      [null, 'unknown'],
    );
  });
});
