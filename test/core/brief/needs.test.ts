import assert from 'node:assert/strict';
import { hardlyCites } from '../../../src/core/brief/needs';
import type { Because } from '../../../src/core/brief/needs/because';
import { parseBrief } from '../../../src/core/brief/parseBrief';

const CITED = 'Exports rose by 3% in 2019 [1].';
const CLAIM = 'Output in Brazil rose by 12% in 2023.';
const SOURCES = '## Sources\n\n- [1] One. https://one.example\n';

/** Why the insight that starts with some words must be cited, or need not. */
function because(body: string, words: string): Because | undefined {
  const { insights } = parseBrief(`# Ore\n\n${body}\n\n${SOURCES}`);
  return insights.find(({ text }) => text.startsWith(words))?.because;
}

describe('Why an insight must be cited', () => {
  const inOwnWords: readonly (readonly [Because, string])[] = [
    ['amount', 'Exports to the EU fell by 12% in 2023.'],
    ['states', 'Most miners in Brazil are paid less than the average.'],
    ['vague', 'The ore of this kind has an exceptional quality.'],
    ['judgement', 'Judgment: the ban will last for 12 months.'],
    ['judgement', '总体判断：2023年巴西出口下降了12%。'],
    ['judgement', 'Taken together, exports of Brazil and Chile fell by 12%.'],
    ['judgement', 'These numbers show that the ban in Brazil has failed.'],
    ['advice', 'Goal: cut the quota of Brazil by 12%.'],
    ['advice', '- Prepare the shaft: Cut a steel pipe of 12 mm.'],
    ['advice', 'Mines in Brazil should be closed by the end of the year.'],
    ['own-work', 'This report compares 12 mines in Brazil and Chile.'],
    ['own-work', 'We tested 12 samples of ore from Brazil.'],
    ['no-prose', 'yield\\_rate \\= output / 12 of the mines in Brazil'],
    ['about-the-text', '**Subject:** Mines in Brazil\n**Report date:** 5 May 2024\n**Analyst:** Ada Roe'],
    ['about-the-text', '**Report Date:** December 2025'],
    ['about-the-text', '**Valid until:** 5 May 2024'],
    ['caption', '![Ore](ore.png) Exports of Brazil rose by 12% in 2023.'],
  ];
  for (const [reason, text] of inOwnWords)
    it(`${reason}: ${text}`, () => {
      const words = text.replace(/^- /, '').slice(0, 12);
      assert.equal(because(`## Supply\n\n${text}\n\n## Trade\n\n${CITED}`, words), reason);
    });

  it('takes a word of advice in an amount for no advice', () => {
    const text = 'The price of Brazil, which should fall, was 12% higher in 2023.';
    assert.equal(because(`## Supply\n\n${text}\n\n## Trade\n\n${CITED}`, 'The price'), 'amount');
  });

  it('takes an inference before the sentence with the amount for none of it', () => {
    const text = 'This matters. Prices in Brazil rose by 40% in 2010.';
    assert.equal(because(`## Supply\n\n${text}\n\n## Trade\n\n${CITED}`, 'This'), 'amount');
  });

  for (const [heading, reason] of [
    ['Outlook', 'section-judges'],
    ['8\\. Implications for Brazil', 'section-judges'],
    ['启示', 'section-judges'],
    ['Next actions', 'section-advises'],
    ['实施路径', 'section-advises'],
    ['Confidence', 'section-tells-how'],
    ['Where sources disagree', 'section-tells-how'],
    ['Mines of Brazil', 'amount'],
  ] as const)
    it(`${reason}: in a section "${heading}"`, () => {
      assert.equal(because(`## Trade\n\n${CITED}\n\n## ${heading}\n\n${CLAIM}`, 'Output'), reason);
    });

  it('knows the stance of a section in the sections that it holds', () => {
    assert.equal(because(`## Trade\n\n${CITED}\n\n## Outlook\n\n### Brazil\n\n${CLAIM}`, 'Output'), 'section-judges');
  });

  it('goes on from the cited paragraph before it, where it states no amount', () => {
    const after = (text: string) => because(`## Trade\n\n${CITED}\n\n${text}`, text.slice(0, 10));
    assert.equal(after('Most miners in Brazil are paid less than the average.'), 'goes-on');
    assert.equal(after(CLAIM), 'amount');
  });

  it('does not go on from one in another section, or from an item to the next', () => {
    const text = 'Most miners in Brazil are paid less than the average.';
    assert.equal(because(`## Trade\n\n${CITED}\n\n## Pay\n\n${text}`, 'Most'), 'states');
    assert.equal(because(`## Trade\n\n- ${CITED}\n- ${text}`, 'Most'), 'states');
  });

  it('belongs to a cited item above it, where it states no amount', () => {
    const below = (text: string) => because(`## Trade\n\n- ${CITED}\n  - ${text}`, text.slice(0, 10));
    assert.equal(below('Most miners in Brazil are paid less than the average.'), 'parent-cited');
    assert.equal(below(CLAIM), 'amount');
  });

  it('introduces a section whose text cites', () => {
    const text = 'Most miners in Brazil are paid less than the average.';
    assert.equal(because(`## Trade\n\n${text}\n\n${CITED}`, 'Most'), 'introduces');
    assert.equal(because(`## Trade\n\n${text}\n\n${CLAIM}\n\n## Other\n\n${CITED}`, 'Most'), 'states');
  });

  it('has its source in a line below it', () => {
    const line = '- **Source:** [Ministry](https://ministry.example/ore)';
    assert.equal(because(`## Trade\n\n${CLAIM}\n\n${line}`, 'Output'), 'source-below');
    assert.equal(because(`## Trade\n\n${CLAIM}\n\n## Other\n\n${line}`, 'Output'), 'amount');
  });

  it('takes a name behind an @ for no citation that is broken', () => {
    assert.equal(
      because(`## Trade\n\n${CITED}\n\n## Supply\n\n${CLAIM.replace('.', ', says @oreworks.')}`, 'Output'),
      'amount',
    );
  });

  it('is left to the rule that speaks of its broken citation', () => {
    assert.equal(because(`## Trade\n\n${CITED}\n\n${CLAIM} 【4†source】`, 'Output'), 'broken');
  });
});

describe('An insight of a document whose author cites nearly all', () => {
  const names = ['Alder', 'Birch', 'Cedar', 'Elm', 'Fir', 'Hazel', 'Larch', 'Maple', 'Oak', 'Pine', 'Rowan', 'Willow'];
  const paragraphs = (start: number) =>
    names.map((name, i) => `The ${name} was planted by the monks of the valley in ${start + i} [1].\n`).join('\n');
  const whyIn = (heading: string, text: string) =>
    because(`## Trees\n\n${paragraphs(1700)}\n## ${heading}\n\n${text}\n\n${paragraphs(1800)}`, text.slice(0, 12));

  it('is warned of where it states something', () => {
    assert.equal(whyIn('Mill', 'The mill of the valley was built by the monks in 1790.'), 'habit');
  });

  for (const [what, heading, text] of [
    ['sums up', 'Conclusion', 'The mill of the valley was built by the monks.'],
    ['judges', 'Mill', 'Taken together, the trees of the valley were planted by the monks for the mill.'],
    ['tells of its own work', 'Mill', 'We tested the trees of the valley that were planted by the monks.'],
    ['introduces a section', 'Mill', 'Most trees of the valley were planted by the monks for the mill.'],
  ] as const)
    it(`is not warned of where it ${what}`, () => {
      assert.notEqual(whyIn(heading, text), 'habit');
    });
});

describe('A figure of a document that seldom cites such an insight', () => {
  const names = ['Alder', 'Birch', 'Cedar', 'Elm', 'Fir', 'Hazel', 'Larch', 'Maple', 'Oak', 'Pine', 'Rowan'];
  const cited = names.map((name) => `- The ${name} is a tree of the valley [1].`).join('\n');
  const plain = names.map((name) => `The ${name} is felled for the mill of the town.\n`).join('\n');
  const whyIn = (text: string) =>
    because(`## Trees\n\n${cited}\n\n## Timber\n\n${plain}\n## Mill\n\n${text}`, text.replace(/^- /, '').slice(0, 12));

  for (const text of [
    'The mill rents a saw for $42 a day.',
    'The mill, 12 km north of the town, has a saw.',
    'The mill was closed in 2019 by its owner.',
    '- Founded: 1998',
    'The mill has a wharf of its own beside the pond. It was dear: planks were at $3, they say.',
    'To dry the planks of the mill takes 20–30 days, and they are turned over by hand.',
    '물레방아는 한 번 도는 데 1~2초 걸린다.',
  ])
    it(`is a hint: ${text}`, () => assert.equal(whyIn(text), 'hard-figure'));

  for (const text of [
    'The mill begins its day at 7:30 and ends it late.',
    'The gate of the mill is guarded 24/7 by two men.',
    '- Opening hours: 9:00–17:00',
    '- Grade of the reviewers: 4/5',
    '- Telephone of the mill: +44 20 7946 0958',
    '- Release of the saw: 2.10.4',
    'The mill is run in a 16:9 frame of steel by its owner.',
    'The B2B trade matters to the mill and its owner.',
    '**Prepared:** March 21, 2026',
    '**Period covered:** January to March 2026',
  ])
    it(`is none: ${text}`, () => assert.notEqual(whyIn(text), 'hard-figure'));
});

describe('Advice in another language than English', () => {
  for (const [language, text] of [
    ['ru', 'Министерство должно публиковать уровни воды каждый месяц.'],
    ['ru', 'Публикуйте уровни воды каждый месяц.'],
    ['ko', '부처는 매달 강의 수위를 공개해야 한다.'],
    ['it', 'Il ministero dovrebbe pubblicare i livelli ogni mese.'],
  ] as const)
    it(`needs no citation: ${text}`, () => {
      const [insight] = parseBrief(`---\nlanguage: ${language}\nsources: []\n---\n\n${text}\n`).insights;
      assert.notEqual(insight?.mustCite, 'warning');
    });
});

describe('A fragment in a brief with sources in its front matter', () => {
  const severities = (text: string) => {
    const front = '---\nsources:\n  - { id: 1, title: Mills, url: https://mills.example }\n---\n\n# Mills\n\n';
    const cited = ['old', 'new', 'small'].map((age) => `- The ${age} mill was closed in 2019 [1].\n`).join('');
    return parseBrief(`${front}${cited}\n${text}\n`).insights.at(-1)?.mustCite;
  };

  it('is no warning if it has neither a verb nor a sign of a claim', () => {
    assert.equal(severities('A gate, a yard, and a wheel beside the pond.'), 'hint');
  });

  it('is a warning if it has a number', () => {
    assert.equal(severities('A gate, a yard, and 12 wheels beside the pond.'), 'warning');
  });
});

describe('How a document cites', () => {
  it('is not at all, with two statements or more', () => {
    assert.equal(hardlyCites({ citing: 0, stating: 1 }), false);
    assert.equal(hardlyCites({ citing: 0, stating: 2 }), true);
  });

  it('is hardly, where fewer than one in four statements cites, of many', () => {
    assert.equal(hardlyCites({ citing: 1, stating: 5 }), false);
    assert.equal(hardlyCites({ citing: 1, stating: 6 }), true);
    assert.equal(hardlyCites({ citing: 10, stating: 30 }), false);
    assert.equal(hardlyCites({ citing: 10, stating: 31 }), true);
  });

  it('is said of each statement where it is so', () => {
    const two = `## Supply\n\n- ${CLAIM}\n- Exports to the EU fell by 12% in 2023.`;
    assert.equal(because(two, 'Output'), 'practice');
    assert.equal(because(`${two}\n- ${CITED}`, 'Output'), 'amount');
  });

  it('is not told by broken citations', () => {
    const two = `## Supply\n\n- ${CLAIM}\n- Exports to the EU fell by 12% in 2023.\n- Prices rose by 4% 【4†source】.`;
    assert.equal(because(two, 'Output'), 'practice');
  });
});
