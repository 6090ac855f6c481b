import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RenderedParts } from '../../src/core';
import { createSentPages } from '../../src/server/pages/sentPages';
import type { RenderedPart } from '../../src/server/protocol';
import { changed } from './changedPage';

/** A page of a part for each letter of a text, each a line below the one before. */
function pageOf(text: string, { first = 0, lang = 'en' } = {}): RenderedParts {
  const parts = [...text].map((letter, i) => ({ slot: 'body', line: first + i, html: `<p>${letter}</p>` }));
  return { frame: `<article lang="${lang}"></article>`, parts } as unknown as RenderedParts;
}

const texts = fc.array(fc.stringMatching(/^[abcdef]{0,12}$/), { minLength: 2, maxLength: 6 });

describe('the pages that previews were given', () => {
  it('become the next one by what is sent', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(3)), (versions, firsts) => {
        const pages = createSentPages();
        let shown: RenderedPart[] = [];
        let have: string | null = null;
        for (const [i, version] of versions.entries()) {
          const page = pageOf(version, { first: firsts[i] ?? 0 });
          const changes = pages.changesTo(page, have);
          assert.equal(changes.base, have);
          shown = changed(shown, changes);
          have = changes.id;
          assert.deepEqual(shown, page.parts);
        }
      }),
    );
  });

  it('are sent one part where one part is another', () => {
    const pages = createSentPages();
    const { id } = pages.changesTo(pageOf('abcdefgh'), null);
    const { splices, moves } = pages.changesTo(pageOf('abcxefgh'), id);
    assert.deepEqual(splices, [{ start: 3, removed: 1, parts: [{ slot: 'body', line: 3, html: '<p>x</p>' }] }]);
    assert.deepEqual(moves, []);
  });

  it('are sent the shift of all that is below a part that is added', () => {
    const pages = createSentPages();
    const { id } = pages.changesTo(pageOf('abcdefgh'), null);
    const { splices, moves } = pages.changesTo(pageOf('abxcdefgh'), id);
    assert.equal(splices.flatMap(({ parts }) => parts).length, 1);
    assert.deepEqual(moves, [[3, 6, 1]]);
  });

  it('are sent only what is in another place when a part is moved far away', () => {
    const pages = createSentPages();
    const { id } = pages.changesTo(pageOf('abcdefgh'), null);
    const { splices } = pages.changesTo(pageOf('bcdefgha'), id);
    assert.deepEqual(
      splices.flatMap(({ parts }) => parts.map(({ html }) => html)),
      ['<p>a</p>'],
    );
  });

  it('are sent whole to a client that shows none, or one that is not known any more', () => {
    const pages = createSentPages();
    const { id } = pages.changesTo(pageOf('abc'), null);
    for (const have of [null, 'another']) {
      const { base, splices } = pages.changesTo(pageOf('abc'), have);
      assert.equal(base, null);
      assert.equal(splices[0]?.parts.length, 3);
    }
    for (let i = 0; i < 20; i++) pages.changesTo(pageOf('abc'), null);
    assert.equal(pages.changesTo(pageOf('abc'), id).base, null);
  });

  it('are sent whole when the page around the parts is another', () => {
    const pages = createSentPages();
    const { id } = pages.changesTo(pageOf('abc'), null);
    assert.equal(pages.changesTo(pageOf('abc', { lang: 'de' }), id).base, null);
  });

  it('are kept for each of two previews that show different versions', () => {
    const pages = createSentPages();
    const one = pages.changesTo(pageOf('abc'), null);
    pages.changesTo(pageOf('abd'), one.id);
    const late = pages.changesTo(pageOf('abx'), one.id);
    assert.equal(late.base, one.id);
    assert.equal(late.splices[0]?.start, 2);
  });
});
