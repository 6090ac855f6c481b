import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/base/text';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { checkBrief, suppressHere } from '../../../../src/core/rules';
import { withSources } from '../ruleTest';

/** Suppresses the first problem of a rule, and asserts that it and all its like at this place are then gone. */
function suppressed(code: string, text: string): string {
  const brief = parseBrief(text);
  const problem = checkBrief(brief).find(({ rule }) => rule === code);
  assert.ok(problem, `no ${code}`);
  const fix = suppressHere(brief, problem);
  assert.ok(fix);
  const fixed = applyEdits(text, fix.edits);
  const after = checkBrief(parseBrief(fixed)).map(({ rule }) => rule);
  assert.ok(!after.includes(code) && !after.includes('brief/unused-suppression'), `${after.join(', ')}\n${fixed}`);
  return fixed;
}

const COMMENT = '<!-- brief-disable-next-line citation/missing -->';

describe('a comment that turns a rule off', () => {
  it('stands above an item, and leaves the list one list', () => {
    assert.equal(
      suppressed('citation/missing', withSources('- It mines 70% [1].\n- China refines 90%.\n- It owns 40% [2].')),
      withSources(`- It mines 70% [1].\n${COMMENT}\n- China refines 90%.\n- It owns 40% [2].`),
    );
  });

  it('is as deep as a nested item', () => {
    assert.equal(
      suppressed('citation/missing', withSources('- It mines 70% [1].\n  - China refines 90%.')),
      withSources(`- It mines 70% [1].\n  ${COMMENT}\n  - China refines 90%.`),
    );
  });

  it('stands at the end of a line that an entry of a paragraph goes on with', () => {
    const comment = '<!-- brief-disable-line citation/unknown-source -->';
    assert.equal(
      suppressed('citation/unknown-source', 'Sources:\n[4]: https://f.example\nIt fell by 3% [5].'),
      `Sources:\n[4]: https://f.example\nIt fell by 3% [5]. ${comment}`,
    );
  });

  it('stands above a paragraph', () => {
    assert.equal(
      suppressed('citation/missing', withSources('In 2024, China refined 90% of\nthe rare earths of the world.')),
      withSources(`${COMMENT}\nIn 2024, China refined 90% of\nthe rare earths of the world.`),
    );
  });

  it('stands above the paragraph for a problem in its second line', () => {
    assert.equal(
      suppressed(
        'citation/unknown-source',
        withSources('In 2024, China refined 90% of\nthe rare earths of the world [9].'),
      ),
      withSources(
        '<!-- brief-disable-next-line citation/unknown-source -->\nIn 2024, China refined 90% of\nthe rare earths of the world [9].',
      ),
    );
  });

  it('stands at the end of the line in an ordered list', () => {
    assert.equal(
      suppressed('citation/missing', withSources('1. It mines 70% [1].\n2. China refines 90%.\n3. It owns 40% [2].')),
      withSources(
        '1. It mines 70% [1].\n2. China refines 90%. <!-- brief-disable-line citation/missing -->\n3. It owns 40% [2].',
      ),
    );
  });

  it('stands above a table', () => {
    assert.equal(
      suppressed('figure/uncited', withSources('| Country | Share |\n| --- | --- |\n| China | 90% |')),
      withSources(
        '<!-- brief-disable-next-line figure/uncited -->\n| Country | Share |\n| --- | --- |\n| China | 90% |',
      ),
    );
  });

  it('stands above a table for a problem in one of its cells', () => {
    assert.equal(
      suppressed('citation/unknown-source', withSources('| Country | Share |\n| --- | --- |\n| China | 90% [9] |')),
      withSources(
        '<!-- brief-disable-next-line citation/unknown-source -->\n| Country | Share |\n| --- | --- |\n| China | 90% [9] |',
      ),
    );
  });

  it('stands above an entry of a sources section', () => {
    const brief = (comment: string) =>
      `# T\n\n- China refines 90% [1][2].\n\n## Sources\n\n[1] USGS report. https://usgs.gov/a\n${comment}[2] https://iea.org/b\n`;
    assert.equal(
      suppressed('source/incomplete', brief('')),
      brief('<!-- brief-disable-next-line source/incomplete -->\n'),
    );
  });

  it('stands above an entry of the front matter', () => {
    const brief = (comment: string) => `---
title: Rare earths
sources:
  - id: 1
    title: Summaries
    publisher: USGS
${comment}  - id: 2
    title: Minerals
    url: ftp://iea.org
---

- China refines 90% of all rare earths [1][2].
`;
    assert.equal(suppressed('source/bad-url', brief('')), brief('  # brief-disable-next-line source/bad-url\n'));
  });

  it('stands above a key of the front matter', () => {
    assert.equal(
      suppressed('brief/unknown-key', '---\ntitle: T\npublsher: A\n---\n'),
      '---\ntitle: T\n# brief-disable-next-line brief/unknown-key\npublsher: A\n---\n',
    );
  });

  it('stands above a figure block', () => {
    assert.equal(
      suppressed('figure/uncited', '# T\n\n```figure\nid: prices\nvalue: $500\n```\n'),
      '# T\n\n<!-- brief-disable-next-line figure/uncited -->\n```figure\nid: prices\nvalue: $500\n```\n',
    );
  });

  it('is not offered against the report of a useless comment', () => {
    const text = withSources(`${COMMENT}\n- China refines 90% [1].`);
    const brief = parseBrief(text);
    const problem = checkBrief(brief).find(({ rule }) => rule === 'brief/unused-suppression');
    assert.ok(problem);
    assert.equal(suppressHere(brief, problem), null);
  });
});
