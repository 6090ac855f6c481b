import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { RULES } from '../../src/core/rules';
import { read } from './files';
import { textsOfTables } from './said';
import { differenceOf, missingIn, pagesInBoth } from './translations';

const PAGE =
  '# Title\n\nText.\n\n## Fields\n\n| a | b |\n| --- | --- |\n| `url` | x |\n| `doi` | y |\n\n```yaml\na: 1\n```\n';

describe('What is to be translated', () => {
  it('is a text that its table does not have', () => {
    assert.deepEqual(missingIn('a.json', ['One.', 'Two.'], { 'Two.': '二。' }), [{ file: 'a.json', text: 'One.' }]);
  });

  it('is looked for among all that is said', () => {
    const { engine, cli, extension } = textsOfTables();
    assert.ok(engine.length > 500 && cli.length > 50 && extension.length > 50);
    assert.ok(engine.includes('Its page') && engine.includes(RULES[0]?.description ?? ''));
  });

  it('is a page that is there in English, unless it is for who works on the product', () => {
    const pages = pagesInBoth().map(([english]) => english);
    for (const page of ['README.md', 'docs/format.md', 'docs/rules/citation/missing.md'])
      assert.ok(pages.includes(page));
    assert.ok(pages.every(existsSync));
    assert.ok(!pages.includes('docs/fuzzing.md') && !pages.some((page) => page.includes('zh-cn')));
  });

  it('is the place where a page lacks a section, a paragraph, a row, an example or a name', () => {
    const lacking = (from: string, to: string) => differenceOf(PAGE, PAGE.replace(from, to));
    assert.equal(differenceOf(PAGE, PAGE), null);
    assert.equal(lacking('# Title\n\nText', '# 标题\n\n文字'), null);
    assert.equal(lacking('## Fields\n\n', ''), 'in "# Title", no block 2');
    assert.equal(lacking('## Fields', '### Fields'), 'the section "## Fields"');
    assert.equal(lacking('Text.\n', ''), 'in "# Title", block 1: Paragraph');
    assert.equal(lacking('| `doi` | y |\n', ''), 'in "## Fields", block 1: Table of 2');
    assert.equal(lacking('```yaml', '```text'), 'in "## Fields", block 2: ```yaml');
    assert.equal(lacking('`doi`', 'doi'), 'in "## Fields", `doi`');
    assert.equal(differenceOf(PAGE, `${PAGE}\n## More\n`), 'no section "## More"');
  });

  it('is found on a real page', () => {
    const page = read('docs/command-line.md');
    const without = page.replace(/^.*`surface`.*\n/m, '');
    assert.notEqual(without, page);
    assert.notEqual(differenceOf(page, without), null);
  });
});
