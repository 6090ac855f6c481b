import assert from 'node:assert/strict';
import { applyEdits, organizeSources, parseBrief } from '../../../../src/core';

/** Asserts what organizing makes of a text, with LF and with CRLF, and that there is nothing left to organize. */
function expectOrganized(before: string, after: string): void {
  for (const lineBreak of ['\n', '\r\n']) {
    const text = before.replaceAll('\n', lineBreak);
    const organized = organizeSources(parseBrief(text));
    assert.ok(typeof organized !== 'string', String(organized));
    const result = applyEdits(text, organized.edits);
    assert.equal(result, after.replaceAll('\n', lineBreak));
    assert.equal(organizeSources(parseBrief(result)), 'in order');
  }
}

describe('organizing the sources', () => {
  it('sorts a list of the front matter by first use, each entry with its comments', () => {
    expectOrganized(
      `---
sources:
  # about A
  - id: 2
    title: A # short
    # inside A
    quote: |
      Text.
  # about B

  - { id: 5, title: B }
figures:
  - { id: f, value: 3, cites: [2] }
---

It is 5% [5, p. 3]. It is {{f}}.
`,
      `---
sources:
  # about B

  - { id: 1, title: B }
  # about A
  - id: 2
    title: A # short
    # inside A
    quote: |
      Text.
figures:
  - { id: f, value: 3, cites: [2] }
---

It is 5% [1, p. 3]. It is {{f}}.
`,
    );
  });

  it('counts citations of all forms anew', () => {
    expectOrganized(
      `It is 9% [3], 8% 【２】, 7%³, 6% <sup>2, 1</sup>, 5% [see @1], [4](https://d.example) and [so][2].

## Sources

[1] A, https://a.example
[2] B, https://b.example
[3] C, https://c.example
`,
      `It is 9% [1], 8% 【２】, 7%¹, 6% <sup>2, 3</sup>, 5% [see @3], [4](https://d.example) and [so][2].

## Sources

[1] C, https://c.example
[2] B, https://b.example
[3] A, https://a.example
`,
    );
  });

  it('writes a range as a list where its numbers part, and a list in which they meet as it is', () => {
    const sources = (ids: readonly string[]) =>
      `\n## Sources\n\n${ids.map((id) => `- [${id}] W${id}, https://${id}.example`).join('\n')}\n`;
    const entries = (...pairs: readonly string[]) =>
      `\n## Sources\n\n${pairs.map((pair) => `- [${pair[0]}] W${pair[1]}, https://${pair[1]}.example`).join('\n')}\n`;
    expectOrganized(
      `It is 9% [4]. It is 8% [2-4] and [1]–[3].\n${sources(['1', '2', '3', '4'])}`,
      `It is 9% [1]. It is 8% [1-3] and [2]–[4].\n${entries('14', '22', '33', '41')}`,
    );
    expectOrganized(
      `It is 9% [4][1]. It is 8% [2-4].\n${sources(['1', '2', '3', '4'])}`,
      `It is 9% [1][2]. It is 8% [1, 3, 4].\n${entries('14', '21', '32', '43')}`,
    );
  });

  it('keeps numbers free that are cited and not declared', () => {
    expectOrganized(
      'It is 9% [1][3].\n\n## Sources\n\n- [3] C, https://c.example\n- [4] D, https://d.example\n',
      'It is 9% [1][2].\n\n## Sources\n\n- [2] C, https://c.example\n- [3] D, https://d.example\n',
    );
  });

  it('sorts keys and leaves them as they are', () => {
    expectOrganized(
      'It is 9% [@b], says @a.\n\n## Sources\n\n<!-- first -->\n- [@a] A, https://a.example\n- [@b] B, https://b.example\n',
      'It is 9% [@b], says @a.\n\n## Sources\n\n- [@b] B, https://b.example\n<!-- first -->\n- [@a] A, https://a.example\n',
    );
  });

  it('sorts ordered lists, those too that count themselves', () => {
    const list = (...lines: readonly string[]) => `\n## Sources\n\n${lines.join('\n')}\n`;
    expectOrganized(
      `It is 9% [2] and 8% [1].\n${list('1. A, https://a.example', '2. B, https://b.example')}`,
      `It is 9% [1] and 8% [2].\n${list('1. B, https://b.example', '2. A, https://a.example')}`,
    );
    expectOrganized(
      `It is 9% [2] and 8% [1].\n${list('1. A, https://a.example', '1. B, https://b.example')}`,
      `It is 9% [1] and 8% [2].\n${list('1. B, https://b.example', '1. A, https://a.example')}`,
    );
  });

  it('sorts link definitions and footnotes, remarks among them, each with all of its lines', () => {
    expectOrganized(
      'It is 9% [2].\n\n[1]: https://a.example "A"\n[2]: https://b.example "B"\n',
      'It is 9% [1].\n\n[1]: https://b.example "B"\n[2]: https://a.example "A"\n',
    );
    expectOrganized(
      'It is 9%[^2] and 8%[^1].\n\n[^1]: A, https://a.example\n[^2]: A remark.\n\n    It goes on.\n',
      'It is 9%[^1] and 8%[^2].\n\n[^1]: A remark.\n\n    It goes on.\n[^2]: A, https://a.example\n',
    );
  });

  it('leaves the sources of a bibliography alone', () => {
    const bibliography = [
      {
        path: 'a.bib',
        declarations: [
          {
            id: '1',
            idSpan: { start: 0, end: 1 },
            span: { start: 0, end: 9 },
            declaredIn: 'bibliography' as const,
            authors: [],
            quotes: [],
            uri: 'file:///a.bib',
          },
        ],
        errors: [],
      },
    ];
    const text = 'It is 9% [3] and 8% [1].\n\n## Sources\n\n- [3] C, https://c.example\n';
    const organized = organizeSources(parseBrief(text, { bibliography }));
    assert.ok(typeof organized !== 'string');
    assert.equal(applyEdits(text, organized.edits), text.replaceAll('[3]', '[2]'));
  });

  it('has nothing to do where all is in order', () => {
    assert.equal(organizeSources(parseBrief('No sources.\n')), 'in order');
    const text = 'It is 9% [1].\n\n## Sources\n\n- [1] A, https://a.example\n- [2] Unused, https://b.example\n';
    assert.equal(organizeSources(parseBrief(text)), 'in order');
  });
});
