import assert from 'node:assert/strict';
import { indexLines, parseBrief, webLinks } from '../../../src/core';
import { readBibliography } from '../../../src/formats/bibliography';

/** The links of a text: where each leads, and all that may be replaced, in brackets what only says it. */
function links(text: string): string[] {
  return webLinks(parseBrief(text)).map(({ url, places }) => {
    const words = places.map(({ span, written }) => written ?? `(${text.slice(span.start, span.end)})`);
    return `${url} < ${words.join(' ')}`;
  });
}

describe('the web links of a brief', () => {
  it('are those of its front matter, its sources and its body, in its order', () => {
    const text = `---
url: https://a.example/
bibliography: refs.bib
sources:
  - id: 1
    url: "https://b.example/x"
    doi: 10.1234/abc.5
    text: copies/one.txt
---

- See [c](https://c.example/), <https://d.example/> and www.e.example. [1](https://f.example/) ![g](https://g.example/g.png)

[h]: https://h.example/

## Sources

- [2] L, https://l.example/x, doi:10.1234/m
`;
    assert.deepEqual(links(text), [
      'https://a.example/ < https://a.example/',
      'https://b.example/x < https://b.example/x',
      'https://doi.org/10.1234/abc.5 < (10.1234/abc.5)',
      'https://c.example/ < https://c.example/',
      'https://d.example/ < https://d.example/',
      'http://www.e.example < www.e.example',
      'https://f.example/ < https://f.example/',
      'https://g.example/g.png < https://g.example/g.png',
      'https://h.example/ < https://h.example/',
      'https://l.example/x < https://l.example/x',
      'https://doi.org/10.1234/m < (10.1234/m)',
    ]);
  });

  it('are there once for each page, with all places, whatever part of the page these name', () => {
    assert.deepEqual(links('- A [b](https://b.example/x#one) and [c](https://b.example/x#two).\n'), [
      'https://b.example/x < https://b.example/x#one https://b.example/x#two',
    ]);
  });

  it('know when a source says that it was read there', () => {
    const text = `---
sources:
  - {id: 1, title: A, url: "https://a.example/", accessed: 2025-08-06}
---

- [a](https://a.example/) [b](https://b.example/)
`;
    assert.deepEqual(
      webLinks(parseBrief(text)).map(({ url, accessed }) => [url, accessed]),
      [
        ['https://a.example/', '2025-08-06'],
        ['https://b.example/', undefined],
      ],
    );
  });

  it('are without the escapes of Markdown, and those may not be replaced by halves', () => {
    assert.deepEqual(links('- A [b](https://b.example/a\\_b?c=1&amp;d=2).\n'), [
      'https://b.example/a_b?c=1&d=2 < https://b.example/a\\_b?c=1&amp;d=2',
    ]);
  });

  it('are mailboxes too, and no paths, fragments, and addresses that the preview refuses', () => {
    assert.deepEqual(links('- [a](b.md) [c](#d) [e](https://f@g.example/) [h](ftp://i.example) <j@k.example>\n'), [
      'mailto:j@k.example < j@k.example',
    ]);
  });

  it('are those of a bibliography whose sources are cited, at their places in it', () => {
    const bib =
      '@misc{a, title={A},\n  url={https://a.example/}, doi={10.1234/a}}\n@misc{b, url={https://b.example/}}\n';
    const uri = 'file:///refs.bib';
    const declarations = readBibliography(bib, 'refs.bib').declarations.map((declared) => ({ ...declared, uri }));
    const brief = parseBrief('---\nbibliography: refs.bib\n---\n\n- Output rose by 12% [@a].\n', {
      bibliography: [{ path: 'refs.bib', uri, declarations, lines: indexLines(bib), text: bib, errors: [] }],
    });
    const line = (start: number, end: number) => ({
      start: { line: 1, character: start },
      end: { line: 1, character: end },
    });
    assert.deepEqual(
      webLinks(brief).map(({ url, places }) => [url, places.map(({ written, elsewhere }) => [written, elsewhere])]),
      [
        ['https://a.example/', [['https://a.example/', { uri, range: line(7, 25) }]]],
        ['https://doi.org/10.1234/a', [[null, { uri, range: line(33, 42) }]]],
      ],
    );
  });
});
