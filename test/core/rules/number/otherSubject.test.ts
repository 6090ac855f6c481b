import { claimBeside, expectSilences, expectUnderlines } from '../claimBeside';
import { expectFix } from '../ruleTest';

const GEAR = 'The tent weighs 3.1 kg and the stove 2.4 kg.';
const TABLE = '| Town | Shops 2012 | Shops 2022 |\n| --- | --- | --- |\n| Alba | 412 | 388 |\n| Brera | 231 | 275 |';

describe('number/other-subject', () => {
  const CODE = 'number/other-subject';

  expectUnderlines(CODE, [
    {
      claim: '- The **tent** weighs 2.4 kg [1].',
      underline: '        ^^^^',
      says: '[1] has 3.1 kg for "tent", and 2.4 kg for "stove".',
      passage: GEAR,
    },
    {
      claim: '- Losses came to 17% among the young trees [1].',
      underline: '                               ^^^^^',
      says: 'has 4% for "young"',
      passage: 'Losses came to 17% among the old trees and 4% among the young trees.',
    },
    {
      claim: '- Ferries to Gozo rose by 9% [1].',
      underline: '             ^^^^',
      says: 'has 6% for "Gozo", and 9% for "Comino"',
      passage: 'Ferries to Gozo and Comino rose by 6% and 9%, respectively.',
    },
    {
      claim: '- Sales in Gozo were $25 million [1].',
      underline: '           ^^^^',
      says: 'has $20 million for "Gozo"',
      passage: 'Sales in Gozo were $20 million, while sales in Comino were $25 million.',
    },
    {
      claim: '- 31% of bakers own a mixer [1].',
      underline: '         ^^^^^^',
      says: 'has 48% for "bakers", and 31% for "millers',
      passage: '48% of bakers and 31% of millers own a mixer.',
    },
    {
      claim: '- Brera has 388 shops [1].',
      underline: '  ^^^^^',
      says: 'has 275 for "Brera"',
      passage: TABLE,
    },
    {
      claim: '- 北山茶园去年产茶620吨 [1]。',
      underline: '  ^^^^',
      says: '为 480吨'.slice(2),
      passage: '去年，北山茶园产茶480吨，南坡茶园产茶620吨。',
    },
    {
      claim: '- Das Zelt wiegt 2,4 kg [1].',
      underline: '      ^^^^',
      says: '3,1 kg for "Zelt"',
      passage: 'Das Zelt wiegt 3,1 kg und der Kocher 2,4 kg.',
    },
    {
      claim: '- La tente pèse 2,4 kg [1].',
      underline: '     ^^^^^',
      says: '3,1 kg for "tente"',
      passage: 'La tente pèse 3,1 kg et le réchaud 2,4 kg.',
    },
    {
      claim: '- La tienda pesa 2,4 kg [1].',
      underline: '     ^^^^^^',
      says: '3,1 kg for "tienda"',
      passage: 'La tienda pesa 3,1 kg y el hornillo 2,4 kg.',
    },
    {
      claim: '- Salo was born in 1952 [1].',
      underline: '           ^^^^',
      says: 'has 1891 for "born", and 1952 for "died"',
      passage: 'Aino Salo was born in 1891 in Turku, and died in May 1952.',
    },
    {
      claim: '- Salo died in 1891 [1].',
      underline: '       ^^^^',
      says: 'has 1952 for "died", and 1891 for "23 April 1891 – 5 May 1952"',
      passage: 'Aino Salo (23 April 1891 – 5 May 1952) built ferries.',
    },
    {
      claim: '- Salo was born on 5 May 1952 [1].',
      underline: '           ^^^^',
      says: 'has 1891 for "born", and 5 May 1952 for "Died"',
      passage: 'Born: c. 1891 in Turku\nDied: 5 May 1952 in Turku',
    },
    {
      claim: '- 萨洛生于1952年 [1]。',
      underline: '    ^',
      says: 'has 1891年 for "生", and 1952年 for "去世"',
      passage: '萨洛1891年生于图尔库，1952年去世。',
    },
    {
      claim: '- Beef sales grew by 7.5% [1].',
      underline: '  ^^^^',
      says: 'has 3.2% for "Beef"',
      passage: '牛肉销售增长3.2%，鸡肉销售增长7.5%。',
    },
  ]);

  expectSilences(CODE, [
    ['- The stove weighs 2.4 kg [1].', GEAR],
    [
      '- Sales in Comino were $25 million [1].',
      'Sales in Gozo were $20 million, while sales in Comino were $25 million.',
    ],
    ['- 48% of bakers own a mixer, and 31% of millers [1].', '48% of bakers and 31% of millers own a mixer.'],
    ['- The tent weighs 3.1 kg, the stove 2.4 kg [1].', GEAR],
    ['- The burner weighs 2.4 kg [1].', GEAR],
    ['- Unlike the tent, it weighs only 2.4 kg [1].', GEAR],
    ['- The tent weighs 2.4 kg [1].', GEAR, 'Another tent weighs 2.4 kg.'],
    ['- The tent weighs 2.4 kg [1].', 'The stove weighs 2.4 kg.'],
    [
      '- Losses came to 4% among the young trees [1].',
      'Losses came to 17% among the old trees and 4% among the young.',
    ],
    ['- Ferries to Comino rose by 9% [1].', 'Ferries to Gozo and Comino rose by 6% and 9%, respectively.'],
    ['- Alba has 388 shops [1].', TABLE],
    ['- Alba and Brera have 388 shops [1].', TABLE],
    ['- 南坡茶园去年产茶620吨 [1]。', '去年，北山茶园产茶480吨，南坡茶园产茶620吨。'],
    ['- Salo was born in 1891 [1].', 'Aino Salo was born in 1891 in Turku, and died in May 1952.'],
    ['- Salo died on 5 May 1952 [1].', 'Aino Salo (23 April 1891 – 5 May 1952) built ferries.'],
    ['- The board was elected in 2016 [1].', 'The board was elected in 2012, and re-elected in 2016.'],
    ['- The mill was founded in 1952 [1].', 'The mill closed in 1952.'],
    // The other number is said of nothing: 较 and から are particles.
    ['- 6月末水库蓄水比上月末多12亿立方米 [1]。', '6月末，水库蓄水485亿立方米，较5月末增加12亿立方米，升幅2.5%。'],
    [
      '- 工場は通期のRobot生産計画を70万台へ下方修正した [1]。',
      'Robot本体の生産は52万台で5%減。通期の計画を90万台から70万台に引き下げた。',
    ],
    ['- The tent weighs 2.4 kg. [1] <!-- brief: computed -->', GEAR],
    ['- The tent weighs 2.4 kg.', GEAR],
  ]);

  it('has a fix that takes the year of the event', () => {
    const passage = 'Aino Salo was born in 1891 in Turku, and died in May 1952.';
    const born = (year: string) => claimBeside(`- Salo was born in ${year} [1].`, [passage]);
    expectFix(CODE, "Take the source's date: 1891", born('1952'), born('1891'));
  });

  it("has a fix that takes the source's number", () =>
    expectFix(
      CODE,
      "Take the source's number: 3.1 kg",
      claimBeside('- The tent weighs 2.4 kg [1].', [GEAR]),
      claimBeside('- The tent weighs 3.1 kg [1].', [GEAR]),
    ));
});
