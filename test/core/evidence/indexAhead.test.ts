import assert from 'node:assert/strict';
import { checkBrief, indexAhead, parseBrief, parseChanged } from '../../../src/core/checking';
import { readBibliography } from '../../../src/formats/bibliography';

const COUNT = 1000;
/** Too many sources to index at once; the last one has a number. */
const REFS = Array.from(
  { length: COUNT },
  (_, i) => `@book{k${i}, title = {Copper of ${i === COUNT - 1 ? 'Chile: 4321 tonnes' : `mine ${i}`}}}\n`,
).join('');
const TEXT = '---\nbibliography: refs.bib\n---\n# T\n\n- Copper of Chile: 4321 tonnes [@k0].\n';
const bibliography = [
  {
    path: 'refs.bib',
    uri: 'file:///refs.bib',
    text: REFS,
    declarations: readBibliography(REFS, 'refs.bib').declarations.map((declaration, i) => ({
      ...declaration,
      quotes: i === COUNT - 1 ? [{ text: 'Copper of Chile: 4321 tonnes', from: 'quote' as const }] : [],
    })),
    errors: [],
  },
];

/** How often it has to be asked to go on. */
function slicesOf(brief: Parameters<typeof indexAhead>[0]): number {
  let count = 0;
  for (const _ of indexAhead(brief)) count++;
  return count;
}

describe('the sources of a large bibliography', () => {
  it('are indexed in slices, and once', () => {
    const brief = parseBrief(TEXT.replace('4321 tonnes', 'much'), { bibliography });
    checkBrief(brief, {});
    assert.ok(slicesOf(brief) > COUNT / 250);
    assert.equal(slicesOf(brief), 0);
    const edited = parseChanged(brief, TEXT, { bibliography });
    checkBrief(edited, {});
    assert.equal(slicesOf(edited), 0);
  });

  it('give the same problems whether they were indexed ahead or not', () => {
    const messages = (isAhead: boolean) => {
      const first = parseBrief(TEXT.replace('4321 tonnes', 'much'), { bibliography });
      checkBrief(first, {});
      if (isAhead) slicesOf(first);
      return checkBrief(parseChanged(first, TEXT, { bibliography }), {}).map(({ message }) => message);
    };
    assert.deepEqual(messages(true), messages(false));
    assert.ok(messages(true).some((message) => message.includes('k999')));
  });

  it('are not gone through again after an edit in the front matter', () => {
    const brief = parseBrief(TEXT, { bibliography });
    checkBrief(brief, {});
    slicesOf(brief);
    const added = TEXT.replace('---\n#', 'sources:\n  - id: own\n    title: A report of 77 mines\n---\n#');
    const edited = parseChanged(brief, added, { bibliography });
    checkBrief(edited, {});
    assert.ok(slicesOf(edited) <= 3);
  });
});
