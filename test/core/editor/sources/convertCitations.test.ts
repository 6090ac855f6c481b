import assert from 'node:assert/strict';
import { applyEdits, parseBrief } from '../../../../src/core';
import { convertCitations, type IdKind } from '../../../../src/core/editor/sources/convertCitations';

function convert(text: string, to: IdKind): string | null {
  const edits = convertCitations(parseBrief(text), to);
  return edits && applyEdits(text, edits);
}

function expectConverted(before: string, to: IdKind, after: string): void {
  assert.equal(convert(before, to), after);
  assert.equal(convert(before.replaceAll('\n', '\r\n'), to), after.replaceAll('\n', '\r\n'));
}

describe('converting numbers to keys', () => {
  it('makes them from author, publisher or site, and year, each once', () => {
    const head = (...ids: readonly string[]) => `---
sources:
  - { id: ${ids[0]}, title: A, authors: [Ada Müller], published: 2024-01-02 }
  - { id: ${ids[1]}, title: B, authors: ["Müller, Bo"], published: 2024 }
  - { id: ${ids[2]}, title: C, publisher: US Geological Survey of Ores, published: 2023 }
  - { id: ${ids[3]}, title: D, publisher: 示例年鉴, published: 2025 }
  - { id: ${ids[4]}, title: E, url: "https://www.pubs.usgs.gov/x" }
  - { id: ${ids[5]}, title: "1984" }
figures:
  - { id: f, value: 3, cites: [${ids[0]}, ${ids[3]}] }
---

`;
    expectConverted(
      `${head('1', '2', '3', '4', '5', '6')}It is 5% [1, p. 3; 2] and 4% [5-6][3], 中国【4】。\n`,
      'keys',
      `${head('muller-2024', 'muller-2024b', 'us-geological-survey-2023', '示例年鉴2025', 'usgs', 'source-1984')}It is 5% [@muller-2024, p. 3; @muller-2024b] and 4% [@usgs; @source-1984][@us-geological-survey-2023], 中国[@示例年鉴2025]。\n`,
    );
  });

  it('writes entries, definitions and raised numbers as keys can be written', () => {
    expectConverted(
      `It is 5% of ore¹ and 4% [2] [so][3], 3% [3].

[3]: https://c.example/x "C"

## Sources

1. A, 2024. https://a.example
2. B, 2023. https://b.example
`,
      'keys',
      `It is 5% of ore [@a-2024] and 4% [@b-2023] [so][@c], 3% [@c].

[@c]: https://c.example/x "C"

## Sources

1. [@a-2024] A, 2024. https://a.example
2. [@b-2023] B, 2023. https://b.example
`,
    );
  });

  it('leaves numbers where keys can not stand, and those that nothing declares', () => {
    expectConverted(
      'It is 5% [1](https://a.example), 4% [2, 9].\n\n## Sources\n\n- [2] B, https://b.example\n',
      'keys',
      'It is 5% [1](https://a.example), 4% [@b][9].\n\n## Sources\n\n- [@b] B, https://b.example\n',
    );
    assert.equal(convert('It is 5% [1](https://a.example).\n', 'keys'), null);
  });
});

describe('converting keys to numbers', () => {
  it('counts them by first use, and keeps what only a keyed citation can say', () => {
    expectConverted(
      `It is 5% [@b, p. 3; @a], says @a, 4% [see @b], 3% [@c, in passing].

## Sources

- [@a] A, https://a.example
- [@b] B, https://b.example
- [@c] C, https://c.example
`,
      'numbers',
      `It is 5% [1, p. 3; 2], says [2], 4% [see @1], 3% [@3, in passing].

## Sources

- [2] A, https://a.example
- [1] B, https://b.example
- [3] C, https://c.example
`,
    );
  });

  it('keeps numbers that are taken', () => {
    expectConverted(
      'It is 5% [@a] and 4% [1].\n\n## Sources\n\n- [@a] A, https://a.example\n',
      'numbers',
      'It is 5% [2] and 4% [1].\n\n## Sources\n\n- [2] A, https://a.example\n',
    );
  });

  it('does nothing where the text would mean something else', () => {
    // Without keyed sources, a bare name that nothing declares is a handle.
    assert.equal(
      convert('It is 5% [@a], says @somebody2024.\n\n## Sources\n\n- [@a] A, https://a.example\n', 'numbers'),
      null,
    );
  });
});
