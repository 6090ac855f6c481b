import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core/brief/parseBrief';

type Wanted = 'warning' | 'hint' | 'never';

/**
 * What a careful editor would say of a text without a source. The last insight of `text` counts; `never` also stands
 * for a text that is no insight at all.
 */
const TEXTS: readonly (readonly [what: string, text: string, wanted: Wanted, section?: string])[] = [
  // A list item that is a sentence.
  ['an item that states an amount', '- China refines about 90% of the world output.', 'warning'],
  ['an item that states an event', '- The mine reopened in 2018 under a new owner.', 'warning'],
  ['an item that states a fact without a number', '- Most miners are paid less than the average.', 'warning'],
  ['an item of which little can be looked up', '- Only China and Japan master the technology.', 'hint'],
  [
    'an item on what another text discusses',
    '- The article discusses the challenges of a second mine for its owner and its bank',
    'hint',
  ],
  ['an item without a full stop', '- Output rose by 12% last year', 'warning'],
  ['an item with a number that is no sentence', '- Exports: $4.2 billion in 2023', 'warning'],
  ['an ordered item', '1. Prices fell by a third after the ban.', 'warning'],
  ['an item of two paragraphs', '- Output rose in every year.\n\n  It doubled between 2015 and 2020.', 'warning'],
  ['a Chinese item', '- 中国控制全球90%的稀土冶炼产能。', 'warning'],
  ['a Chinese item without a full stop', '- 2024年出口量同比下降12%', 'warning'],
  ['a German item', '- Die Förderung stieg 2023 um 12 Prozent.', 'warning'],
  ['a French item', '- La production a augmenté de 12 % en 2023.', 'warning'],
  ['a Japanese item', '- 中国は世界の生産量の69%を占める。', 'warning'],
  ['a nested item', '- Output rose [1].\n  - In Brazil it fell by 4%.', 'warning'],
  ['an item in bold and plain words', '- **Supply**: China mined 240,000 tonnes in 2023.', 'warning'],
  ['an item that is a bare phrase', '- Rare earths and magnets', 'never'],
  ['a Chinese item that is a bare phrase', '- 稀土与永磁体', 'never'],
  ['a phrase with a noun that is a verb as well', '- Export controls in China', 'never'],
  ['a Chinese phrase with a noun that is a verb as well', '- 出口管制', 'never'],
  ['a German phrase', '- Seltene Erden und Magnete', 'never'],
  ['a Japanese phrase', '- レアアースと磁石', 'never'],
  ['a phrase with a year', '- Harbour Bank report 2024', 'never'],
  ['a phrase with the number of a part', '- Phase 2', 'never'],
  ['a phrase that may be a sentence', '- Companies based in Australia', 'hint'],
  ['a phrase that counts', '- 12 mines in Australia', 'hint'],
  ['a label and a number', '- Employees: 4,200', 'warning'],
  ['a Chinese label and an amount', '- 出口额：42亿美元', 'warning'],
  ['a label and a date', '- Updated: 5 May 2024', 'never'],
  ['a short item with a verb', '- Prices rose.', 'hint'],
  ['a Chinese item without a number', '- 中国是最大的生产国', 'warning'],
  ['a Japanese item without a number', '- 価格は上昇した', 'hint'],
  ['an item of advice', '- Buyers should sign long contracts.', 'hint'],
  ['an item of opinion', '- We think the risk is underpriced.', 'hint'],
  ['a Chinese item of opinion', '- 我们认为风险被低估了。', 'hint'],
  ['an item that refers elsewhere', '- See the appendix for all tables.', 'hint'],
  ['an item in an alert', '> [!NOTE]\n> China refines 90% of the world output.', 'warning'],

  // A paragraph with a sentence that states something checkable.
  ['a paragraph that states an amount', 'China refines about 90% of the world output.', 'warning'],
  ['a paragraph that states an event', 'The United States closed its only mine in 2002.', 'warning'],
  ['a paragraph of which one sentence is checkable', 'This matters. Prices rose by 40% in 2010.', 'warning'],
  ['a Chinese paragraph', '美国唯一的稀土矿于2002年关闭。', 'warning'],
  ['a wrapped paragraph', 'China refines about 90%\nof the world output.', 'warning'],

  // Other paragraphs.
  ['a paragraph of transition', 'This section looks at supply.', 'hint'],
  ['a paragraph of opinion', 'We believe that this should change.', 'hint'],
  ['a Chinese paragraph of transition', '本节讨论供应。', 'hint'],
  ['a paragraph that only sets the scene', 'Let us look at the details.', 'hint'],
  ['a name and a date', 'Harbour Daily, 5 May 2024', 'hint'],

  ['what the report does', 'We proceed in three steps. Section 2 reviews recent incidents in Finland.', 'hint'],
  ['how the author worked', 'I have grouped the findings by theme and listed my sources at the end.', 'hint'],
  ['what a list above shows', 'As the table shows, countries with a low ratio have more pumps.', 'hint'],
  ['the opening of a chat', "Sure! Here's a summary of small reactors in Russia as of early 2025.", 'hint'],
  ['an instruction after a label', '- **Pricing.** Charge the full cost of supply in stressed basins.', 'hint'],
  ['a demand after a label', '- **Disclosure.** Require operators to report monthly water use.', 'hint'],
  ['a claim after a label', '- **Pricing.** Spain charges 12% of the cost of supply.', 'warning'],
  ['a point that is weighed', 'Upside: more strikes, and restocking in China.', 'hint'],
  ['points that are weighed', 'Downside: a global recession; substitution by aluminium; faster mines.', 'hint'],
  ['a point that is a sentence', 'Risks: the mine closed in 2019; its owner left Chile.', 'warning'],

  // A summary, whose claims are cited below.
  ['a recommendation', '- Fund two more repair vessels in the Baltic Sea.', 'hint', 'Recommendations'],
  ['a Chinese recommendation', '- 政府应当扩大储备规模。', 'hint', '政策建议'],
  ['an item of an executive summary', '- China refines about 90% of the world output.', 'hint', 'Executive summary'],
  ['a paragraph of a TL;DR', 'China refines about 90% of the world output.', 'hint', 'TL;DR'],
  ['a paragraph of an abstract', 'Output rose by 12% in 2023.', 'hint', 'Abstract'],
  ['key takeaways at the top', '- Output rose by 12% in 2023.', 'hint', 'Key takeaways'],
  ['a summary with a bold label', '**TL;DR** Output rose by 12% in 2023, and prices fell.', 'hint'],
  ['a bottom line', '**Bottom line:** output rose by 12% in 2023.', 'hint'],
  ['a Chinese summary with its label', '要点：2023年产量增长了12%。', 'hint'],
  ['a conclusion', 'Output rose by 12% in 2023.', 'hint', 'Conclusion'],
  ['a Chinese summary', '- 中国控制全球90%的产能。', 'hint', '摘要'],
  ['a Chinese conclusion', '中国控制全球90%的产能。', 'hint', '结论'],
  ['a numbered summary heading', 'Output rose by 12% in 2023.', 'hint', '1. Summary'],

  // Never.
  ['a heading', '### China refines 90% of the world output', 'never'],
  ['a question', 'Does China refine 90% of the world output?', 'never'],
  ['an item that is a question', '- Will output rise by 12% in 2026?', 'never'],
  ['a Chinese question', '中国是否控制全球90%的产能？', 'never'],
  ['a task', '- [ ] Check whether output rose by 12% in 2023.', 'never'],
  ['a done task', '- [x] Output rose by 12% in 2023, checked.', 'never'],
  ['a block quotation', '> China refines about 90% of the world output.', 'never'],
  ['a code block', '```\nChina refines about 90% of the world output.\n```', 'never'],
  ['an indented code block', '    China refines about 90% of the world output.', 'never'],
  ['a paragraph wholly in bold', '**China refines about 90% of the world output**', 'never'],
  ['a paragraph wholly in italics', '*Output rose by 12% in 2023.*', 'never'],
  ['an image', '![Output rose by 12% in 2023](chart.png)', 'never'],
  ['a link', '[Output rose by 12% in 2023](https://example.org)', 'never'],
  ['a key number', '{{share}}', 'never'],
  ['a caption of a figure', 'Figure 1: Output rose by 12% in 2023', 'never'],
  ['a caption of a table', 'Table 2. Output in 2023, in tonnes', 'never'],
  ['a sentence about a figure', 'Figure 1 shows that exports rose by 4% in 2023.', 'warning'],
  ['a Chinese sentence about a figure', '图1显示，出口增长了4%。', 'warning'],
  ['a byline', 'By Ada Roe, 5 May 2024', 'never'],
  ['a sentence that starts as a byline', 'By contrast, output fell by 12% in 2023.', 'warning'],
  ['a byline between bars', 'Analyst: Ada Roe | ada.roe@bank.example | +44 20 7946 0000', 'never'],
  ['figures between bars', 'China mines 70% | Brazil mines 5% of the ore', 'warning'],
  ['a Chinese byline with a number', '分析师：张明（执业证书编号：S0000525010001）', 'never'],
  ['a Chinese byline', '本报记者 李文 北京报道', 'never'],
  ['a Chinese sentence about reporters', '记者协会于2024年公布了3项调查结果。', 'warning'],
  ['a date', '5 August 2025', 'never'],
  ['a Chinese date', '2025年8月5日', 'never'],
  ['a date of the text', 'Last updated on 5 August 2025', 'never'],
  ['a date and a claim', 'Updated in 2023, the quota is 240,000 tonnes.', 'warning'],
  ['a citation on its own', '[1]', 'never'],
  ['a text struck out', '~~Output rose by 12% in 2023.~~', 'never'],
  ['several questions', 'Why now? And for whom?', 'never'],
  ['a question without its mark', '- How China built its lead', 'never'],
  ['a source line', 'Source: Survey of producers, 2023', 'never'],
  ['a Chinese caption', '图1：2023年各国产量', 'never'],
  ['a Chinese table caption', '表 2 2023年各国产量', 'never'],
  ['a Chinese source line', '来源：稀土年鉴2023', 'never'],
  ['a label and a value', '- Market: China', 'never'],
  ['a Chinese label and value', '- 市场：中国', 'never'],
  ['a lead-in before a list', 'Three countries mined more than 80% in 2023:\n\n- [ ] China', 'never'],
  ['a Chinese lead-in', '2023年有三个国家占80%：\n\n- [ ] 中国', 'never'],
  ['a lead-in before a table', 'Output in 2023 by country:\n\n| a | b |\n| - | - |\n| c | d |', 'never'],
  [
    'an item whose nested items are all cited',
    '- Output rose in two countries.\n  - In China [1].\n  - In Brazil [2].',
    'never',
  ],
  ['a paragraph of open questions', 'Output rose by 12% in 2023.', 'never', 'Open questions'],
  ['a paragraph of next steps', '- Ask all 12 producers by March 2026.', 'never', 'Next steps'],
  ['a paragraph of methodology', 'We read 40 annual reports from 2023.', 'never', 'Methodology'],
  ['a disclosure with its label', 'Disclosures: the author owns 20 shares of it.', 'never'],
  ['a Chinese disclaimer with its label', '免责声明：本文写于2025年，不构成建议。', 'never'],
  ['a disclaimer', 'This brief was written in 2025 and is no advice.', 'never', 'Disclaimer'],
  ['a glossary', '- REE: one of 17 elements.', 'never', 'Glossary'],
  ['a note', 'All amounts are in US dollars of 2023.', 'never', 'Notes'],
  ['an appendix', 'Output rose by 12% in 2023.', 'never', 'Appendix A: Data'],
  ['a Chinese exempt section', '本文参考了2023年的40份年报。', 'never', '研究方法'],
  ['a German exempt section', 'Wir lasen 40 Berichte aus dem Jahr 2023.', 'never', 'Methodik'],
  ['a French exempt section', 'Nous avons lu 40 rapports de 2023.', 'never', 'Méthodologie'],
  ['a Spanish exempt section', 'Leímos 40 informes de 2023.', 'never', 'Metodología'],
  ['a Japanese exempt section', '2023年の40の報告書を読んだ。', 'never', '調査方法'],

  // What looks like an exempt section and is none.
  ['a section on sources of growth', 'Output rose by 12% in 2023.', 'warning', 'Sources of growth'],
  ['a section that ends with a question', 'Output rose by 12% in 2023.', 'warning', 'What changed?'],
];

/** What each insight of a text comes to, in order; `cited` by whatever covers it. */
const STRUCTURES: readonly (readonly [what: string, text: string, each: string, section?: string])[] = [
  ['a loose list', '- Output rose 4%.\n\n- Prices fell 3%.', 'warning warning'],
  ['a loose item of two paragraphs', '- Output rose 4%.\n\n  Prices fell 3%.\n\n- Demand fell 2%.', 'warning warning'],
  [
    'a list four deep',
    '- It rose 4%.\n  - It fell 5%.\n    - It fell 6%.\n      - It fell 7%.',
    'warning warning warning warning',
  ],
  [
    'an item with one nested item uncited',
    '- It rose in two.\n  - In China [1].\n  - In Brazil by 4%.',
    'hint cited warning',
  ],
  [
    'a bold label over nested items',
    '- **Supply**\n  - China leads by 40%.\n  - Brazil has 20%.',
    'never warning warning',
  ],
  ['a bold label over cited items', '- **Supply**\n  - China leads [1].\n  - Brazil has 20% [2].', 'cited cited cited'],
  [
    'a lead-in with its citation before the colon',
    'Two lead [1]:\n\n- China has 70%.\n- Brazil has 5%.',
    'cited cited cited',
  ],
  [
    'a lead-in with citations after the colon',
    'Two lead: [1][2]\n\n- China has 70%.\n- Brazil has 5%.',
    'cited cited cited',
  ],
  ['a Chinese lead-in', '两国领先：[1]\n\n- 中国占70%。\n- 巴西占5%。', 'cited cited cited'],
  ['a lead-in of nested items', '- Two lead [1]:\n  - China has 70%.\n  - Brazil has 5%.', 'cited cited cited'],
  ['a lead-in over nested items', 'Two lead: [1]\n\n- China has 70%.\n  - Of it, 60% is heavy.', 'cited cited cited'],
  ['a lead-in that cites nothing', 'Two lead:\n\n- China has 70%.\n- Brazil has 5%.', 'never warning warning'],
  [
    'a list parted by our comments',
    'Two lead [1]:\n\n- China has 70%.\n\n<!-- brief-disable-next-line citation/order -->\n\n- Brazil has 5%.',
    'cited cited cited',
  ],
  [
    'a list parted by a paragraph',
    'Two lead [1]:\n\n- China has 70%.\n\nPrices rose 5%.\n\n- Brazil has 5%.',
    'cited cited warning warning',
  ],
  ['advice that a lead-in opens', 'The EU should:\n\n- Fund two more repair vessels in the Baltic Sea.', 'never hint'],
  ['an amount in such advice', 'The EU should:\n\n- End its imports, which are 98% Chinese.', 'never warning'],
  ['halves of a sentence', 'Ask a doctor if you:\n\n- are pregnant or ill\n- take insulin', 'never hint never'],
  ['a colon before a heading', 'The share rose by 40% in 2023:\n\n### Next', 'warning'],
  ['a colon inside', 'Two countries lead: China mines 70% of the ore.', 'warning'],
  ['a lead-in before code', 'Run this 3 times:\n\n```\nx\n```', 'never'],
  ['a lead-in before a figure', 'The share rose by 40%:\n\n```figure\nid: a\nvalue: 90%\nown: true\n```', 'never'],
  ['an alert', '> [!NOTE]\n> China refines about 90% of the output.', 'warning'],
  ['a quotation', '> China refines about 90% of the output.\n>\n> - It exports 40%.', ''],
  ['nested tasks', '- [ ] Check output.\n  - [ ] Ask 12 producers by 2026.', 'never never'],
  ['a footnote that is a source', 'Output rose by 12%.[^9]\n\n[^9]: https://a.example', 'cited'],
  ['a footnote that is a remark', 'Output rose by 12%.[^9]\n\n[^9]: Only mines above 1 t.', 'warning'],
  [
    'a link, a source in words, an own judgement',
    'It rose 4%, [they](https://a.example) say.\n\nIt fell 4% (Source: Reuters).\n\nIt fell 4% [own].',
    'cited cited cited',
  ],
  ['a gap that the author marked', 'Output rose by 12% in 2023 [?].', 'warning'],
  ['captions in bold', '**Figure 1:** Output rose by 12%\n\n*Source: Reuters, 2023*', 'never never'],
  ['a subsection of a summary', '### Supply\n\n- Output rose by 12%.', 'hint', 'Executive summary'],
  ['a subsection of an exempt section', '### Data\n\nOutput rose by 12%.', 'never', 'Appendix'],
  ['key takeaways that are not at the top', '- Output rose by 12%.', 'warning', 'Highlights'],
  ['a numbered exempt section', 'Output rose by 12%.', 'never', '六、免责声明'],
];

/** The text in a brief as people write them, with a section, a source and a claim that is cited. */
function brief(text: string, section: string): string {
  const opening = section === 'Supply' ? '' : '## Background\n\nOutput rose by 5% in 2019 [1].\n\n';
  const before = /summary|tl;dr|abstract|takeaway|摘要/i.test(section) ? '' : opening;
  // Of a document that cites nothing, single statements are not spoken of.
  const after = '## Trade\n\nExports rose by 3% in 2019 [1].';
  return `# A brief\n\n${before}## ${section}\n\n${text}\n\n${after}\n\n## Sources\n\n- [1] One. https://one.example\n- [2] Two. https://two.example\n`;
}

function saidOf(text: string, section: string): Wanted {
  const { insights } = parseBrief(brief(text, section));
  const own = insights.filter((insight) => text.includes(insight.text));
  if (own.length === 0) return 'never';
  // A lead-in, or an item with nested items, is what the text is about; else the last insight of it.
  const insight = /[:：]\n\n|\[1\]\.\n {2}- In Brazil \[2\]/.test(text) ? own[0] : own.at(-1);
  return insight?.mustCite ?? 'never';
}

describe('What must be cited', () => {
  for (const [what, text, wanted, section = 'Supply'] of TEXTS) {
    it(`${wanted}: ${what}`, () => assert.equal(saidOf(text, section), wanted));
  }

  for (const [what, text, each, section = 'Supply'] of STRUCTURES) {
    it(`${each || 'nothing'}: ${what}`, () => {
      const { insights, sections } = parseBrief(brief(text, section));
      const first = sections.findIndex(({ heading }) => heading === section);
      const trade = sections.findIndex(({ heading }) => heading === 'Trade');
      const own = insights.filter(({ section: at }) => at !== null && at >= first && at < trade);
      assert.equal(own.map(({ citedVia, mustCite }) => (citedVia ? 'cited' : (mustCite ?? 'never'))).join(' '), each);
    });
  }

  it('speaks only of what is not cited: a cited claim has no citation/missing', () => {
    const { insights } = parseBrief(brief('- Output rose by 12% [1].', 'Supply'));
    assert.deepEqual([insights[0]?.mustCite, insights[0]?.citedVia], ['warning', 'text']);
  });
});
