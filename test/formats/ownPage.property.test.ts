import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBrief } from '../../src/core/brief/parseBrief';
import { renderPage } from '../../src/core/page/renderPage';
import { readWebPage } from '../../src/formats';
import { runs } from '../runs';

const FRONT_MATTER = `---
title: Title
sources:
  - { id: 1, title: One }
  - { id: 2, title: Two }
  - { id: 3, title: Three }
  - { id: usgs-2024, title: Minerals }
  - { id: doe, title: Energy }
figures:
  - { id: share, value: 90%, cites: [3, doe] }
---

`;

/** Citations in every form, and what may stand around or hide them. */
const INLINE = [
  '[1]',
  '[1][2]',
  '[1, 3]',
  '[1-3]',
  '[9]',
  '[2023]',
  '[@usgs-2024, p. 3; @doe]',
  '[1, p. 12]',
  '[see @doe]',
  '@usgs-2024',
  '@{doe}',
  '【1】',
  '²³',
  '<sup>1</sup>',
  '[1](https://a.example/x)',
  '[words](https://a.example/z)',
  '[words][2]',
  '[words][@doe]',
  '{{share}}',
  '[90%]{{share}}',
  '{{share}}[1]',
  '@fig:share',
  '[own]',
  '[?]',
  '[1,,2]',
  '\\[1]',
  '\\[own]',
  '`[1]`',
  '$[1]$',
  '$5',
  '*bold [1]*',
  '**[2]**',
  '<mark>[1]</mark>',
  'so <!-- [1] -->',
  'a@doe.example',
  '![alt](x.png)',
  '(',
  '!',
  '中国占',
  'China has 90%',
  ', ',
  '. ',
];
const BLOCK = [
  '\n\n',
  '\n\n- ',
  '\n  - ',
  '\n\n1. ',
  '\n\n> ',
  '\n\n## ',
  '\n\n- [x] ',
  '\n\n```\n[1]\n```\n\n',
  '\n\n---\n\n',
  '\n\n| a | b |\n| - | - |\n| 1 | [1] |\n\n',
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...INLINE) },
  { weight: 3, arbitrary: fc.constantFrom(' word ', ' ', ' und ') },
  { weight: 1, arbitrary: fc.constantFrom(...BLOCK) },
);

const citedIn = (text: string) =>
  parseBrief(text).citations.flatMap(({ items }) => items.map(({ id, locator }) => `${id} ${locator ?? ''}`));

describe('a page of ours as a report', () => {
  it('cites what its brief cites, in the same order, whatever stands in the text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = `${FRONT_MATTER}Text ${pieces.join(' ')}\n`;
        const read = readWebPage(renderPage(parseBrief(text), ''));
        assert.ok('markdown' in read);
        assert.deepEqual(citedIn(read.markdown), citedIn(text), read.markdown);
      }),
      { numRuns: runs(300) },
    );
  });

  it('cites nothing by numbers in brackets that are words, where it has no other brackets', () => {
    const text = `${FRONT_MATTER}It is written \\[1] since [2023].\n`;
    const read = readWebPage(renderPage(parseBrief(text), ''));
    assert.ok('markdown' in read);
    assert.deepEqual(citedIn(read.markdown), [], read.markdown);
    assert.match(renderPage(parseBrief(read.markdown), ''), /It is written \[1\] since \[2023\]\./);
  });

  it('has the code of a diagram, without the sentence that says why it is not drawn', () => {
    const read = readWebPage(renderPage(parseBrief(FRONT_MATTER + 'Text.\n\n```mermaid\ngraph TD\n```\n'), ''));
    assert.ok('markdown' in read);
    assert.match(read.markdown, /```mermaid\ngraph TD\n```/);
    assert.doesNotMatch(read.markdown, /not drawn/);
  });
});
