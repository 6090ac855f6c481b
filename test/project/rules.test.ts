import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { speak } from '../../src/core/base/say';
import { RULES, ruleUrl } from '../../src/core/checks';
import { filesBelow, read } from './files';
import { textsIn } from './manifest';
import { descriptionOf, isMended, RULE_PAGES, type RulePages, rulePage } from './rulePages';

const AREAS = new Set(RULES.map((rule) => rule.code.split('/')[0] ?? ''));

/** `citation/unknown-source` → `citation/unknownSource`. */
function camelCase(code: string): string {
  return code.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function table(pages: RulePages): string {
  const rows = RULES.map(({ code, severity }) => {
    const mended = isMended(pages, code) ? pages.mended : '';
    return `| [\`${code}\`](${code}.md) | ${pages.severities[severity]} | ${mended} | ${descriptionOf(pages, code)} |`;
  });
  return [pages.header, '| --- | --- | --- | --- |', ...rows].join('\n');
}

describe('the list of rules', () => {
  const codes = RULES.map((rule) => rule.code);

  it('holds each code once, in the form area/name', () => {
    assert.equal(new Set(codes).size, codes.length);
    for (const code of codes) assert.match(code, /^[a-z]+\/[a-z]+(?:-[a-z]+)*$/);
  });

  it('is the files in the folders of the areas, each named after its code', () => {
    const files = filesBelow('src/core/checks', '.ts')
      .map((path) => path.replace('src/core/checks/', '').replace(/\.ts$/, ''))
      .filter((path) => AREAS.has(path.split('/')[0] ?? ''));
    assert.deepEqual(files, codes.map(camelCase).sort());
  });

  it('has one sentence about each rule', () => {
    for (const { code, description } of RULES) {
      assert.match(description, /^[A-Z`].*\.$/, code);
      assert.ok(description.length <= 120, code);
    }
  });

  it('has tests for each rule', () => {
    for (const code of codes) {
      const path = `test/core/checks/${camelCase(code)}.test.ts`;
      assert.ok(existsSync(path), path);
    }
  });

  it('leads to the page of each rule by its public address', () => {
    for (const code of codes) {
      const path = /\/blob\/main\/(.*)$/.exec(ruleUrl(code))?.[1];
      assert.equal(path, `docs/rules/${code}.md`);
    }
  });

  it('leads to the pages in Chinese where Chinese is spoken', () => {
    speak(JSON.parse(read('l10n/engine.zh-cn.json')));
    const urls = codes.map(ruleUrl);
    speak(null);
    assert.deepEqual(
      urls.map((url) => /\/blob\/main\/(.*)$/.exec(url)?.[1]),
      codes.map((code) => `docs/zh-cn/rules/${code}.md`),
    );
  });
});

for (const pages of RULE_PAGES) {
  const { language, folder, severities, fix, turnOff } = pages;

  describe(`the pages of the rules in ${language}`, () => {
    it('are one for each rule', () => {
      const found = filesBelow(folder, '.md').map((path) => path.replace(`${folder}/`, '').replace(/\.md$/, ''));
      assert.deepEqual(found.filter((page) => page !== 'README').sort(), RULES.map(({ code }) => code).sort());
    });

    it('are listed in a table, which npm run generate writes', () => {
      const { UPDATE } = process.env;
      const page = read(`${folder}/README.md`);
      const start = page.indexOf(pages.header);
      const written = `${page.slice(0, start)}${table(pages)}${page.slice(page.indexOf('\n\n', start))}`;
      if (UPDATE === '1') writeFileSync(`${folder}/README.md`, written);
      else assert.equal(page, written);
    });

    for (const { code, severity } of RULES) {
      it(`start for ${code} with its code, severity and description, and say how to mend it and how to turn it off`, () => {
        const page = rulePage(pages, code);
        const description = descriptionOf(pages, code);
        assert.ok(description.length > 5, code);
        assert.ok(page.startsWith(`# ${code}\n\n**${severities[severity]}** · ${description}\n\n`), page.slice(0, 200));
        assert.ok(page.includes(`\n## ${fix}\n`));
        assert.ok(page.includes(`\n## ${turnOff}\n`));
        assert.ok(page.includes(`rules:\n  ${code}: off\n`));
      });
    }
  });
}

describe('the page of a rule', () => {
  const [english, chinese] = RULE_PAGES;

  it('describes it in English as the rule itself does', () => {
    assert.ok(english);
    for (const { code, description } of RULES) assert.equal(descriptionOf(english, code), description);
  });

  it('describes it in Chinese as the settings do', () => {
    assert.ok(chinese);
    const texts = textsIn('zh-cn');
    for (const { code } of RULES) assert.equal(descriptionOf(chinese, code), texts[`rule.${code}`]);
  });
});
