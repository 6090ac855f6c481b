import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core';
import { layoutOf } from '../../../src/core/brief/blocks/layout';
import { parseChanged } from '../../../src/core/brief/parseBrief';

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

describe('A number in brackets behind a name', () => {
  const AUTHORS = 'Ann Roe [1] - B. Lund [1,2] - Cy Fox [3]\n\n';

  it('cites nothing in a line of authors whose affiliations stand below it', () => {
    assert.deepEqual(cited(`${AUTHORS}1 Institute of Mining, Oslo\n\n2 Quay Ltd., Rome\n\nTin rose [2].${LIST}`), [
      '2',
    ]);
  });

  it('cites nothing if a converter left spaces and hidden signs, and the names take several lines', () => {
    const lines = 'Ann Roe [ 1], Bo Lund [ 2],\nCy Fox-Hill [ 1]\n\n';
    const text = `${lines}1 \u0007Institute of Mining, Oslo\n\nTin rose [2].${LIST}`;
    assert.deepEqual(cited(text), ['2']);
  });

  it('cites where nothing below explains it, or the line says more', () => {
    assert.deepEqual(cited(`${AUTHORS}Tin rose.${LIST}`), ['1', '1 2', '3']);
    const said = 'Ann Roe says so. Bo Lund agrees [1] - Cy Fox [3]\n\n1 Institute of Mining, Oslo\n';
    assert.deepEqual(cited(said + LIST), ['1', '3']);
  });

  it('cites again as soon as the affiliations are gone', () => {
    const first = parseBrief(`# T\n\n${AUTHORS}1 Institute of Mining, Oslo\n${LIST}`);
    assert.equal(first.citations.length, 0);
    assert.equal(parseChanged(first, first.text.replace('1 Institute', 'The Institute')).citations.length, 3);
  });
});

describe('A raised number in a table', () => {
  const table = (cell: string) => `| Mine | Output |\n| --- | --- |\n| Upper | ${cell} |\n`;

  it('cites nothing in a text that cites in another form', () => {
    assert.deepEqual(cited(`Ore fell [1].\n\n${table('40%²')}${LIST}`), ['1']);
    assert.deepEqual(cited(`Ore fell.1\n\nTin fell.1\n\nZinc fell.1\n\n${table('40%²')}${LIST}`), ['1', '1', '1']);
    assert.deepEqual(cited(`Ore fell.¹\n\n${table('40%²')}${LIST}`), ['1', '2']);
  });

  it('cites nothing if a note below the table explains it', () => {
    for (const note of ['² In 2020 prices.', '<sup>2</sup> *In 2020 prices*', '^2^ In 2020 prices.'])
      assert.deepEqual(cited(`Ore fell.¹\n\n${table('40%<sup>2</sup>')}\n${note}\n${LIST}`), ['1']);
  });

  it('names no footnote', () => {
    assert.deepEqual(cited(`Ore fell[^1].\n\n${table('Output<sup>1</sup>')}\n[^1]: https://a.example/1\n`), ['^1']);
  });

  it('is text again or a citation as soon as its note comes or goes', () => {
    const text = (note: string) => `Ore fell.¹\n\n${table('40%<sup>2</sup>')}\n${note}\n${LIST}`;
    const first = parseBrief(text('In 2020 prices.'));
    const edited = parseChanged(first, text('² In 2020 prices.'));
    assert.equal(edited.citations.length, 1);
    assert.equal(parseChanged(edited, text('In 2020 prices.')).citations.length, 2);
  });
});

describe('A number in brackets', () => {
  it('cites nothing in a formula that a converter of PDF took apart', () => {
    assert.deepEqual(cited(`Ratio = [1]\n\n18 [+] 205 [2] = 3\n\nOre fell [3].${LIST}`), ['3']);
  });

  it('cites nothing in a fraction that such a converter left', () => {
    for (const text of ['[1] 1 [1]', '[1] [1]', '_a_ 1 + _b_ 2 ( _d_ ) [2]\n\n+'])
      assert.deepEqual(cited(`${text}\n${LIST}`), []);
    assert.deepEqual(cited(`[1] [3]\n${LIST}`), ['1', '3']);
  });

  it('cites nothing as the address of an author, as a list of a program or as a box', () => {
    for (const text of ['**Ana Roe** **[1,]** **and Bo Lund** **[2,]**', 'times = []', '| [ ] @roe | [X] @lund |'])
      assert.deepEqual(
        parseBrief(`${text}\n`).slips.filter(({ kind }) => kind === 'malformed'),
        [],
      );
  });

  it('may link to a page of notes in two pairs of brackets', () => {
    assert.deepEqual(cited('See [[1]] and [[7]].\n'), []);
    assert.deepEqual(cited(`See [[1]] and [[7]].${LIST}`), ['1']);
  });
});

describe('The name of a package', () => {
  it('is no key, even in brackets', () => {
    assert.deepEqual(cited('It is ready [see npm view @ore/tin for more].\n'), []);
    assert.deepEqual(cited('It is ready [see @ore2024; @doi:10.1000/182].\n'), ['ore2024 doi:10.1000/182']);
  });
});

describe('The power of a sum', () => {
  it('cites nothing', () => {
    assert.deepEqual(cited(`It is (a - b)<sup>2</sup> * c.${LIST}`), []);
    assert.deepEqual(cited(`It is (N₁+N₂)² then.${LIST}`), []);
  });
});

describe('A number without brackets', () => {
  const CITED: readonly (readonly [what: string, text: string])[] = [
    ['behind letters with a slash', 'All waits for I/O.3 Then it goes on.'],
    ['behind a letter with a hyphen', 'It runs through the function-g.3 Then it goes on.'],
    ['behind an escaped full stop', 'Sales began in May 2026\\.3'],
    ['behind a word that is sometimes numbered', 'It all stands on the first page.3 Then it goes on.'],
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
    ['is an amount in Chinese', '人數超過 3。'],
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
