import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/base/text';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { expectFix, fixTitles, problemsOf } from '../ruleTest';

const CODE = 'citation/missing';
const TITLE = 'Mark this section as own judgement';
const MARK = '<!-- brief: own -->';

const offered = (text: string) => fixTitles(CODE, text).includes(TITLE);

describe('To mark a section as own judgement', () => {
  it('writes the comment under its heading, with blank lines around it', () => {
    const before = (mark: string) => `# T\n\n## Outlook\n\n${mark}- It will rise by 4%.\n- It will fall by 9%.\n`;
    expectFix(CODE, TITLE, before(''), before(`${MARK}\n\n`));
  });

  it('parts the comment from a text that follows the heading at once', () => {
    expectFix(
      CODE,
      TITLE,
      '# T\n\n## Outlook ##\n- It will rise by 4%.\n- It will fall by 9%.\n',
      `# T\n\n## Outlook ##\n\n${MARK}\n\n- It will rise by 4%.\n- It will fall by 9%.\n`,
    );
  });

  it('stands below the line under a heading', () => {
    expectFix(
      CODE,
      TITLE,
      '# T\n\nOutlook\n-------  \n\nIt will rise by 4%.\n\nIt will fall by 9%.\n',
      `# T\n\nOutlook\n-------  \n\n${MARK}\n\nIt will rise by 4%.\n\nIt will fall by 9%.\n`,
    );
  });

  it('marks the innermost section, and what is in it', () => {
    const text =
      '# T\n\n## Supply\n\nIt rose.\n\n### Outlook\n\n- It will rise by 4%.\n\n#### Tin\n\n- It will fall by 9%.\n';
    const problem = problemsOf(CODE, text).find(({ message }) => message.includes('It will rise'));
    const fix = problem?.fixes?.().find(({ title }) => title === TITLE);
    assert.ok(fix);
    const after = applyEdits(text, fix.edits);
    assert.equal(after, text.replace('### Outlook\n', `### Outlook\n\n${MARK}\n`));
    assert.deepEqual(
      parseBrief(after).insights.map(({ citedVia }) => citedVia),
      [null, 'own', 'own'],
    );
  });

  it('is offered for two claims or more that cite nothing', () => {
    const two = (second: string) => `# T\n\n## Outlook\n\n- It will rise by 4%.\n- ${second}\n`;
    assert.ok(offered(two('It will fall by 9%.')));
    for (const second of ['Will it fall?', 'It will fall by 9% [own].', 'It will fall by 9% [?].'])
      assert.ok(!offered(two(second)), second);
    assert.ok(!offered(two('It will fall by 9%. <!-- brief-disable-line citation/missing -->')));
  });

  it('is not offered where anything in the section cites', () => {
    const also = (more: string) =>
      `# T\n\n## Outlook\n\n- It will rise by 4%.\n- It will fall by 9%.\n\n${more}\n\n## Sources\n\n- [1] A. https://a.example\n`;
    assert.ok(offered(also('')));
    for (const more of [
      'It fell by 3% [1].',
      '### Past\n\n- It fell by 3% [1].',
      'See [a page](https://a.example/x) on it.',
      'It fell by 3% (Source: Reuters).',
      '| a | b |\n| - | - |\n| 1 [1] | 2 |',
      '```figure\nid: f\nvalue: 4\ncites: [1]\n```',
    ])
      assert.ok(!offered(also(more)), more);
  });

  it('is not offered outside of sections', () => {
    assert.ok(!offered('# T\n\n- It will rise by 4%.\n- It will fall by 9%.\n'));
  });
});
