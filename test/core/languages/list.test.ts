import assert from 'node:assert/strict';
import { findNumbers } from '../../../src/core/evidence/numbers';
import { LANGUAGES, languageOf, ofLanguages, PAGE_WORDS } from '../../../src/core/languages';
import { filesBelow } from '../../project/files';

describe('The languages', () => {
  it('are each in the list once, by a tag in lower case', () => {
    const tags = LANGUAGES.map(({ tag }) => tag);
    assert.equal(new Set(tags).size, tags.length);
    for (const tag of tags) assert.match(tag, /^[a-z]{2}(?:-[a-z]+)?$/);
    assert.equal(tags[0], 'en');
    assert.equal(languageOf('de')?.name, 'Deutsch');
    assert.equal(languageOf('xx'), undefined);
  });

  it('have a file each, but those of which little is known', () => {
    const files = filesBelow('src/core/languages', '.ts').flatMap((path) => /\/([a-z]{2})\.ts$/.exec(path)?.[1] ?? []);
    const tags = new Set(LANGUAGES.map(({ tag }) => tag));
    assert.ok(files.length > 10);
    for (const file of files) assert.ok(tags.has(file), file);
  });

  it('of pages are in the list', () => {
    for (const tag of PAGE_WORDS.keys()) assert.ok(languageOf(tag), tag);
  });

  it('know a heading of sources by its own words', () => {
    for (const { tag, headings } of LANGUAGES) {
      const { ofSources, sources = '' } = headings ?? {};
      if (ofSources === undefined || tag === 'zh-hant') continue;
      assert.ok(sources.split('|').includes(ofSources.toLowerCase()), tag);
    }
  });

  it('have twelve months', () => {
    for (const months of ofLanguages((language) => language.months)) assert.equal(months.split(' ').length, 12, months);
  });

  it('have each spelling of a month read in a date', () => {
    for (const { tag, months = '' } of LANGUAGES)
      for (const [i, spellings] of months.split(' ').entries())
        for (const name of spellings.split('/').filter((each) => each !== '' && each !== '-')) {
          const dates = findNumbers(`3 ${name} 2021`, tag).map(({ value }) => value);
          assert.deepEqual(dates, [`2021-${String(i + 1).padStart(2, '0')}-03`], `${tag}: ${name}`);
        }
  });

  it('name the whole words of a list once', () => {
    for (const { tag, headings, units, hedges } of LANGUAGES)
      for (const list of [
        ...[headings?.sources, headings?.summary, headings?.aboutSources],
        ...Object.values(units ?? {}),
        ...Object.values(hedges ?? {}),
      ]) {
        const words = list?.split('|') ?? [];
        assert.equal(new Set(words).size, words.length, `${tag}: ${list}`);
        assert.ok(!words.includes(''), `${tag}: ${list}`);
      }
  });
});
