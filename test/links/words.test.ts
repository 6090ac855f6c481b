import assert from 'node:assert/strict';
import { type LinkResult, replacementOf, wordsOfLink } from '../../src/links';

const RESULT: LinkResult = { url: 'https://a.org/b', state: 'ok', status: null, reason: null, movedTo: null, at: 0 };

describe('What is said of a link', () => {
  const words = (result: Partial<LinkResult>) => wordsOfLink({ ...RESULT, ...result });

  it('names the host, its answer, and the copy that there is', () => {
    assert.equal(words({ state: 'dead', status: 404 }), 'This page does not exist: a.org answers 404.');
    assert.equal(words({ state: 'dead', reason: 'name' }), 'No host is called a.org.');
    assert.equal(
      words({ state: 'dead', status: 410, archived: { url: 'https://web.archive.org/x', date: '2025-08-07' } }),
      'This page does not exist: a.org answers 410. The Internet Archive has a copy of 7 August 2025: https://web.archive.org/x',
    );
  });

  it('never calls a page dead that could not be checked', () => {
    assert.match(words({ state: 'blocked', status: 403 }), /could not be checked: a\.org answers 403 to programs/);
    assert.match(words({ state: 'unreachable', status: 503 }), /could not be reached: a\.org answers 503/);
  });
});

describe('What replaces an address', () => {
  it('keeps the place within the page', () => {
    assert.equal(replacementOf('https://a.org/b#c', 'https://d.org/e'), 'https://d.org/e#c');
    assert.equal(replacementOf('https://a.org/b#c', 'https://d.org/e#f'), 'https://d.org/e#f');
  });

  it('ends no link, no value and no cell: what could is written as its bytes, unless it stood there before', () => {
    assert.equal(replacementOf('https://a.org/', 'https://d.org/e_(f),[g]|h'), 'https://d.org/e_%28f%29%2C%5Bg%5D%7Ch');
    assert.equal(replacementOf('https://a.org/(b)', 'https://d.org/(b)'), 'https://d.org/(b)');
  });
});
