import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { speak } from '../../src/core/base/say';
import { RULES, ruleUrl } from '../../src/core/rules';
import { filesBelow, read } from './files';
import {
  describedIn,
  generatedPage,
  isMended,
  missingParts,
  RULE_PAGES,
  type RulePages,
  rulePage,
  rulesWithPage,
} from './rulePages';

/**
 * What a rule may import besides its fixes and what stands beside it in `rules/`: words and addresses, the model and the questions
 * that it answers, and what sources say to a claim.
 */
const MODEL =
  /^(?:base\/(?:messages|once|problem|safeUrl|say|text|urls)|brief\/(?:types|citations|queries\/\w+|config\/(?:config|workspace)|(?:comments|figures|needs|sources)(?:\/\w+)?)|document\/citations\/keys|evidence\/(?:claims|conflicts|matching|quotations|reviews|sums|verdicts))$/;

const AREAS = new Set(RULES.map((rule) => rule.code.split('/')[0] ?? ''));

/** `citation/unknown-source` → `citation/unknownSource`. */
function camelCase(code: string): string {
  return code.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

const [ENGLISH, CHINESE] = RULE_PAGES;
assert.ok(ENGLISH && CHINESE);
const TRANSLATED = new Set(rulesWithPage(CHINESE));
const UNTRANSLATED = RULES.filter((rule) => !TRANSLATED.has(rule)).map(({ code }) => code);

/** The table of all rules in the language of its page. A rule without a page there leads to that in English. */
function table(pages: RulePages): string {
  const rows = RULES.map((rule) => {
    const { code, severity } = rule;
    const isHere = pages === ENGLISH || TRANSLATED.has(rule);
    const link = `[\`${code}\`](${isHere ? '' : '../../rules/'}${code}.md)${isHere ? '' : '（英文）'}`;
    const mended = isMended(isHere ? pages : (ENGLISH ?? pages), code) ? pages.mended : '';
    return `| ${link} | ${pages.severities[severity]} | ${mended} | ${describedIn(pages, rule)} |`;
  });
  return [pages.header, '| --- | --- | --- | --- |', ...rows].join('\n');
}

describe('the list of rules', () => {
  const codes = RULES.map((rule) => rule.code);

  it('holds each code once, in the form area/name', () => {
    assert.equal(new Set(codes).size, codes.length);
    for (const code of codes) assert.match(code, /^[a-z]+\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
  });

  it('may hold codes with digits, which a task of VS Code finds in what the command line prints', () => {
    const { problemMatchers } = JSON.parse(read('package.json')).contributes;
    const [{ regexp }] = problemMatchers[0].pattern;
    for (const code of [...codes, 'number/over-100'])
      assert.equal(new RegExp(regexp).exec(`a.brief:1:2  warning  ${code}`)?.[5], code);
  });

  it('is the files in the folders of the areas, each named after its code', () => {
    const files = filesBelow('src/core/rules', '.ts')
      .map((path) => path.replace('src/core/rules/', '').replace(/\.ts$/, ''))
      .filter((path) => AREAS.has(path.split('/')[0] ?? ''));
    assert.deepEqual(files, codes.map(camelCase).sort());
  });

  it('knows the model, and nothing of how it is kept from one version to the next', () => {
    const files = filesBelow('src/core/rules', '.ts').filter((path) => AREAS.has(path.split('/')[3] ?? ''));
    const imported = files.flatMap((path) =>
      [...read(path).matchAll(/\bfrom '((?:\.\.\/)+)([^']*)'/g)].flatMap(([, up, name = '']) =>
        up === '../' || MODEL.test(name) ? [] : [`${path} imports ${name}`],
      ),
    );
    assert.deepEqual(imported, []);
    for (const path of files) assert.doesNotMatch(read(path), /\bnew Weak(?:Map|Set)\b|\bderive\(/, path);
  });

  it('has one sentence about each rule', () => {
    for (const { code, description } of RULES) {
      assert.match(description, /^[A-Z`].*\.$/, code);
      assert.ok(description.length <= 120, code);
    }
  });

  it('has tests for each rule', () => {
    for (const code of codes) {
      const path = `test/core/rules/${camelCase(code)}.test.ts`;
      assert.ok(existsSync(path), path);
    }
  });

  it('leads to the page of each rule by its public address', () => {
    for (const code of codes) {
      const path = /\/blob\/main\/(.*)$/.exec(ruleUrl(code))?.[1];
      assert.equal(path, `docs/rules/${code}.md`);
    }
  });

  it('leads to the pages in Chinese where Chinese is spoken, and there are any', () => {
    speak(JSON.parse(read('l10n/engine.zh-cn.json')));
    const urls = codes.map(ruleUrl);
    speak(null);
    assert.deepEqual(
      urls.map((url) => /\/blob\/main\/(.*)$/.exec(url)?.[1]),
      codes.map((code) => `docs/${UNTRANSLATED.includes(code) ? '' : 'zh-cn/'}rules/${code}.md`),
    );
  });
});

for (const pages of RULE_PAGES) {
  const { language, folder } = pages;

  describe(`the pages of the rules in ${language}`, () => {
    it('start with code, severity and description and end with how to turn it off, which npm run generate writes', () => {
      for (const rule of rulesWithPage(pages)) {
        const path = `${folder}/${rule.code}.md`;
        const written = generatedPage(pages, rule);
        if (process.env['UPDATE'] === '1') {
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(path, written);
        } else assert.equal(rulePage(pages, rule.code), written, path);
      }
    });

    it('are for one rule each', () => {
      const found = filesBelow(folder, '.md').map((path) => path.replace(`${folder}/`, '').replace(/\.md$/, ''));
      const expected = rulesWithPage(pages).map(({ code }) => code);
      assert.deepEqual(found.filter((page) => page !== 'README').sort(), expected.sort());
    });

    it('are listed in a table, which npm run generate writes', () => {
      const { UPDATE } = process.env;
      const page = read(`${folder}/README.md`);
      const start = page.indexOf(pages.header);
      const written = `${page.slice(0, start)}${table(pages)}${page.slice(page.indexOf('\n\n', start))}`;
      if (UPDATE === '1') writeFileSync(`${folder}/README.md`, written);
      else assert.equal(page, written);
    });

    for (const { code } of rulesWithPage(pages))
      it(`say of ${code} what it reports, with an example, and how to mend it`, () => {
        assert.deepEqual(missingParts(pages, code), []);
      });
  });
}
