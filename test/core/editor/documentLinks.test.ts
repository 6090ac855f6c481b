import assert from 'node:assert/strict';
import { documentLinks, parseBrief } from '../../../src/core';

/** The links of a text: its words, and where they lead. */
function links(text: string): string[] {
  return documentLinks(parseBrief(text)).map(({ span, target }) => {
    const words = text.slice(span.start, span.end);
    return `${words} > ${'url' in target ? target.url : `./${target.path}`}`;
  });
}

describe('the links of a brief', () => {
  it('are addresses, DOIs and paths of its front matter', () => {
    const text = `---
url: https://a.example/
bibliography: [refs/my refs.bib]
style: refs/my.csl
sources:
  - id: 1
    url: https://b.example/x
    doi: 10.1234/abc.5
    text: copies/one.txt
figures:
  - id: a
    image: pictures/a.png
  - id: b
    chart: bar
    data: data/b.csv
---
`;
    assert.deepEqual(links(text), [
      'https://a.example/ > https://a.example/',
      'refs/my refs.bib > ./refs/my%20refs.bib',
      'refs/my.csl > ./refs/my.csl',
      'https://b.example/x > https://b.example/x',
      '10.1234/abc.5 > https://doi.org/10.1234/abc.5',
      'copies/one.txt > ./copies/one.txt',
      'pictures/a.png > ./pictures/a.png',
      'data/b.csv > ./data/b.csv',
    ]);
  });

  it('lead where Markdown’s escapes mean them to', () => {
    const text =
      '- A [b](https://b.example/x\\_y?a=1&amp;b=2) [1](https://e.example/\\(1\\)) [p](<my notes/a\\_b.md>)\n';
    assert.deepEqual(
      documentLinks(parseBrief(text)).map(({ target }) => target),
      [{ url: 'https://b.example/x_y?a=1&b=2' }, { url: 'https://e.example/(1)' }, { path: 'my%20notes/a_b.md' }],
    );
  });

  it('are those of the body and of lists of sources', () => {
    const text = [
      '- A [b](https://b.example), <https://c.example>, https://d.example. [1](https://e.example)',
      '- ![f](f.png) [g](notes/g.md) [h][k] www.i.example, j@k.example',
      '',
      '[k]: <https://k.example> "K"',
      '',
      '## Sources',
      '',
      '- [2] L, https://l.example/x, doi:10.1234/m',
    ].join('\r\n');
    assert.deepEqual(links(text), [
      'https://b.example > https://b.example',
      'https://c.example > https://c.example',
      'https://d.example > https://d.example',
      'https://e.example > https://e.example',
      'f.png > ./f.png',
      'notes/g.md > ./notes/g.md',
      'www.i.example > http://www.i.example',
      'j@k.example > mailto:j@k.example',
      'https://k.example > https://k.example',
      'https://l.example/x > https://l.example/x',
      '10.1234/m > https://doi.org/10.1234/m',
    ]);
  });

  it('are none where the gate refuses the address, or the path leaves the folder', () => {
    const targets = [
      'javascript:x',
      'command:a.b',
      'file:///etc/passwd',
      '//host/x',
      '\\\\host\\x',
      '../x.md',
      '/x',
      '%2e%2e/x',
    ];
    assert.deepEqual(links(targets.map((target) => `[a](<${target}>) ![b](<${target}>)`).join('\n')), []);
    for (const path of [
      '../refs.bib',
      '/refs.bib',
      'C:/refs.bib',
      '.git/config',
      'a\\b.bib',
      '~/x.bib',
      '%2e%2e/x.bib',
    ])
      assert.deepEqual(links(`---\nbibliography: '${path}'\n---\n`), [], path);
  });

  it('are told with what they are', () => {
    const [link] = documentLinks(parseBrief('---\nbibliography: my refs.bib\n---\n'));
    assert.equal(link?.tooltip, 'Open the bibliography: my refs.bib');
  });
});
