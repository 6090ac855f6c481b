import assert from 'node:assert/strict';
import { definitionAt, type Given, indexLines, parseBrief } from '../../../src/core';
import { fixture } from '../../fixture';

/**
 * Goes to the definition at the cursor of an annotated text: the carets labelled `here` underline where that leads, those
 * labelled `from` the thing that was asked about.
 */
function goes(annotated: string, options?: Given) {
  const cursor = annotated.indexOf('‸');
  const { text, expected } = fixture(annotated.replace('‸', ''));
  const before = fixture(annotated.slice(0, cursor)).text.length;
  const definition = definitionAt(parseBrief(text, options), before);
  const places = (label: string) =>
    expected.filter((place) => place.label === label).map(({ start, end }) => ({ start, end }));
  const targets = definition?.targets ?? [];
  for (const { span, nameSpan } of targets) assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end);
  assert.deepEqual(
    targets.map(({ nameSpan }) => nameSpan),
    places('here'),
  );
  if (places('from').length > 0) assert.deepEqual([definition?.span], places('from'));
}

describe('the definition', () => {
  it('of a number is its stretch of the passage', () => {
    goes(`---
sources:
  - id: 5
    quote: Prices of nickel fell by 21% in 2024.
                                    ^^^ here
---

- Prices of nickel fell by 2‸1% [5].
                           ^^^ from
`);
  });

  it('of a number in folded YAML is exact, too', () => {
    goes(`---
sources:
  - id: 5
    quote: >-
      Prices of nickel
      fell by 21%
              ^^^ here
      in 2024.
---

- Prices of nickel fell by 2‸1% [5].
`);
  });

  it('of a number that is not found is the one that is likely meant', () => {
    goes(`---
sources:
  - id: 5
    quote: Prices of nickel fell by 21% in 2024.
                                    ^^^ here
---

- Prices of nickel fell by 2‸3% [5].
`);
  });

  it('of a number that another source has is there', () => {
    goes(`---
sources:
  - id: 5
    quote: Prices of nickel fell.
  - id: 6
    quote: Prices of nickel fell by 21%.
                                    ^^^ here
---

- Prices of nickel fell by 2‸1% [5].
`);
  });

  it('of a quotation is the words of its source', () => {
    goes(`---
sources:
  - id: 5
    quote: "Last year smelters in Australia closed their doors."
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ here
---

- "Smelters in Au‸stralia closed their doors", they say [5].
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ from
`);
  });

  it('of a citation is the declaration of its source', () => {
    goes(`---
sources:
  - id: usgs-2024
        ^^^^^^^^^ here
    title: Nickel
---

- It is so [see @usgs‸-2024, p. 3; @other].
                 ^^^^^^^^^ from
`);
  });

  it('of the sign of a key, in a bracket with others, is that of the key', () => {
    const text =
      '---\nsources:\n  - {id: ore, title: Ore}\n  - {id: tin, title: Tin}\n---\n\n- It fell [@ore; @tin].\n';
    const at = (offset: number) => definitionAt(parseBrief(text), offset)?.targets;
    assert.ok(at(text.indexOf('tin].')));
    assert.deepEqual(at(text.indexOf('@tin')), at(text.indexOf('tin].')));
  });

  it('of a citation is each of the declarations of its source', () => {
    goes(`---
sources:
  - id: 5
        ^ here
    title: Nickel
---

- It is so ‸[5].
           ^^^ from

## Sources

[5] Nickel
 ^ here
`);
  });

  it('of a footnote is its text, and of a list entry the entry', () => {
    goes(`- It is so[^‸a].
          ^^^^ from

[^a]: Nickel, https://example.org/nickel
 ^^ here
`);
    goes(`- It is so [‸2].

## Sources

1. Cobalt, https://example.org/cobalt
2. Nickel, https://example.org/nickel
^ here
`);
  });

  it('of an id in the list of a figure is the declaration, too', () => {
    goes(`---
sources:
  - id: 5
        ^ here
figures:
  - id: out
    value: 12
    cites: [5‸]
            ^ from
---
`);
  });

  it('of a reference to a figure is the figure', () => {
    const figures = (place: string) => `---
figures:
  - id: out
        ^^^ here
    value: 12
---

${place}
`;
    goes(figures('- It is {{o‸ut}}.'));
    goes(figures('- It is [12‸]{{out}}.'));
    goes(figures('- It is so, see @fig:o‸ut.'));
  });

  it('of a remark is its text, and not what it cites', () => {
    goes(`- It is so[^‸a].
          ^^^^ from

[^a]: Nearly [1].
 ^^ here

[1]: https://example.org
`);
  });

  it('of a link to a section is its heading', () => {
    goes(`See [the p‸oints](#key-points).
    ^^^^^^^^^^^^^^^^^^^^^^^^^ from

## Key points
   ^^^^^^^^^^ here
`);
  });

  it('of a declared name is where it stands, and where else it is declared', () => {
    goes(`---
sources:
  - id: 5‸
        ^ here
---

## Sources

[5] Nickel
 ^ here
`);
  });

  it('is none where nothing declares it', () => {
    goes('- It is so [9‸].\n');
    goes('- It is {{o‸ut}}, see @fig:out.\n');
    goes('- It is 12‸% of it.\n');
  });

  it('may be in the local copy of a source', () => {
    const file = 'Report\n\nPrices of nickel fell by 21%.\n';
    const start = file.indexOf('Prices');
    const brief = parseBrief(
      '---\nsources:\n  - id: 5\n    text: report.txt\n---\n\n- Prices of nickel fell by 21% [5].\n',
      {
        texts: [
          {
            path: 'report.txt',
            uri: 'file:///report.txt',
            lines: indexLines(file),
            passages: [
              {
                text: 'Prices of nickel fell by 21%.',
                from: 'text',
                path: 'report.txt',
                uri: 'file:///report.txt',
                span: { start, end: start + 29 },
              },
            ],
          },
        ],
      },
    );
    const targets = definitionAt(brief, brief.text.indexOf('21%'))?.targets;
    assert.deepEqual(targets?.[0]?.elsewhere, {
      uri: 'file:///report.txt',
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 29 } },
      nameRange: { start: { line: 2, character: 25 }, end: { line: 2, character: 28 } },
    });
  });

  it('may be in a bibliography', () => {
    const file = '@misc{nickel,\n  title = {Nickel}\n}\n';
    const brief = parseBrief('---\nbibliography: refs.bib\n---\n\n- It is so [@nickel].\n', {
      bibliography: [
        {
          path: 'refs.bib',
          uri: 'file:///refs.bib',
          lines: indexLines(file),
          errors: [],
          declarations: [
            {
              id: 'nickel',
              idSpan: { start: 6, end: 12 },
              span: { start: 0, end: 34 },
              declaredIn: 'bibliography',
              uri: 'file:///refs.bib',
              authors: [],
              quotes: [],
            },
          ],
        },
      ],
    });
    const targets = definitionAt(brief, brief.text.indexOf('@nickel'))?.targets;
    assert.deepEqual(targets?.[0]?.elsewhere, {
      uri: 'file:///refs.bib',
      range: { start: { line: 0, character: 0 }, end: { line: 2, character: 1 } },
      nameRange: { start: { line: 0, character: 6 }, end: { line: 0, character: 12 } },
    });
  });

  it('of a key is asked for at its sign, too', () => {
    goes(`## Sources

- ‸@a: Title, https://a.example
  ^^ from
   ^ here
`);
  });
});
