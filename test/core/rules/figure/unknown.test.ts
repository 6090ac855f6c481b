import { expectFix, expectProblems, expectSilence } from '../ruleTest';

const CODE = 'figure/unknown';
const brief = (body: string) => `---
title: Rare earths
sources:
  - {id: 1, title: Summaries, publisher: USGS}
figures:
  - {id: share, value: 90%, cites: [1]}
---

${body}
`;

describe(CODE, () => {
  it('reports values and references that nothing declares', () => {
    expectProblems(
      CODE,
      brief(`
- China refines {{shares}} of all rare earths [1].
                  ^^^^^^ Did you mean "share"?
- See @fig:exports for its exports [1].
           ^^^^^^^ error
`),
    );
  });

  it('is silent about a reference to an image with a label', () => {
    expectSilence(
      CODE,
      brief(
        'As @fig:mine and [@fig:map] show.\\n\\n![The mine](mine.png){#fig:mine}\\n\\n\\\\label{fig:map}',
      ).replaceAll('\\n', '\n'),
    );
  });

  it('is silent where the front matter is not read, as that is said at its first line', () => {
    expectSilence(
      CODE,
      `—
title: Rare earths
figures:
  - {id: share, value: 90%, own: true}
---

- China refines {{share}} of all rare earths [own].
`,
    );
  });

  it('is silent about declared figures, also of blocks', () => {
    expectSilence(
      CODE,
      brief('- China refines {{share}}, see @fig:prices [1].\n\n```figure\nid: prices\nvalue: $5\ncites: [1]\n```'),
    );
  });

  it('reads a reference up to the Chinese that follows it without a space', () => {
    expectSilence(CODE, brief('- 如@fig:share所示，中国精炼了90%的稀土[1]。'));
    expectProblems(
      CODE,
      brief(`
- 如@fig:sharp所示 [1]。
        ^^^^^^^ error
`),
    );
  });

  it('replaces the id by the nearest', () => {
    expectFix(
      CODE,
      'Replace "shares" by "share"',
      brief('- China refines {{shares}} [1].'),
      brief('- China refines {{share}} [1].'),
    );
    expectFix(CODE, 'Replace "shara" by "share"', brief('- See [@fig:shara] [1].'), brief('- See [@fig:share] [1].'));
  });
});
