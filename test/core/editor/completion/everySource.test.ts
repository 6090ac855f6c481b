import assert from 'node:assert/strict';
import { parseBrief } from '../../../../src/core';
import { complete } from './complete';

/** Ids that are hard to write: one is the start of another, some need braces, some are in other scripts. */
const IDS = [
  '1',
  '12',
  'usgs',
  'usgs-2024',
  'usgs-2024a',
  '郭',
  '郭2025',
  'doe:critical.minerals',
  'odd/',
  'a.b.',
  'x#y',
];
const HEAD = `---\nsources:\n${IDS.map((id) => `  - {id: "${id}", title: A title of ${id}}\n`).join('')}---\n\n`;

const PLACES = [
  '- It is so [|',
  '- It is so [|]',
  '- It is so [|].',
  '- It is so [u|].',
  '- It is so [@|].',
  '- It is so [@us|',
  '- It is so [see @|, p. 3].',
  '- It is so [@odd; @|].',
  '- It is so [@odd;|].',
  '- It is so [7, |].',
  '- It is so [7,|',
  '- It is so [|, 7].',
  '- It is so [7][|].',
  '- 是这样[|]。',
  '- 是这样[|。',
  '- 是这样【|】。',
  '- 是这样【|。',
  '- 据@|',
  '- 据@|说，是这样。',
  '- As @| says, it is so.',
  '- As @|, it is so.',
  '- As @|.',
  '- As @us| says.',
  '- As @{|} says.',
  '- As @{| says.',
  '# A title\n\nIt is so [|]\nand more.',
  '> It is so [|]',
];

describe('Every source that completion offers', () => {
  for (const place of PLACES) {
    it(`is cited once it is taken: ${place.replace(/\n/g, ' ⏎ ')}`, () => {
      const { items, text } = complete(place, HEAD);
      const sources = items.filter(({ source }) => source !== undefined);
      assert.ok(sources.length > 0);
      for (const { source, newText, insert, replace, label } of sources) {
        for (const span of [insert, replace]) {
          const after = text.slice(0, span.start) + newText + text.slice(span.end);
          const cited = parseBrief(after).citations.flatMap(({ items: all }) => all);
          const found = cited.some(
            ({ id, span: at }) => id === source && at.start <= span.start + newText.length && at.end >= span.start,
          );
          assert.ok(found, `${label}: ${after.slice(HEAD.length)}`);
          assert.doesNotMatch(after.slice(HEAD.length), /\]\]|】】|\}\}/, 'nothing is closed twice');
        }
      }
    });
  }
});
