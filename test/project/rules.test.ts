import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { RULES, type Rule, ruleUrl } from '../../src/core/checks';
import { filesBelow, read } from './files';

const INDEX = 'docs/rules/README.md';
const AREAS = new Set(RULES.map((rule) => rule.code.split('/')[0] ?? ''));

/** `citation/unknown-source` → `citation/unknownSource`. */
function camelCase(code: string): string {
  return code.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** A page without its fences, and what its Fix section says. */
function fixOf(rule: Rule): string {
  return /## Fix\n\n(.*?)\n\n## /s.exec(read(`docs/rules/${rule.code}.md`))?.[1] ?? '';
}

function table(): string {
  const rows = RULES.map((rule) => {
    const mended = fixOf(rule).startsWith('None') ? '' : 'yes';
    return `| [\`${rule.code}\`](${rule.code}.md) | ${rule.severity} | ${mended} | ${rule.description} |`;
  });
  return ['| code | default | fix | reports |', '| --- | --- | --- | --- |', ...rows].join('\n');
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

  it('is the pages in docs/rules', () => {
    const pages = filesBelow('docs/rules', '.md').map((path) => path.replace('docs/rules/', '').replace(/\.md$/, ''));
    assert.deepEqual(pages.filter((page) => page !== 'README').sort(), [...codes].sort());
  });

  it('is the table in docs/rules/README.md, which UPDATE=1 writes anew', () => {
    const { UPDATE } = process.env;
    const page = read(INDEX);
    const written = page.replace(/\| code \|.*?\n(?=\n|$)/s, `${table()}\n`);
    if (UPDATE === '1') writeFileSync(INDEX, written);
    else assert.equal(page, written);
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
});

describe('the page of a rule', () => {
  for (const { code, severity, description } of RULES) {
    it(`of ${code} starts with its code, severity and description, and says how to mend it and how to turn it off`, () => {
      const page = read(`docs/rules/${code}.md`);
      assert.ok(page.startsWith(`# ${code}\n\n**${severity}** · ${description}\n\n`), page.slice(0, 200));
      assert.match(page, /\n## Fix\n/);
      assert.ok(page.includes(`\n## Turn it off\n`));
      assert.ok(page.includes(`rules:\n  ${code}: off\n`));
    });
  }
});
