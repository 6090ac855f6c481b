import assert from 'node:assert/strict';
import {
  completionsAt,
  documentLinks,
  documentSymbols,
  hoverAt,
  quickFixes,
  refactorings,
  sourceLenses,
  toPlainText,
} from '../../src/core';
import { speak, type Words } from '../../src/core/base/say';
import { parseBrief } from '../../src/core/brief/parseBrief';
import { namesOf } from '../../src/core/document/frontMatter/keys';
import { importWithReport, reportDocument, reportSummary } from '../../src/core/importing/importText';
import { checkBrief, RULES } from '../../src/core/rules';
import { plainForm } from '../../src/core/rules/confusables';
import { EVERYTHING } from '../everything';
import { fixture } from '../fixture';
import { filesBelow, read } from '../project/files';

/**
 * A language that has each text without its letters, between marks: what is left of letters between them comes with
 * values, and what is outside of them was not said by `say`.
 */
const WITHOUT_LETTERS: Words = new Proxy(
  {},
  { get: (_, text) => `⟦${String(text).replace(/\{\d\}|[A-Za-z]/g, (part) => (part.length > 1 ? part : ''))}⟧` },
);

/** The briefs in the tests of rules and of front matter: all that they have between accents, with a line break in it. */
function briefsInTests(): string[] {
  const files = ['test/core/rules', 'test/core/document'].flatMap((folder) => filesBelow(folder, '.test.ts'));
  const texts = files.flatMap((path) =>
    [...read(path).matchAll(/`((?:[^`\\$]|\\.)*\n(?:[^`\\$]|\\.)*)`/g)].map(
      ([, text = '']) => fixture(text.replace(/\\([`$\\])/g, '$1')).text,
    ),
  );
  return [...new Set(texts)];
}

function examples(): string[] {
  return RULES.flatMap(({ code }) =>
    [...read(`docs/rules/${code}.md`).matchAll(/^(`{3,})brief\n(.*?\n)\1$/gms)].map(([, , text = '']) => text),
  );
}

/** Whether a text is one that was said, from its start to its end. */
function isSaid(text: string): boolean {
  if (!text.startsWith('⟦') || !text.endsWith('⟧')) return false;
  let depth = 0;
  for (const [at, sign] of [...text].entries()) {
    if (sign === '⟦') depth++;
    if (sign === '⟧') depth--;
    if (depth === 0 && at < [...text].length - 1) return false;
  }
  return true;
}

/** Words that are code, which no language says otherwise. */
const CODE = new Set([
  ...RULES.flatMap(({ code }) => code.split(/[/-]/)),
  'https',
  ...(['front matter', 'source', 'figure', 'quote'] as const).flatMap((owner) => [...namesOf(owner)]),
]);

/** Put in by the bundler: the address of the project, which is one in every language. */
declare const BRIEF_ADDRESS: string;

/** The words in Latin letters that were neither said nor stand in the brief. */
function strangeWordsIn(text: string, brief: string): string[] {
  const own = `${brief} ${plainForm(brief)}`.toLowerCase();
  return (text.replaceAll(BRIEF_ADDRESS, '').match(/[A-Za-z]{3,}/g) ?? []).filter(
    (word) => !CODE.has(word.toLowerCase()) && !own.includes(word.toLowerCase()),
  );
}

/** Where there may be something to say: at brackets, numbers, keys, codes and signs that begin something. */
function placesIn(text: string, most: number): number[] {
  return [...text.matchAll(/[[{@#]|\d+|^[\w-]+:|brief|[a-z]+\/[a-z]/gm)].slice(0, most).map(({ index }) => index + 1);
}

describe('In another language', () => {
  const pages = [...examples(), EVERYTHING, read('samples/problems.brief')];
  before(() => speak(WITHOUT_LETTERS));
  after(() => speak(null));

  it('rules say everything, in their messages and beside them', () => {
    const rules = new Set<string>();
    for (const text of [...pages, ...briefsInTests()]) {
      for (const { rule, message, related } of checkBrief(parseBrief(text))) {
        rules.add(rule);
        for (const said of [message, ...related.map((beside) => beside.message)]) {
          assert.ok(isSaid(said), `${rule}: ${said}`);
          assert.deepEqual(strangeWordsIn(said, text), [], `${rule}: ${said}`);
        }
      }
    }
    assert.ok(rules.size > 28, [...rules].join());
  });

  it('fixes and refactorings say everything', () => {
    const titles = new Set<string>();
    for (const text of pages) {
      const brief = parseBrief(text);
      const problems = checkBrief(brief, { today: () => '2026-11-26' });
      const actions = problems.flatMap(({ span }) => quickFixes(brief, problems, span, checkBrief));
      const others = placesIn(text, 40).flatMap((at) => refactorings(brief, { start: at, end: at }));
      for (const { title } of [...actions, ...others]) {
        assert.ok(isSaid(title), title);
        assert.deepEqual(strangeWordsIn(title, text), [], title);
        titles.add(title);
      }
    }
    assert.ok(titles.size > 60, [...titles].join('\n'));
  });

  it('hovers, completions and the outline say everything', () => {
    let hovers = 0;
    let completions = 0;
    for (const text of pages) {
      const brief = parseBrief(text);
      const tell = (said: string) => assert.deepEqual(strangeWordsIn(said, text), [], said);
      for (const at of placesIn(text, 60)) {
        const hover = hoverAt(brief, at);
        if (hover) tell(toPlainText(hover.content));
        hovers += hover ? 1 : 0;
        for (const item of completionsAt(brief, at, { asked: true, today: '2026-11-26' }).items) {
          for (const said of [item.detail, item.description, item.documentation]) tell(said ?? '');
          completions++;
        }
      }
      for (const { title } of sourceLenses(brief)) assert.ok(isSaid(title), title);
      for (const { tooltip } of documentLinks(brief)) assert.ok(isSaid(tooltip), tooltip);
      for (const { name, detail } of documentSymbols(brief)) tell(`${name} ${detail}`);
    }
    assert.ok(hovers > 100 && completions > 500, `${hovers} hovers, ${completions} completions`);
  });

  it('imports say everything', () => {
    const text =
      'Rare earths\n\nChina refines 90% of them【4†source】 [1]. It grew [here](https://a.example/?utm_source=x).\n\n' +
      'Image: ![a](https://b.example/c.png)\n\nSources\n\n1. https://c.example/\n2. https://c.example/\n';
    const { report } = importWithReport(text);
    for (const said of [reportDocument(report), reportSummary(report)])
      assert.deepEqual(strangeWordsIn(said, text), [], said);
    assert.ok(isSaid(reportSummary(report)));
  });
});
