import assert from 'node:assert/strict';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { checkBrief } from '../../../../src/core/rules';
import { expectFix, expectProblems, expectSilence } from '../ruleTest';

const CODE = 'brief/front-matter';

describe(CODE, () => {
  it('reports one error for a broken source, on its line, and none for the others', () => {
    const problems = expectProblems(
      CODE,
      `---
title: Rare earths
sources:
  - id: 1
    title: Summaries
    publisher: USGS
  - id: 2
    title: "Minerals
           ^^^^^^^^^ error
    publisher: IEA
  - id: 3
    title: Report
    publisher: MP
---
`,
    );
    if (problems.length !== 1) throw new Error('one error');
  });

  it('is silent about a date that a publishing program fills in', () => {
    for (const date of ['today', 'now', 'last-modified']) expectSilence(CODE, `---\ntitle: T\ndate: ${date}\n---\n`);
  });

  it('reports an error in a figure block', () => {
    expectProblems(
      CODE,
      `# T

\`\`\`figure
id: share
value: 90%
own: perhaps
     ^^^^^^^ error
\`\`\`
`,
    );
  });

  it('is silent about sound front matter', () => {
    expectSilence(CODE, '---\ntitle: Rare earths\npublished: 2025-08-06\ntags: [minerals]\n---\n');
  });

  it('quotes the value', () => {
    expectFix(
      CODE,
      'Quote the value',
      '---\ntitle: Rare earths: a primer\n---\n',
      '---\ntitle: "Rare earths: a primer"\n---\n',
    );
    expectFix(
      CODE,
      'Quote the value',
      '---\ntitle: T\npublisher: @USGS\n---\n',
      '---\ntitle: T\npublisher: "@USGS"\n---\n',
    );
  });

  const after = (opening: string, closing = '---') =>
    `${opening}\ntitle: Rare earths\nsources:\n  - id: 1\n    title: A\n    url: https://a.org\n${closing}\n\n- It rose by 4% [1].\n`;

  for (const opening of [
    '-',
    '--',
    '----',
    '-----------',
    '—',
    '–––',
    '---—',
    '- - -',
    ' ---',
    '\t---',
    '−−−',
    '‐‐‐',
    '\n---',
    '\n \n\n--',
  ]) {
    it(`says that front matter starts with ---, where ${JSON.stringify(opening)} stands, and writes that`, () => {
      expectFix(CODE, 'Start the front matter with ---', after(opening), after('---'));
    });
  }

  it('says so on the line that is meant', () => {
    expectProblems(
      CODE,
      after(`--
^^ starts with "---" on the first line`),
    );
    expectProblems(
      CODE,
      after(`
--
^^ starts with "---" on the first line`),
    );
  });

  for (const blank of ['', '\n', '\n \n\n'])
    it(`says so of a text that starts with its keys, after ${JSON.stringify(blank)}`, () => {
      const rest = after('').slice(1);
      expectFix(CODE, 'Start the front matter with ---', blank + rest, `---\n${rest}`);
    });

  it('says so on the first key', () => {
    expectProblems(
      CODE,
      after(`title: Rare earths
^^^^^ starts with "---" on the first line`),
    );
  });

  it('leaves it to what is read as front matter then to say more', () => {
    const body = '- Miners dug 4% more [9], and \u202ethat is all. See {{share}}.\n';
    const codes = (text: string) => checkBrief(parseBrief(text)).map(({ rule }) => rule);
    assert.deepEqual(codes(after('--') + body), [CODE, 'text/bidi']);
    for (const code of ['citation/unknown-source', 'figure/unknown', 'text/bidi'])
      assert.ok(codes(after('---') + body).includes(code), code);
  });

  it('leaves a byte order mark before it alone', () => {
    expectFix(CODE, 'Start the front matter with ---', after('\ufeff--'), after('\ufeff---'));
  });

  for (const text of [
    after('---'),
    after('---  '),
    '-\ntitle: Rare earths\n---\n',
    after('***'),
    after('--', ''),
    after('-- --x'),
    '----\n\nA text.\n\n---\n',
    '- - -\n\ntitle: after a blank line\n---\n',
    '--\nHe said: no.\n---\n',
    '— A dash\ntitle: T\n---\n',
    '# T\n\n--\ntitle: T\n---\n',
    'title: Of one key\n---\n',
    'title: Not closed\nlanguage: en\n\n# T\n',
    'Title: With capitals\nDate: 2024\n---\n',
    'summary: Prose.\n\nIt rose.\n\n---\n\nlanguage: en\n',
  ]) {
    it(`is silent about ${JSON.stringify(text.slice(0, 40))}`, () => expectSilence(CODE, text));
  }
});
