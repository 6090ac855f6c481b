import assert from 'node:assert/strict';
import { exportMarkdown, inspectBrief, renderBrief, suggestSources } from '../../../src/core';
import { summaryOf } from '../../summary/summary';

const BODY =
  '- In 2023 China had 90% of it [6].\n- The smelter in Baotou saves 30% of its water [5].\n- Licences change within 45 days [@article].';

describe('The page of a summary of one text', () => {
  const html = renderBrief(summaryOf(BODY), { evidence: 'in-page' });

  it('names that text at its top', () => {
    const [, line = ''] = /<p class="byline">(.*?)<\/p>/.exec(html) ?? [];
    assert.match(
      line.replace(/<[^>]*>/g, ''),
      /^Summary of Rare earths come home slowly · The Weekly Assay · 6 August 2025$/,
    );
  });

  it('lists it once, with the beginnings of the passages that are cited', () => {
    assert.equal(html.match(/<li[^>]* class="source/g)?.length, 1);
    const passages = [...html.matchAll(/<p>(<span class="locator">.*?)<\/p>/g)].map(([, words = '']) =>
      words.replace(/<[^>]*>/g, '').slice(0, 20),
    );
    assert.deepEqual(passages, ['[5] Taking the eleme', '[6] In 2023 China ha']);
  });

  it('has no words of it where the page says nothing of evidence', () => {
    assert.doesNotMatch(renderBrief(summaryOf(BODY), { evidence: 'none' }), /Taking the elements/);
  });

  it('calls a number that of a passage, whose card leads to the text', () => {
    assert.match(html, /aria-label="Passage [^"]*6[^"]*: found"/);
    assert.doesNotMatch(html, /href="#source-[56]"/);
    assert.match(html, /href="#source-article"/);
  });

  it('is the same text in Markdown, with the number of the passage in each note', () => {
    const notes = exportMarkdown(summaryOf(BODY)).match(/^\[\^\d\]: .*$/gm);
    const about = '*Rare earths come home slowly*, The Weekly Assay, 6 August 2025';
    assert.deepEqual(notes, [`[^1]: ${about}, passage 6.`, `[^2]: ${about}, passage 5.`, `[^3]: ${about}.`]);
  });
});

describe('Numbers of passages for other programs', () => {
  it('stand beside the id of their source, whose passages places count', () => {
    const { insights, citations, sources } = inspectBrief(summaryOf(BODY));
    assert.deepEqual(
      insights.map(({ cites, passages }) => [cites, passages]),
      [
        [['article'], ['6']],
        [['article'], ['5']],
        [['article'], []],
      ],
    );
    assert.deepEqual(citations[0]?.ids, ['article']);
    assert.deepEqual(citations[0]?.passages, ['6']);
    const [source] = sources;
    assert.equal(source?.cite, 'passages');
    const number = insights[1]?.numbers[0];
    assert.deepEqual(
      [number?.verdict, number?.checkedAgainst, number?.at?.source],
      ['elsewhere', ['article'], 'article'],
    );
    assert.match(source?.passages[number?.at?.passage ?? 0]?.text ?? '', /saves 30% of its water/);
  });

  it('are named by suggestions', () => {
    const [candidate] =
      suggestSources(summaryOf('- Apple agreed to buy magnets for $500 million.'))[0]?.candidates ?? [];
    assert.deepEqual([candidate?.source, candidate?.passage, candidate?.number], ['article', 7, '7']);
  });
});
