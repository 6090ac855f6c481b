import assert from 'node:assert/strict';
import { bibliographiesIn } from '../../../../src/core/brief/config/projectFile';

describe('The bibliographies that a file of another program names', () => {
  const cases: readonly (readonly [what: string, name: string, text: string, expected: readonly string[]])[] = [
    ['in one text', '_quarto.yml', 'project:\n  type: book\nbibliography: refs.bib # ours\n', ['refs.bib']],
    ['in a list', '_quarto.yml', 'bibliography:\n  - a.bib\n  - "b c.json"\n', ['a.bib', 'b c.json']],
    ['in brackets', '_bookdown.yml', 'bibliography: [a.bib, a.bib,\n  b.bib]\n', ['a.bib', 'b.bib']],
    ['in its project', 'myst.yml', 'project:\n  bibliography:\n    - a.bib\nbibliography: b.bib\n', ['a.bib', 'b.bib']],
    ['behind a byte order mark and a first line', '_quarto.yml', '\uFEFF---\nbibliography: a.bib\n', ['a.bib']],
    ['with Windows line ends', '_quarto.yml', 'a: 1\r\nbibliography:\r\n- a.bib\r\n- b.bib\r\n', ['a.bib', 'b.bib']],
    ['beside keys that are broken', '_quarto.yml', 'book: [\nformat: !expr "x\nbibliography: a.bib\n', ['a.bib']],
    ['between fences', 'index.Rmd', '---\ntitle: T\nbibliography: a.bib\n---\n\nbibliography: b.bib\n', ['a.bib']],
    ['nowhere, where there are no fences', 'index.qmd', 'bibliography: a.bib\n', []],
    ['nowhere, where other keys have them', '_quarto.yml', 'format:\n  bibliography: a.bib\n', []],
    ['nowhere, where the value is none', '_quarto.yml', 'bibliography: { a: b.bib }\nproject: [bibliography]\n', []],
    ['nowhere, where nothing is written', '_quarto.yml', 'bibliography:\n', []],
    ['nowhere in an empty file', 'myst.yml', '', []],
  ];
  for (const [what, name, text, expected] of cases)
    it(`are read ${what}`, () => {
      assert.deepEqual(bibliographiesIn(name, text), expected);
    });

  it('are none where the YAML is made to be large when it is read', () => {
    const bomb = `bibliography: [${'&a [*a, '.repeat(200)}${']'.repeat(200)}]\n`;
    assert.deepEqual(bibliographiesIn('_quarto.yml', bomb), []);
    assert.deepEqual(bibliographiesIn('_quarto.yml', `bibliography: ${'? '.repeat(2000)}a\n`), []);
    assert.deepEqual(bibliographiesIn('_quarto.yml', `project: ${'{project: '.repeat(2000)}\n`), []);
  });
});
