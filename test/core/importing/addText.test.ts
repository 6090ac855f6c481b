import assert from 'node:assert/strict';
import { applyEdits, parseBrief } from '../../../src/core';
import { addArticleText, citePassages, citeSources, importText } from '../../../src/core/importing/importText';
import { ARTICLE, PASSAGES, SUMMARY } from '../../summary/summary';

const PATH = 'sources/article.txt';
const paragraphs = PASSAGES.map(({ text }) => text);

function added(text: string): string {
  const found = addArticleText(parseBrief(text), PATH, paragraphs);
  assert.ok(found);
  return applyEdits(text, [found.edit]);
}

describe('Adding the text of an article', () => {
  it('names the copy at the source, and tells how the numbers fit it', () => {
    const text = importText(SUMMARY);
    const found = addArticleText(parseBrief(text), PATH, ['Rare earths come home slowly', ...paragraphs]);
    assert.equal(found?.text, ARTICLE);
    assert.deepEqual(found.fit, { found: 11, elsewhere: 2, notFound: 0 });
    assert.equal(
      applyEdits(text, [found.edit]),
      text.replace('    cite: passages', '    text: sources/article.txt\n    cite: passages'),
    );
  });

  it('keeps the form of the entry', () => {
    const body = '---\n\n- In 2023 it was 90% [6].\n';
    assert.equal(
      added(`---\nsources:\n  - {id: a, cite: passages}\n${body}`),
      `---\nsources:\n  - {id: a, text: sources/article.txt, cite: passages}\n${body}`,
    );
    assert.equal(
      added(`---\r\nsources:\r\n  - cite: passages\r\n    id: a\r\n${body}`),
      `---\r\nsources:\r\n  - text: sources/article.txt\r\n    cite: passages\r\n    id: a\r\n${body}`,
    );
  });

  it('takes the place of a copy that is named', () => {
    const text = '---\nsources:\n  - id: a\n    text: gone.txt\n    cite: passages\n---\n\n- In 2023 it was 90% [6].\n';
    assert.equal(added(text), text.replace('gone.txt', PATH));
  });

  it('is nothing for a brief whose numbers cite sources', () => {
    assert.equal(addArticleText(parseBrief('- It is so [1].\n'), PATH, paragraphs), null);
  });
});

describe('A text that shows that numbers cite sources', () => {
  const why = (numbers: string, article: readonly string[]) =>
    addArticleText(parseBrief(`---\nsources:\n  - id: a\n    cite: passages\n---\n\n${numbers}`), PATH, article)?.why;

  it('has fewer passages than a number', () => {
    assert.equal(why('- It is so [9].\n', paragraphs), 'beyond');
    assert.equal(why('- It is so [8].\n', paragraphs), null);
  });

  it('has the facts in other passages', () => {
    const article = ['One has 11, 12, 13 and 14 tonnes.', 'Nobody said anything about it.'];
    assert.equal(why('- There were 11, 12, 13 and 14 tonnes [2].\n', article), 'misfit');
    assert.equal(why('- There were 11, 12, 13 and 14 tonnes [1].\n', article), null);
  });
});

describe('Turning numbers that cite passages into numbers that cite sources', () => {
  const turned = (text: string) => {
    const edit = citeSources(parseBrief(text));
    return edit && applyEdits(text, [edit]);
  };
  const body = '---\n\n- In 2023 it was 90% [6].\n';

  it('removes the key, and gives each number an entry', () => {
    assert.equal(
      turned(`---\nsources:\n  - id: a\n    title: T\n    cite: passages\n${body}`),
      `---\nsources:\n  - id: a\n    title: T\n  - id: 6\n    title:\n${body}`,
    );
  });

  it('keeps the form of the entry', () => {
    assert.match(turned(`---\nsources:\n  - {id: a, cite: passages}\n${body}`) ?? '', /- \{ ?id: a ?\}\n/);
    assert.match(turned(`---\nsources:\n  - {cite: passages, id: a}\n${body}`) ?? '', /- \{ ?id: a ?\}\n/);
    assert.match(turned(`---\nsources:\n  - cite: passages\n    id: a\n${body}`) ?? '', /\n {2}- id: a\n/);
  });

  it('is nothing for a brief whose numbers cite sources', () => {
    assert.equal(turned('- It is so [1].\n'), null);
  });
});

describe('Turning numbers that cite empty sources into numbers that cite passages', () => {
  const article = {
    path: PATH,
    paragraphs,
    source: { title: 'Rare earths come home slowly', publisher: 'The Weekly Assay' },
  };
  const turned = (text: string) => {
    const found = citePassages(parseBrief(text), article);
    return found && applyEdits(text, [found.edit]);
  };
  /** The summary without the line that names its article: an import leaves an empty entry for each number. */
  const unnamed = importText(SUMMARY.replace(/^.*The Weekly Assay.*\n/m, ''));

  it('declares the article in the place of the entries, and keeps all else', () => {
    assert.match(unnamed, /\n## Sources\n\n- \[1\]\n- \[3\]\n/);
    const body = unnamed.slice(0, unnamed.indexOf('\n## Sources'));
    const after = turned(unnamed) ?? '';
    assert.equal(after.slice(after.indexOf('\n---\n')), body.slice(body.indexOf('\n---\n')));
    const [source, ...others] = parseBrief(after).sources;
    assert.deepEqual(
      [source?.id, source?.cite?.value, source?.publisher?.value],
      ['article', 'passages', 'The Weekly Assay'],
    );
    assert.deepEqual(others, []);
    assert.deepEqual(citePassages(parseBrief(unnamed), article)?.fit, { found: 11, elsewhere: 2, notFound: 0 });
  });

  it('takes empty entries of the front matter', () => {
    const body = '---\n\n- In 2023 it was 90% [6]. Others [1][2] say so.\n';
    const after = turned(`---\ntitle: T\nsources:\n  - id: 1\n    title:\n  - id: 2\n  - id: 6\n${body}`) ?? '';
    assert.equal(
      after,
      `---\ntitle: T\nsources:\n  - id: article\n    title: T\n    publisher: The Weekly Assay\n    text: ${PATH}\n    cite: passages\n${body}`,
    );
  });

  it('leaves a brief alone that says anything of a source, or whose facts stand elsewhere', () => {
    assert.equal(turned(unnamed.replace('\n- [3]\n', '\n- [3] Ore Yearbook\n')), null);
    assert.equal(turned(unnamed.replace('\n- [3]\n', '\n- [3]\n- Own notes\n')), null);
    assert.equal(citePassages(parseBrief(unnamed), { ...article, paragraphs: paragraphs.slice(0, 3) }), null);
    assert.equal(citePassages(parseBrief(unnamed), { ...article, paragraphs: [...paragraphs].reverse() }), null);
  });
});
