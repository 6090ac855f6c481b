import assert from 'node:assert/strict';
import { checkBrief, evidenceOf, parseBrief } from '../../../src/core';
import { importWithReport, reportLines } from '../../../src/core/importing/importText';
import { ARTICLE, PASSAGES, SUMMARY } from '../../summary/summary';

const PATH = 'sources/article.txt';
const paragraphs = PASSAGES.map(({ text }) => text);
const article = (given: readonly string[]) => ({ paragraphs: given, source: {}, path: PATH });
const LIST = `\n\nSources\n${[1, 3, 4, 5, 6, 7, 8].map((id) => `[${id}] Report ${id}, Bureau of Mines, 2024.`).join('\n')}\n`;

function verdictsOf(text: string) {
  const brief = parseBrief(text, { texts: [{ path: PATH, passages: PASSAGES }] });
  return {
    brief,
    insights: brief.insights.length,
    numbers: evidenceOf(brief).insights.flatMap(({ numbers }) =>
      numbers
        .filter(({ verdict }) => verdict !== null)
        .map(({ quantity, verdict, at }) => ({ surface: quantity.surface, verdict, at: at?.source })),
    ),
  };
}

describe('Importing a summary of one article', () => {
  it('finds each number in the passage that it cites, but those that stand in another one', () => {
    const { text, report, copy } = importWithReport(SUMMARY, undefined, article(paragraphs));
    const { brief, insights, numbers } = verdictsOf(text);
    assert.equal(insights, 10);
    assert.deepEqual(
      numbers.filter(({ verdict }) => verdict !== 'found'),
      [
        { surface: '2002', verdict: 'elsewhere', at: '7' },
        { surface: '30%', verdict: 'elsewhere', at: '6' },
      ],
    );
    assert.equal(numbers.length, 13);
    assert.deepEqual(copy, { path: PATH, text: ARTICLE });
    assert.deepEqual(
      checkBrief(brief).map(({ rule }) => rule),
      ['number/not-in-source', 'number/not-in-source'],
    );
    assert.deepEqual(report.numbers?.fit, { found: 11, elsewhere: 2, notFound: 0 });
    assert.match(
      reportLines(report).join('\n'),
      /which has 8\. Numbers and quotations: 13\. In the cited passage: 11\. In another one: 2\. Not found: 0/,
    );
  });

  it('gives one source, of which the byline speaks, and no empty entries', () => {
    const { text, report } = importWithReport(SUMMARY);
    assert.match(
      text,
      /^---\ntitle: Rare earths come home slowly\ntags: \[Workflow\]\nsources:\n {2}- id: article\n {4}title: Rare earths come home slowly\n {4}publisher: The Weekly Assay\n {4}published: 2025-08-06T03:21\n {4}cite: passages\n---\n/,
    );
    assert.doesNotMatch(text, /## Sources/);
    assert.equal(report.sources, 1);
    assert.deepEqual(report.withoutSource, []);
    assert.equal(report.numbers?.why, 'named');
    assert.match(reportLines(report).join('\n'), /names at its top\.$/m);
  });

  it('changes nothing when it is imported again', () => {
    for (const given of [null, article(paragraphs)]) {
      const { text } = importWithReport(SUMMARY, undefined, given);
      assert.equal(importWithReport(text).text, text);
      assert.equal(importWithReport(text, undefined, given).text, text);
    }
  });

  it('takes numbers for sources where a list declares them, whatever article is given', () => {
    const { text, report, copy } = importWithReport(SUMMARY.trimEnd() + LIST, undefined, article(paragraphs));
    assert.doesNotMatch(text, /cite: passages/);
    assert.equal(report.numbers?.why, 'listed');
    assert.equal(copy, null);
    assert.equal(importWithReport(SUMMARY.trimEnd() + LIST).report.numbers, null);
  });

  it('takes numbers for sources where the article has too few passages, or has its facts in others', () => {
    const few = importWithReport(SUMMARY, undefined, article(paragraphs.slice(0, 5)));
    assert.equal(few.report.numbers?.why, 'beyond');
    assert.match(few.text, /## Sources\n\n- \[1\]/);
    const moved = importWithReport(SUMMARY, undefined, article([...paragraphs.slice(4), ...paragraphs.slice(0, 4)]));
    assert.equal(moved.report.numbers?.why, 'misfit');
    assert.match(moved.text, /publisher: The Weekly Assay\n/);
    assert.equal(moved.copy, null);
  });

  it('counts the paragraphs that fit: without the title, the byline and the headings', () => {
    const withHead = [
      'Rare earths come home slowly',
      'The Weekly Assay · 2025-08-06',
      ...paragraphs.slice(0, 4),
      'How it is made',
      ...paragraphs.slice(4),
    ];
    assert.equal(importWithReport(SUMMARY, undefined, article(withHead)).copy?.text, ARTICLE);
  });

  it('counts a heading where the numbers do', () => {
    const text = [...paragraphs.slice(0, 4), 'How it is made', ...paragraphs.slice(4)];
    const higher = SUMMARY.replace(/\[([5-8])\]/g, (_, number: string) => `[${Number(number) + 1}]`);
    assert.equal(importWithReport(higher, undefined, article(text)).copy?.text.split('\n\n').length, 9);
  });

  it('takes numbers for sources where no byline names a text, as they were', () => {
    const [, , , ...body] = SUMMARY.split('\n');
    const { text, report } = importWithReport(`Rare earths come home slowly\n\n${body.join('\n')}`);
    assert.equal(report.numbers, null);
    assert.match(text, /- \[1\]\n/);
  });

  it('declares the article in Markdown with headings, where somebody gives it', () => {
    const markdown =
      '# Rare earths\r\n\r\n- China had 90% of the capacity to smelt in 2023 [6].\r\n- Apple agreed to buy magnets for $500 million [7].\r\n';
    const { text, copy } = importWithReport(markdown, undefined, {
      ...article(paragraphs),
      source: { title: 'Slowly home', publisher: 'Assay' },
    });
    assert.equal(
      text,
      `---\r\nsources:\r\n  - id: article\r\n    title: Slowly home\r\n    publisher: Assay\r\n    text: sources/article.txt\r\n    cite: passages\r\n---\r\n\r\n${markdown}`,
    );
    assert.equal(copy?.text, ARTICLE);
  });

  it('adds the text to a brief that was imported without it', () => {
    const { text } = importWithReport(SUMMARY);
    const { text: later, copy, report } = importWithReport(text, undefined, article(paragraphs));
    assert.equal(later, importWithReport(SUMMARY, undefined, article(paragraphs)).text);
    assert.equal(copy?.text, ARTICLE);
    assert.deepEqual(report.numbers?.fit, { found: 11, elsewhere: 2, notFound: 0 });
  });

  it('says that an article is not used where no plain numbers cite anything', () => {
    const { report, copy } = importWithReport('# Ore\n\nIt rose [@usgs].\n', undefined, article(paragraphs));
    assert.equal(copy, null);
    assert.equal(report.numbers?.why, 'none');
  });
});
