import assert from 'node:assert/strict';
import { claimSignals, claimWeight } from '../../../src/core/document/claims';
import { SIGNS_OF_A_CLAIM, SIGNS_OF_NONE } from '../../../src/core/document/claims/claimSignals';
import type { ClaimSign } from '../../../src/core/languages/language';

const CLAIMS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'China refines about 90% of the world’s rare earths.',
    'Beijing tightened licensing of magnets in April.',
    'Exports fell sharply in May.',
    'Prices tripled.',
    'The mine in Mountain Pass reopened after a bankruptcy.',
    'Demand for magnets depends on electric cars.',
    'Refining is concentrated in China, and new plants take years to build.',
    'It fell by 4 % in 2023 [1].',
    'The sale closed on 3 June [@harbour-2024, p. 3].',
  ],
  zh: [
    '中国占全球稀土精炼产量的九成。',
    '稀土磁体主要用于电动汽车和风力发电机。',
    '美国国防部入股了一家矿业公司。',
    '2023年产量增长了１２％。',
  ],
  de: ['China verarbeitet rund 90 % der Seltenen Erden weltweit.'],
  fr: ['La Chine raffine près de 90 % des terres rares.'],
  es: ['China refina cerca del 90 % de las tierras raras.'],
  ja: ['中国は世界のレアアース精製の約9割を占める。'],
  it: ['La Cina raffina circa il 90 % delle terre rare.'],
};

const OTHERS: readonly (readonly [what: string, language: string, sentences: readonly string[]])[] = [
  ['a question', 'en', ['Why does this matter?', 'Did exports fall by 4% in 2023? [1]', '“Who pays?”']],
  ['a question', 'zh', ['这为什么重要？', '谁会受益呢']],
  [
    'an instruction',
    'en',
    [
      'See the appendix for the full table.',
      'Build a stockpile of magnets first.',
      'Note that all figures are in tonnes.',
    ],
  ],
  ['an instruction', 'zh', ['详见附录。', '请参阅附录中的表格。']],
  [
    'an opinion of the author’s',
    'en',
    ['We think the risk is underpriced.', 'In our view, prices will rise 10 % in 2025.'],
  ],
  ['an opinion of the author’s', 'zh', ['我们认为风险被低估了。', '笔者建议企业签订长期合同。']],
  ['an opinion of the author’s', 'de', ['Wir glauben, dass das Risiko unterschätzt wird.']],
  [
    'a definition of terms',
    'en',
    ['By “heavy rare earths” we mean terbium to lutetium.', '“Offtake” means a contract to buy output early.'],
  ],
  ['a definition of terms', 'zh', ['所谓重稀土，是指铽到镥的元素。']],
  [
    'a transition',
    'en',
    [
      'This section looks at supply.',
      'This brief is updated each month.',
      'Below are the three main risks.',
      'Thank you for reading.',
    ],
  ],
  ['a transition', 'zh', ['本节讨论供应。', '接下来看需求。']],
  ['a plan or a duty', 'en', ['We will return to this.', 'Buyers should sign long contracts.']],
  ['nothing but marks', 'en', ['[1]', '***', '', '`12%`']],
];

describe('What needs a source', () => {
  for (const [language, sentences] of Object.entries(CLAIMS)) {
    for (const sentence of sentences) it(sentence, () => assert.equal(claimWeight(sentence, language) > 0, true));
  }
});

describe('What needs none', () => {
  for (const [what, language, sentences] of OTHERS) {
    for (const sentence of sentences) {
      it(`${what}: ${sentence}`, () => assert.equal(claimWeight(sentence, language) > 0, false));
    }
  }
});

/** For each sign, what shows it and what only looks like it. */
const SIGNS: readonly (readonly [name: ClaimSign, shows: string, not: string, language?: string])[] = [
  ['number', 'The pit has 12 lifts.', 'Covid-19 and B2B closed it.'],
  ['amount', 'It costs $5.', 'It has 5 lifts.'],
  ['year', 'It shut in 2019.', 'It has 2,019 lifts.'],
  ['number in words', 'Three pits shut.', 'Pits shut.'],
  ['name', 'It sold ore to Brazil.', 'It sold ore.'],
  ['acronym', 'The EU agreed.', 'The union agreed.'],
  ['happened', 'The pit closed.', 'The pit is open.'],
  ['passive', 'Ore is shipped by sea.', 'Ore goes by sea.'],
  ['goes on', 'The pit is now growing.', 'It is going to grow.'],
  ['change', 'Prices doubled, then fell.', 'Prices are known.'],
  ['comparison', 'It is the largest pit.', 'It is a pit.'],
  ['quantifier', 'All pits shut.', 'Pits shut.'],
  ['attribution', 'Experts agree.', 'Neighbours agree.'],
  ['cause or kind', 'It shut because of floods.', 'It shut.'],
  ['does', 'The firm owns a pit.', 'The firm, a pit.'],
  ['state', '该矿位于北方，是露天矿。', '露天矿', 'zh'],
  ['time', 'It shut three years ago.', 'It shut.'],
  ['question', 'Who pays?', 'They ask who pays.'],
  ['question', '谁会受益呢', '他受益。', 'zh'],
  ['asks', 'Why prices fell', 'Prices fell.'],
  ['instruction', 'Check the licence first.', 'Checks of the licence come first.'],
  ['how to', 'To open a pit, you need a licence.', 'They need a licence to open a pit.'],
  ['opinion', 'It is, we think, over.', 'They think it is over.'],
  ['author’s judgement', 'In our view, it is over.', 'In their view, it is over.'],
  ['intention', 'We will return to it.', 'They return to it.'],
  ['duty', 'Buyers should wait.', 'Buyers wait.'],
  ['future', 'It will open.', 'It is open.'],
  ['hedge', 'It might open.', 'It is open.'],
  ['condition', 'If it opens, prices fall.', 'It opens.'],
  ['definition', 'By “ore” we mean rock that pays.', 'Ore pays.'],
  ['transition', 'This section covers supply.', 'This pit covers the valley.'],
  ['leaves it open', 'It is hard to say.', 'It is hard rock.'],
  ['praise or blame', 'It is a wonderful pit.', 'It is a pit.'],
  ['first person', 'They told me.', 'They told the mine.'],
  ['we', 'They told us.', 'They told the US.'],
  ['you', 'They told you.', 'They told buyers.'],
  ['pronoun first', 'They left.', 'Buyers left.'],
  ['conjunction first', 'But buyers left.', 'Buyers left.'],
];

describe('Each sign', () => {
  const shown = (sentence: string, language: string) => claimSignals(sentence, language).map(({ name }) => name);
  for (const [name, shows, not, language = 'en'] of SIGNS) {
    it(`${name}: ${shows}`, () => {
      assert.ok(shown(shows, language).includes(name), `missing in ${shows}`);
      assert.ok(!shown(not, language).includes(name), `found in ${not}`);
    });
  }
  it('is tested', () => {
    const tested = new Set(SIGNS.map(([name]) => name));
    assert.deepEqual(
      [...SIGNS_OF_A_CLAIM, ...SIGNS_OF_NONE].filter(({ name }) => !tested.has(name)),
      [],
    );
  });
});

describe('The signs of a claim', () => {
  const namesOf = (sentence: string, language = 'en') => claimSignals(sentence, language).map(({ name }) => name);

  it('are named, so that they can be explained', () => {
    assert.deepEqual(namesOf('Exports rose 4% in 2023.').slice(0, 3), ['number', 'amount', 'year']);
  });
  it('are not read from citations, code, addresses and comments', () => {
    const dressed =
      'They left [12][@li-2020, p. 4] `x1` ¹<sup>2</sup> $x_3$ <!-- brief: computed --> https://example.org/2020.';
    assert.ok(!namesOf(dressed).some((name) => ['number', 'amount', 'year'].includes(name)));
  });
  it('are read from a key number that is put in', () => assert.ok(namesOf('They hold {{share}}.').includes('number')));
  it('do not count the digits of a name', () => assert.ok(!namesOf('Covid-19 hurt.').includes('number')));
  it('say which sentences are exempt by themselves', () => {
    const exempting = claimSignals('We think exports fell by 4%.', 'en').filter(({ exempts }) => exempts);
    assert.deepEqual(
      exempting.map(({ name }) => name),
      ['author’s judgement'],
    );
  });
  it('end on long repetitive sentences, and need letters there too', () => {
    for (const part of [
      'a',
      '1',
      ' ',
      '<!--',
      '$',
      '一',
      'A ',
      'to a',
      '"a',
      '[',
      '[1',
      'I ',
      'is ',
      '《',
      '那',
      '1,',
      'we define ',
    ]) {
      for (const language of ['en', 'zh', 'fr']) {
        const needed = claimWeight(part.repeat(100_000 / part.length), language) > 0;
        assert.ok(!needed || /\p{L}/u.test(part), part);
      }
    }
  });
});
