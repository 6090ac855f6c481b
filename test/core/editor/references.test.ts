import assert from 'node:assert/strict';
import { highlightsAt, indexLines, parseBrief, referencesAt } from '../../../src/core';
import { fixture } from '../../fixture';

/**
 * Asks at the cursor `‸` of an annotated text: the carets underline all places of the name, those labelled `declares`
 * where it is declared.
 */
function places(annotated: string): void {
  const cursor = annotated.indexOf('‸');
  const { text, expected } = fixture(annotated.replace('‸', ''));
  const offset = fixture(annotated.slice(0, cursor)).text.length;
  const brief = parseBrief(text);
  const wanted = expected.map(({ start, end, label }) => ({ span: { start, end }, declares: label === 'declares' }));
  assert.deepEqual(referencesAt(brief, offset, true), wanted);
  assert.deepEqual(
    referencesAt(brief, offset, false),
    wanted.filter(({ declares }) => !declares),
  );
  assert.deepEqual(highlightsAt(brief, offset), wanted);
}

describe('the places of a name', () => {
  it('are those of a numbered source in all its forms', () => {
    places(`---
sources:
  - id: 5
        ^ declares
figures:
  - id: a
    value: 1
    cites: [1, 5]
               ^
---

- A [‸5], B [1, 5], C [5-7], D [1]–[5], thus⁵, 中国【5】, [e][5].
     ^
               ^
                      ^
                                   ^
                                           ^
                                                 ^
                                                         ^
- F [55], G \`[5]\`, H [4–6], I [5](https://a.example).
                      ^^^
                               ^
`);
  });

  it('are those of a keyed source, and of no other that begins like it', () => {
    places(`- A [see @usgs, p. 3; @doe], 据@us‸gs的, [@usgs-2024].
          ^^^^
                               ^^^^

## Sources

- [@usgs] Minerals
    ^^^^ declares
- [@usgs-2024] Minerals
`);
  });

  it('are those of a footnote, apart from a source of that number', () => {
    places(`- A[^‸1] [1].
    ^^

[^1]: A remark.
 ^^ declares
`);
  });

  it('are those of a figure', () => {
    places(`\`\`\`figure
id: ou‸t
    ^^^ declares
value: 3
\`\`\`

- A {{out}} [3]{{out}} @fig:out [@fig:out]
      ^^^
                 ^^^
                            ^^^
                                      ^^^
`);
  });

  it('are those of a heading and the links to it', () => {
    places(`## Key ‸points
   ^^^^^^^^^^ declares

[a](#key-points) [b](#other)
     ^^^^^^^^^^
`);
  });

  it('are found of what nothing declares, too', () => {
    places(`- A [‸9], B [9].
     ^
            ^
`);
  });

  it('are none beside names, and in half-typed text', () => {
    for (const text of ['- A is so', '- A [', '- A [[', '- A [1', '- A @', '- {{', '[^', '---\nsources:\n  - id:'])
      assert.deepEqual(referencesAt(parseBrief(text), text.length, true), [], text);
  });

  it('may be in a bibliography', () => {
    const file = '@misc{nickel}\n';
    const brief = parseBrief('---\nbibliography: a.bib\n---\n\n- A [@nickel].\n', {
      bibliography: [
        {
          path: 'a.bib',
          uri: 'file:///a.bib',
          lines: indexLines(file),
          errors: [],
          declarations: [
            {
              id: 'nickel',
              idSpan: { start: 6, end: 12 },
              span: { start: 0, end: 13 },
              declaredIn: 'bibliography',
              uri: 'file:///a.bib',
              authors: [],
              quotes: [],
            },
          ],
        },
      ],
    });
    const [here, there] = referencesAt(brief, brief.text.indexOf('nickel'), true);
    assert.equal(here?.elsewhere, undefined);
    assert.deepEqual(there?.elsewhere, {
      uri: 'file:///a.bib',
      range: { start: { line: 0, character: 6 }, end: { line: 0, character: 12 } },
    });
    assert.equal(highlightsAt(brief, brief.text.indexOf('nickel')).length, 1);
  });
});
