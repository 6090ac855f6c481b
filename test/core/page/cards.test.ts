import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { statsOf } from '../../../src/core/evidence/stats';
import { cardsOf, renderBrief } from '../../../src/core/page/renderBrief';
import { renderPage } from '../../../src/core/page/renderPage';
import { wordsOf } from './html';

const TEXT = `---
language: en
sources:
  - id: 1
    title: Harbour report
    publisher: Port Office
    published: 2025-03
    url: https://port.example/report
    quote: Cranes at the harbour moved 48 containers an hour in March.
  - { id: 2, title: Rail survey, quote: "Trains carried 12% of the harbour's containers in 2024." }
  - { id: 3, title: Silent <b>study</b> }
  - { id: 4, title: Notes, quote: Nothing of interest. }
---
- Cranes at the harbour moved 48 containers an hour. [1]
- Cranes at the harbour moved 52 containers an hour. [1]
- Trains carried 12% of the harbour's containers. [1]
- Tugs burned 31 tonnes. [3]
- The harbour is “*very* busy in March” and calm at 7 p.m. [3]
- Ferries made 17 trips. [4]
`;

const html = renderBrief(parseBrief(TEXT));

/** The markup of the chip in the insight that has these words. */
function chipIn(words: string, page: string = html): string {
  const start = page.indexOf(words);
  assert.ok(start >= 0, words);
  return /<(?:a|button) class="chip".*?<\/(?:a|button)>/.exec(page.slice(start))?.[0] ?? '';
}

function cardIn(words: string): string {
  const brief = parseBrief(TEXT);
  const id = / data-card="([^"]*)"/.exec(chipIn(words))?.[1] ?? '';
  return cardsOf(brief, [id]).get(id) ?? '';
}

describe('a chip', () => {
  it('says in its name and for the style what its source says to the sentence', () => {
    assert.match(chipIn('moved 48'), /aria-label="Source 1: found".* data-verdict="found"/);
    assert.match(chipIn('moved '.concat('<span')), /aria-label="Source 1: not found".* data-verdict="notFound"/);
    assert.match(chipIn('Ferries'), /aria-label="Source 4: cannot check".* data-verdict="uncheckable"/);
  });
  it('is plain where its source has no text', () => {
    assert.match(chipIn('Tugs'), /aria-label="Source 3"/);
    assert.doesNotMatch(chipIn('Tugs'), /data-verdict/);
  });
  it('is plain where the title of its source alone has what is claimed, as a year', () => {
    const source = (title: string) => `  - { id: 1, title: ${title}, quote: Malaysia opened one plant. }`;
    const chipOf = (title: string, claim: string) =>
      chipIn('Malaysia', renderBrief(parseBrief(`---\nsources:\n${source(title)}\n---\n- ${claim} [1]\n`)));
    assert.doesNotMatch(chipOf('Metal statistics 2024', 'In Malaysia two plants opened in 2024.'), /data-verdict/);
    assert.match(chipOf('Metal statistics', 'In Malaysia two plants opened in 2024.'), /data-verdict="notFound"/);
  });
  it('says nothing of evidence where the page is to say nothing', () => {
    const plain = renderBrief(parseBrief(TEXT), { evidence: 'none' });
    assert.doesNotMatch(plain, /data-verdict|data-card|doubt|meter-bad/);
    assert.match(chipIn('moved 48', plain), /title="Harbour report · Port Office · March 2025"/);
  });
});

describe('the card of a citation', () => {
  it('has the source, the verdict and the passage with the number marked', () => {
    const card = cardIn('moved 48');
    assert.match(wordsOf(card), /^\[1\] Harbour report Port Office · 2025-03 · cited 3 times port\.example\/report/);
    assert.match(wordsOf(card), /48 · Found in \[1\]/);
    assert.match(card, /<blockquote lang="en">Cranes at the harbour moved <mark>48<\/mark> containers an hour/);
    assert.match(card, /<a href="https:\/\/port\.example\/report" rel="noopener noreferrer">/);
    assert.match(card, /<a href="#source-1">Go to the source<\/a>/);
  });

  it('has what its source says of the number where that is the opposite', () => {
    const brief = parseBrief(
      TEXT.replace('moved 48 containers an hour in March', 'moved 48% fewer containers in March').replace(
        'moved 48 containers an hour. [1]',
        'moved 48% more containers. [1]',
      ),
    );
    const id = / data-card="([^"]*)"/.exec(chipIn('moved <span', renderBrief(brief)))?.[1] ?? '';
    const card = cardsOf(brief, [id]).get(id) ?? '';
    assert.match(wordsOf(card), /48% · Differs from \[1\] Claim: more · 48% Passage: fewer · 48%/);
    assert.match(card, /moved <mark>48%<\/mark> <mark>fewer<\/mark> containers/);
  });
  it('shows the number that the source has instead', () => {
    const card = cardIn('moved <span');
    assert.match(wordsOf(card), /Not found in \[1\], whose passage says 48/);
  });
  it('escapes what the author wrote', () => {
    assert.match(cardIn('Tugs'), /Silent &lt;b&gt;study&lt;\/b&gt;/);
  });
  it('is left out where no chip of the brief has it', () => {
    assert.equal(cardsOf(parseBrief(TEXT), ['card-1-other', '']).size, 0);
  });
  it('is written once for two citations in a sentence', () => {
    const twice = renderBrief(parseBrief(TEXT.replace('48 containers an hour. [1]', '48 containers [1] an hour [1].')));
    const ids = [...twice.matchAll(/ data-card="([^"]*)"/g)].map((match) => match[1]);
    assert.equal(ids[0], ids[1]);
    assert.notEqual(ids[0], ids[2]);
  });
});

describe('a page that stands alone', () => {
  it('has buttons for chips, and the card of each once, which opens without a script', () => {
    const page = renderPage(parseBrief(TEXT), '');
    const button = chipIn('moved 48', page);
    const target = / popovertarget="([^"]*)"/.exec(button)?.[1] ?? '-';
    assert.match(button, /^<button class="chip" id="cite-1-[a-z0-9]+"/);
    assert.equal(page.split(` id="${target}"`).length, 2);
    assert.match(page, new RegExp(`<div class="card" id="${target}" popover role="dialog"`));
  });
  it('can be one that says nothing of the checks: no verdict, count, tag, slip or red chip', () => {
    const checked = `${TEXT}\n- Nobody says where these 12 boats come from.\n- See @fig:none and [99].\n`;
    const marks =
      /popover|data-verdict|class="(?:meters?|insight uncited(?:-hint)?|tag tag-missing|slip|chip chip-broken|tag verified)"/;
    assert.match(renderPage(parseBrief(checked), ''), marks);
    assert.doesNotMatch(renderPage(parseBrief(checked), '', null, 'none'), marks);
    assert.match(renderPage(parseBrief(checked), '', null, 'none'), /<span class="chip" data-source="99">99<\/span>/);
  });
});

describe('a number that its source does not hold', () => {
  it('is marked where it stands, with the reason', () => {
    assert.match(
      html,
      /<span class="doubt" title="Not found in \[1\], whose passage says 48[^"]*" data-verdict="notFound">52<span class="hidden"> \(not found\)<\/span><\/span>/,
    );
  });
  it('is marked where another source has it', () => {
    assert.match(html, /<span class="doubt" title="Found elsewhere: [^"]*" data-verdict="elsewhere">12%<span/);
  });
  it('keeps the citations, emphasis and links around it', () => {
    const text = TEXT.replace(
      'moved 52 containers an hour. [1]',
      'moved **52 containers** [an hour](https://a.example) ¹.',
    );
    assert.match(
      renderBrief(parseBrief(text)),
      /<strong><span class="doubt".*52.* containers<\/strong> <a href="https:\/\/a\.example"/,
    );
  });
});

describe('the evidence meter', () => {
  it('counts numbers and quotations by what was found', () => {
    assert.match(wordsOf(html), /1 of 3 numbers and quotations found · 1 not found · 1 found elsewhere[^·]/);
  });
  it('says how many sources have text where something cannot be checked, and what helps', () => {
    const words = '4 sources, text of 3 · 3 numbers and quotations cannot be checked';
    const help = ' · To check more, add text or quotes to the sources.';
    const exported = wordsOf(renderBrief(parseBrief(TEXT), { evidence: 'in-page' }));
    assert.ok(exported.includes(words));
    assert.ok(!exported.includes(help), 'who reads a page cannot add any');
    assert.ok(wordsOf(renderBrief(parseBrief(TEXT), { evidence: 'on-demand' })).includes(words + help));
  });
  it('has no bar where nothing could be checked', () => {
    const without = renderBrief(
      parseBrief('---\nsources: [{ id: 1, title: A report }]\n---\n- Output was 12 kt [1].\n'),
    );
    assert.match(wordsOf(without), /1 source, text of none · 1 number or quotation cannot be checked/);
    assert.equal(without.split('<svg').length, 2, 'only that of the cited insights');
  });
  it('has no bar where numbers are found in titles alone', () => {
    const titled =
      '---\nsources: [{ id: 1, title: Output in 2024 }]\n---\n- Output rose in 2024 [1]. It was 12 kt [1].\n';
    const { evidence } = statsOf(parseBrief(titled));
    assert.deepEqual([evidence.found, evidence.uncheckable], [1, 1]);
    assert.doesNotMatch(wordsOf(renderBrief(parseBrief(titled))), /found/);
  });
  it('says nothing of texts where all could be checked, or all sources have one', () => {
    const source = '---\nsources: [{ id: 1, title: A report, quote: Output was 12 kt in 2020. }]\n---\n';
    assert.doesNotMatch(wordsOf(renderBrief(parseBrief(`${source}- Output was 12 kt [1].\n`))), /text of|cannot/);
    const apart = wordsOf(renderBrief(parseBrief(`${source}- Tugs burn 31 tonnes [1].\n`)));
    assert.match(apart, /1 number or quotation cannot be checked/);
    assert.doesNotMatch(apart, /text of/);
  });
  it('speaks the language of the brief', () => {
    assert.match(wordsOf(renderBrief(parseBrief(TEXT.replace('language: en', 'language: de')))), /1 nicht gefunden/);
  });
});
