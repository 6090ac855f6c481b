import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkBrief, parseBrief } from '../../src/core';
import { faultsOf } from '../project/chinese';

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: string | readonly string[];
  readonly description: string;
}

type Snippets = Readonly<Record<string, Snippet>>;

const readSnippets = (name: string): Snippets => JSON.parse(readFileSync(`snippets/${name}.code-snippets`, 'utf8'));
const ENGLISH = readSnippets('brief');
const CHINESE = readSnippets('brief.zh-cn');
const LANGUAGES = [
  { language: 'English', snippets: ENGLISH, title: 'Title', heading: 'Sources', row: { country: 'China', share: 90 } },
  { language: 'Chinese', snippets: CHINESE, title: '标题', heading: '来源', row: { 国家: '中国', 份额: 90 } },
];

const VARIABLES: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2025',
  CURRENT_MONTH: '08',
  CURRENT_DATE: '06',
};

/** What a snippet inserts when nothing is typed into it: defaults, first choices, and a day in 2025. */
function insertedOf(snippets: Snippets, name: string): string {
  const body = snippets[name]?.body ?? '';
  let text = typeof body === 'string' ? body : body.join('\n');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(/\$\{TM_FILENAME_BASE[^{}]*\}/g, 'Untitled')
      .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
      .replace(/\$\{(?:\d+|TM_SELECTED_TEXT):([^${}]*)\}/g, '$1')
      .replace(/\$([A-Z_]+)/g, (_, variable: string) => VARIABLES[variable] ?? '')
      .replace(/\$\d/g, '');
  }
  return text.replaceAll('\\$', '$');
}

/** A title and a publisher that nobody has written: so says a rule, and of the passage below them. */
const LEFT = ['source/incomplete', 'source/incomplete'];

const problemsOf = (text: string) => checkBrief(parseBrief(text)).map((problem) => problem.rule);

for (const { language, snippets, title, heading, row } of LANGUAGES)
  describe(`The snippets in ${language}`, () => {
    const inserted = (name: string) => insertedOf(snippets, name);

    it('are described, and no two have one prefix', () => {
      const prefixes = Object.values(snippets).flatMap((snippet) => snippet.prefix);
      assert.equal(new Set(prefixes).size, prefixes.length);
      for (const { description } of Object.values(snippets)) assert.match(description, /^(?:\p{Lu}.{10,}|.{6,})$/u);
    });

    for (const name of Object.keys(snippets)) {
      it(`"${name}" leaves no placeholder behind`, () => {
        assert.doesNotMatch(inserted(name), /\$(?!500)|(?<!\{)\{\d/);
      });
    }

    it('"Brief" is a whole brief that lacks only what its source is', () => {
      const brief = parseBrief(inserted('Brief'));
      assert.equal(brief.insights.length, 1);
      assert.deepEqual(brief.insights[0]?.cites, ['1']);
      assert.equal(brief.figures[0]?.content?.kind, 'value');
      assert.deepEqual(problemsOf(brief.text), [...LEFT, 'source/bad-url', 'source/incomplete']);
    });

    it('"Source" goes below sources:', () => {
      const entry = inserted('Source').replace(/^/gm, '  ');
      const brief = parseBrief(`---\ntitle: x\nsources:\n${entry}\n---\n\n- A claim [1].\n`);
      assert.equal(brief.sources[0]?.title?.value, title);
      assert.deepEqual(problemsOf(brief.text), [...LEFT, 'source/bad-url', 'source/incomplete']);
    });

    it('"Source in a list" goes into a Sources section', () => {
      const brief = parseBrief(`# x\n\n- Output rose by 5% [1].\n\n## ${heading}\n\n${inserted('Source in a list')}\n`);
      assert.deepEqual(
        brief.sources.map(({ id }) => id),
        ['1'],
      );
      assert.ok(problemsOf(brief.text).includes('source/incomplete'));
    });

    it('"Key number" and "Chart" are figures that cite a source', () => {
      for (const [name, kind] of [
        ['Key number', 'value'],
        ['Chart', 'data'],
      ] as const) {
        const [figure] = parseBrief(inserted(name)).figures;
        assert.equal(figure?.content?.kind, kind);
        assert.deepEqual(
          figure.cites.map(({ value }) => value),
          ['1'],
        );
      }
      const [chart] = parseBrief(inserted('Chart')).figures;
      assert.ok(chart?.content?.kind === 'data' && 'rows' in chart.content.data);
      assert.deepEqual({ ...chart.content.data.rows[0] }, row);
    });

    it('"Insight", "Own judgement" and "Citation" cite', () => {
      const cited = (text: string) => parseBrief(text).insights[0]?.citedVia;
      assert.equal(cited(inserted('Insight')), 'text');
      assert.equal(cited(inserted('Own judgement')), 'own');
      assert.equal(cited(`- A claim ${inserted('Citation')}.`), 'text');
    });
  });

describe('The snippets in Chinese', () => {
  it('are those in English: the same prefixes, and the same places to fill in', () => {
    const shapeOf = (snippets: Snippets) =>
      Object.entries(snippets).map(([name, { prefix, body }]) => {
        const text = typeof body === 'string' ? body : body.join('\n');
        return [name, prefix, [...text.matchAll(/\$\{?(\d+|[A-Z_]+)/g)].map(([, place]) => place)];
      });
    const translated = Object.entries(ENGLISH).filter(([name]) => Object.hasOwn(CHINESE, name));
    assert.deepEqual(shapeOf(CHINESE), shapeOf(Object.fromEntries(translated)));
  });

  it('are set as Chinese is', () => {
    for (const { description } of Object.values(CHINESE)) assert.deepEqual(faultsOf(description), [], description);
  });
});
