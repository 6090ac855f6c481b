import assert from 'node:assert/strict';
import { type Brief, parseBrief } from '../../../src/core';
import { citeLikely, SURE, suggestSources } from '../../../src/core/editor';
import { readDocument } from '../../../src/formats';
import { CITED, COPIES, TWENTY, WORDS } from '../../suggest/claims';

/** A brief of which the local copies are read. */
function withCopies(text: string, copies: Readonly<Record<string, string>> = COPIES): Brief {
  const texts = Object.entries(copies).map(([path, copy]) => {
    const read = readDocument(copy, { path, uri: `file:///briefs/${path}` });
    return { path, passages: 'passages' in read ? read.passages : [] };
  });
  return parseBrief(text, { texts });
}

function cited(text: string, copies?: Readonly<Record<string, string>>, least = SURE): string {
  return citeLikely(withCopies(text, copies), least).text;
}

/** The sources suggested for the only claim, each with its score. */
function scores(claim: string, quotes: Readonly<Record<string, string>>): Record<string, number> {
  const sources = Object.entries(quotes).map(([id, quote]) => `  - { id: ${id}, quote: "${quote}" }\n`);
  const brief = parseBrief(`---\nlanguage: en\nsources:\n${sources.join('')}---\n\n- ${claim}\n`);
  return Object.fromEntries(suggestSources(brief)[0]?.candidates.map(({ source, score }) => [source, score]) ?? []);
}

describe('The score of a source', () => {
  const CLAIM = 'Cranes at the harbour of Velden moved 48 containers an hour in March.';
  const FITS = 'In March the cranes at the harbour of Velden moved 48 containers an hour.';

  it('is near 1 for a passage that says the same, and near 0 for one that shares a word', () => {
    const { a = 0, b = 1 } = scores(CLAIM, { a: FITS, b: 'The harbour master retired.' });
    assert.ok(a > 0.95, String(a));
    assert.ok(b < 0.05, String(b));
  });

  it('is at most even where the source has another number', () => {
    const { a } = scores(CLAIM, { a: FITS.replace('48', '52') });
    assert.ok(a !== undefined && a <= 0.5, String(a));
  });

  it('is lower where another source says the same', () => {
    const { a = 0 } = scores(CLAIM, { a: FITS });
    const { a: beside = 1 } = scores(CLAIM, { a: FITS, b: FITS });
    assert.ok(beside < a, `${beside} ${a}`);
  });

  it('is at most even for a title, as no text of its source is here', () => {
    const brief = parseBrief(`---\nsources:\n  - { id: 1, title: "${FITS}" }\n---\n\n- ${CLAIM}\n`);
    const score = suggestSources(brief)[0]?.candidates[0]?.score ?? 1;
    assert.ok(score <= 0.5, String(score));
  });

  it('puts a source that has the numbers before one that has more of the words', () => {
    const first = Object.keys(
      scores('Cranes at the harbour of Velden moved 48 containers an hour.', {
        words: 'Cranes at the harbour of Velden moved 52 containers an hour, and 40 an hour at night.',
        numbers: 'The Velden cranes moved 48 containers an hour.',
      }),
    )[0];
    assert.equal(first, 'numbers');
  });

  it('leaves out what is less likely than is wanted', () => {
    const brief = withCopies(TWENTY);
    assert.ok(suggestSources(brief, SURE).every(({ candidates }) => candidates.every(({ score }) => score >= SURE)));
  });
});

describe('Citing likely sources', () => {
  const whole = cited(TWENTY);

  it('cites each claim whose source is as good as sure, and leaves all else as it is', () => {
    const claims = WORDS.map((words, i) => `- ${CITED[i] ?? words}\n`).join('');
    assert.equal(whole, TWENTY.slice(0, TWENTY.indexOf(`- ${WORDS[0]}`)) + claims);
  });

  it('tells what it cited, with scores', () => {
    const { uncited, cited: told } = citeLikely(withCopies(TWENTY), SURE);
    assert.equal(uncited, 20);
    assert.equal(told.length, 17);
    assert.deepEqual([told[0]?.text, told[0]?.citation, told[0]?.range.start.line], [WORDS[0], '[1]', 16]);
    assert.ok(told.every(({ score }) => score >= SURE && score <= 1));
  });

  it('changes nothing a second time', () => {
    assert.deepEqual(citeLikely(withCopies(whole), SURE), { uncited: 3, cited: [], text: whole });
  });

  it('cites more where less is asked for', () => {
    assert.equal(citeLikely(withCopies(TWENTY), 0.3).cited.length, 20);
  });

  it('puts citations where the brief has them, and fills a gap that the author marked', () => {
    const text = TWENTY.replace(`- ${WORDS[0]}`, `- ${WORDS[0]}[1]`)
      .replace(`- ${WORDS[1]}`, `- ${WORDS[1]}[1]`)
      .replace(`- ${WORDS[3]}`, `- ${WORDS[3]}[?]`);
    const after = cited(text);
    assert.ok(after.includes(`- ${WORDS[2]}[1]\n- ${WORDS[3]}[1]\n`), after);
  });
});
