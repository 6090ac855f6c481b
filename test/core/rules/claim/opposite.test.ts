import assert from 'node:assert/strict';
import { claimBeside } from '../claimBeside';
import { expectFix, expectProblems, expectSilence, fixTitles, problemsOf } from '../ruleTest';

const CODE = 'claim/opposite';

describe(CODE, () => {
  for (const [claim, underline, passage] of [
    ['- Catches grew by 23% in 2023 [1].', '          ^^^^', 'It caught 1.13 million tonnes, 23% less than in 2022.'],
    ['- The lira **gained** 30% on the dollar [1].', '             ^^^^^^', 'The lira lost 30% against the dollar.'],
    ['- It ran a deficit of 1.8% of GDP [1].', '           ^^^^^^^', 'It posted a surplus of 1.8% of GDP.'],
    ['- The bank raised its rate to 42.5% [1].', '           ^^^^^^', 'The bank held its policy rate at 42.5%.'],
    ['- The region grew by 0.8% [1].', '             ^^^^', '| Tuscany | 3,661,981 | -0.8% |'],
    [
      '- Revenue of $37.5 million beat expectations [1].',
      '                           ^^^^',
      'Revenue of $37.5 million missed all forecasts.',
    ],
    ['- 早稻产量增长6.3% [1]。', '      ^^', '早稻563亿斤，减产6.3%。'],
    ['- Der Umsatz sank um 4,2 Prozent [1].', '             ^^^^', 'Der Umsatz stieg um 4,2 Prozent.'],
    ['- Les ventes ont reculé de 13,5 % [1].', '                 ^^^^^^', 'Les ventes ont progressé de 13,5 %.'],
    ['- El precio subió hasta 63 dólares [1].', '            ^^^^^', 'El precio bajó a 63 dólares.'],
    ['- 水揚げ量は前の年より27%減った [1]。', '               ^^', '銚子港は前の年より27%増えた。'],
    ['- Sales grew 13.1% in the third quarter [1].', '        ^^^^', '同店销售额下滑13.1%。'],
  ] as const)
    it(`underlines the word for the direction: ${claim}`, () => {
      expectProblems(CODE, `${claimBeside(claim, [passage]).trimEnd()}\n${underline} says\n`);
    });

  for (const [claim, ...passages] of [
    ['- Catches fell by 23% in 2023 [1].', 'It caught 1.13 million tonnes, 23% less than in 2022.'],
    ['- Its share fell to 12.5% [1].', 'It was 15.8% and is 12.5%.'],
    ['- Cars made up 12.5% of it, down from 15.8% [1].', '所占份额由15.8%降至12.5%。'],
    ['- Output rose by 7% [1].', 'Output fell by 7% in May.', 'Output rose by 7% in June.'],
    ['- Output rose by 7% [1].', 'Output fell by 7% in May, and it rose by 7% in June.'],
    ['- Output did not rise by 7% [1].', 'Output fell by 7%.'],
    ['- Output rose by 7% [1].', 'The fall of output narrowed to 7%.'],
    ['- Output rose by 7% after falling by 9% [1].', 'Output fell by 7%.'],
    ['- It has up to 40 plants, and 40 contracts [1].', 'The number of plants fell to 40.'],
    ['- The bank held its rate at 42.5% [1].', 'The bank raised its rate to 42.5%.'],
    ['- Output rose in 2023 [1].', 'Output fell in 2023.'],
    ['- Output rose by 7%. [1] <!-- brief: computed -->', 'Output fell by 7%.'],
    ['- Output rose by 7%.', 'Output fell by 7%.'],
  ] as const)
    it(`is silent about ${claim} beside ${passages.join(' ')}`, () =>
      expectSilence(CODE, claimBeside(claim, passages)));

  for (const [claim, underline, passage] of [
    [
      '- The board has approved the loan to the island [1].',
      '                ^^^^^^^^',
      'The board has not yet approved the loan to the island.',
    ],
    [
      '- The board has not approved the loan to the island [1].',
      '                ^^^^^^^^^^^^',
      'The board has approved the loan to the island.',
    ],
    [
      '- The board approved the loan to the island [1].',
      '            ^^^^^^^^',
      'The board rejected the loan to the island.',
    ],
    [
      '- The judge found the law compatible with the charter [1].',
      '                          ^^^^^^^^^^',
      'The judge found the law incompatible with the charter.',
    ],
    [
      '- The court struck down the levy on cement [1].',
      '            ^^^^^^',
      'The court did not strike down the levy on cement.',
    ],
    [
      '- Wind is the largest source of power on the island [1].',
      '              ^^^^^^^',
      'Wind is the second-largest source of power on the island.',
    ],
    ['- 草案已提交市议会审议 [1]。', '     ^^', '草案尚未提交市议会审议。'],
    [
      '- Die Behörde hat den Antrag genehmigt [1].',
      '                             ^^^^^^^^^',
      'Die Behörde hat den Antrag nicht genehmigt.',
    ],
  ] as const)
    it(`underlines the word that the passage denies, or says: ${claim}`, () => {
      expectProblems(CODE, `${claimBeside(claim, [passage]).trimEnd()}\n${underline} says\n`);
    });

  for (const [claim, ...passages] of [
    ['- The board has approved the loan to the island [1].', 'The board has approved the loan to the island.'],
    [
      '- The board has not approved the loan to the island [1].',
      'The board has yet to approve the loan to the island.',
    ],
    [
      '- The board approved the loan to the island [1].',
      'The board has not approved the loan to the island.',
      'The board approved it in May: the loan to the island.',
    ],
    ['- The board approved the loan to the island [1].', 'The board approved not only the loan to the island.'],
    ['- The board may have approved the loan to the island [1].', 'The board has not approved the loan to the island.'],
    ['- The board approved the budget of the town [1].', 'The board has not approved the loan to the island.'],
    ['- The board approved the loan to the island.', 'The board has not approved the loan to the island.'],
    ['- Over 99% of the flour of the mill is not sold [1].', 'Less than 1% of the flour of the mill is sold.'],
  ] as const)
    it(`is silent about ${claim} beside ${passages.join(' ')}`, () =>
      expectSilence(CODE, claimBeside(claim, passages)));

  for (const [claim, passage, title, fixed] of [
    ['- Catches grew by 23% [1].', 'Landings fell by 23%.', 'fell', '- Catches fell by 23% [1].'],
    ['- Lossmaking: 23% less [1].', 'It made 23% more.', 'more', '- Lossmaking: 23% more [1].'],
    ['- The lira **gained** 30% [1].', 'The lira lost 30%.', 'lost', '- The lira **lost** 30% [1].'],
    [
      '- Der Umsatz sank um 4,2 Prozent [1].',
      'Der Umsatz stieg um 4,2 Prozent.',
      'stieg',
      '- Der Umsatz stieg um 4,2 Prozent [1].',
    ],
    ['- 早稻产量增长6.3% [1]。', '早稻563亿斤，减产6.3%。', '减产', '- 早稻产量减产6.3% [1]。'],
    [
      '- The board has approved the loan to the island [1].',
      'The board has not yet approved the loan to the island.',
      'not yet approved',
      '- The board has not yet approved the loan to the island [1].',
    ],
    [
      '- The board approved the loan to the island [1].',
      'The board rejected the loan to the island.',
      'rejected',
      '- The board rejected the loan to the island [1].',
    ],
  ] as const)
    it(`takes the source's words: ${claim}`, () =>
      expectFix(
        CODE,
        `Take the source's wording: ${title}`,
        claimBeside(claim, [passage]),
        claimBeside(fixed, [passage]),
      ));

  for (const [claim, passage] of [
    ['- Catches grew by 23% in 2023 [1].', 'It caught 1.13 million tonnes, 23% less than in 2022.'],
    ['- Catches have grown by 23% [1].', 'Landings fell by 23%.'],
    ['- The court struck down the levy on cement [1].', 'The court did not strike down the levy on cement.'],
    ['- Sales grew 13.1% in the third quarter [1].', '同店销售额下滑13.1%。'],
    ['- The region grew by 0.8% [1].', '| Tuscany | 3,661,981 | -0.8% |'],
  ] as const)
    it(`takes no words that do not fit: ${claim} beside ${passage}`, () => {
      const text = claimBeside(claim, [passage]);
      assert.equal(problemsOf(CODE, text).length, 1);
      assert.deepEqual(fixTitles(CODE, text), []);
    });
});
