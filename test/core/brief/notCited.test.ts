import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core';
import { layoutOf } from '../../../src/core/brief/blocks/layout';

const cited = (text: string) => parseBrief(text).citations.map(({ items }) => items.map(({ id }) => id).join(' '));
const LIST =
  '\n\n## Sources\n\n1. Tin yearbook. https://a.example/1\n2. Ore yearbook. https://a.example/2\n3. Prices. https://a.example/3\n';

describe('What cites nothing', () => {
  it('is a number in brackets that opens a heading', () => {
    assert.deepEqual(cited(`## [1] Costs of tin\n\nThey rose [2].${LIST}`), ['2']);
  });

  it('is a number in full-width brackets that opens a line of words', () => {
    assert.deepEqual(cited(`【1】 Costs\n\nThey rose 【2】.${LIST}`), ['2']);
  });

  it('is the number of a figure or a table, even as a link', () => {
    assert.deepEqual(
      cited('As Fig. [1](https://a.example/p#Fig1) and Table [2](https://a.example/p#Tab2) show.\n'),
      [],
    );
  });

  it('is a tag, or a gap of a flash card', () => {
    assert.deepEqual(cited('Ideas of #[[@anna]] on tin.\n'), []);
    assert.deepEqual(parseBrief('Tin is a {{c1::metal}}.\n').figureReferences, []);
  });

  it('is the label of a formula', () => {
    assert.deepEqual(
      layoutOf(parseBrief('$$ x = 1 $$ {#eq-x}\n\nSo it is.\n')).map(({ kind }) => kind),
      ['math', 'paragraph'],
    );
  });
});

describe('A number without brackets', () => {
  const CITED: readonly (readonly [what: string, text: string])[] = [
    ['behind letters with a slash', 'All waits for I/O.3 Then it goes on.'],
    ['behind a letter with a hyphen', 'It runs through the function-g.3 Then it goes on.'],
    ['behind an escaped full stop', 'Sales began in May 2026\\.3'],
    ['behind bold words', '- **Tin rose.** 3'],
    ['before a name that starts small', 'It waits.3 iOS does not.'],
    ['before the colon that leads into a list', 'The office names several other reasons 3:\n\n- Rain'],
    ['before such a colon in French', 'Le bureau nomme plusieurs autres raisons 3 :\n\n- Pluie'],
  ];
  for (const [what, text] of CITED)
    it(`is read ${what}`, () => assert.deepEqual(cited(`Ore fell.1\n\n${text}\n${LIST}`), ['1', '3']));

  const NOT_CITED: readonly (readonly [what: string, text: string])[] = [
    ['counts what follows', 'It has 900 users,3 million of them paid.'],
    ['is a section of a decision', 'The decision 2/CMA.3 (of 2021) says so.'],
    ['numbers a chapter', 'This is what we read in the last chapter 3:\n\n- Rain'],
    ['is part of a short label', 'Phase 3:\n\n- Rain'],
  ];
  for (const [what, text] of NOT_CITED)
    it(`is text where it ${what}`, () => assert.deepEqual(cited(`Ore fell.1\n\n${text}\n${LIST}`), ['1']));
});

describe('Several sources in one bracket', () => {
  it('may be keys that a comma parts', () => {
    assert.deepEqual(cited('Tin rose [@usgs-2024, @doe, p. 3; see @iea].\n'), ['usgs-2024 doe iea']);
  });

  it('may be numbers in two pairs of brackets, where all are declared', () => {
    assert.deepEqual(cited(`Tin rose [[1,3]]. So did [[1,7]].${LIST}`), ['1 3']);
  });
});

describe('A number apart from the words before it, in a text that cites by numbers without brackets', () => {
  const GLUED = 'Ore fell.1\n\nTin fell.1\n\nZinc fell.1\n\n';
  const CITED: readonly (readonly [what: string, text: string])[] = [
    ['in the middle of a sentence', 'It is mined in several ways 3, among them by hand.'],
    ['before a semicolon', 'It comes from far countries 3; the rest is mined here.'],
    ['behind a letter with an accent', 'Tout dépend de la densité 3, mais le reste aussi.'],
    ['at the end of a cell', '| Effect | Price |\n| --- | --- |\n| Less ore, higher wages 3 | up |'],
    ['behind a bold cell', '| Plan | Price |\n| --- | --- |\n| **The small plan** 3 | up |'],
    ['behind a remark that ends a cell', '| Plan | Price |\n| --- | --- |\n| Cost (with the shaft) 3 | up |'],
  ];
  for (const [what, text] of CITED)
    it(`is read ${what}`, () => assert.deepEqual(cited(`${GLUED}${text}\n${LIST}`), ['1', '1', '1', '3']));

  const NOT_CITED: readonly (readonly [what: string, text: string])[] = [
    ['is an amount', 'The price reached 3, which was a record, or about 3, as some say.'],
    ['is at least so much', 'They count at least 3, among them a new one.'],
    ['numbers the word before it', 'They treat diabetes of type 3, among others.'],
    ['goes on counting', 'They opened mines 3, and 4 more.'],
    ['is a part of a name', 'They use Python 3, among others.'],
    ['ends a short cell', '| Effect | Price |\n| --- | --- |\n| wages 3 | up |'],
    ['is a short total', '| **Total** 3 | up |\n| --- | --- |\n| a | b |'],
  ];
  for (const [what, text] of NOT_CITED)
    it(`is text where it ${what}`, () => assert.deepEqual(cited(`${GLUED}${text}\n${LIST}`), ['1', '1', '1']));

  it('is text in any other text', () =>
    assert.deepEqual(cited(`It is mined in several ways 3, among them by hand.\n${LIST}`), []));
});
