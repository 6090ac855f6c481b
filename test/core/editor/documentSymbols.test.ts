import assert from 'node:assert/strict';
import { type DocumentSymbol, documentSymbols, parseBrief } from '../../../src/core';
import { contains } from '../../../src/core/base/text';

/** The outline as indented lines: kind, name and, after a bar, detail. */
function outline(text: string): string[] {
  const lines = (symbols: readonly DocumentSymbol[], margin: string): string[] =>
    symbols.flatMap(({ kind, name, detail, children }) => [
      `${margin}${kind}: ${name}${detail === '' ? '' : ` | ${detail}`}`,
      ...lines(children, `${margin}  `),
    ]);
  return lines(documentSymbols(parseBrief(text)), '');
}

describe('the outline', () => {
  it('puts insights under their section, and sections under the one that holds them', () => {
    const text =
      '# Title\n\n## Supply\n\n- China mined 69% in 2024 [1].\n\n### Prices\n\nPrices rose by 12% in 2025.\n';
    assert.deepEqual(outline(text), [
      'section: Supply',
      '  insight: China mined 69% in 2024. | [1]',
      '  section: Prices',
      '    insight: Prices rose by 12% in 2025. | not cited',
    ]);
  });

  it('puts a nested item under its item', () => {
    const text =
      '## Supply\n\n- China leads [1]:\n  - it mined 69% in 2024 [1]\n  - it refined 90% in 2024 [1]\n- Others follow [1].\n';
    assert.deepEqual(outline(text), [
      'section: Supply',
      '  insight: China leads: | [1]',
      '    insight: it mined 69% in 2024 | [1]',
      '    insight: it refined 90% in 2024 | [1]',
      '  insight: Others follow. | [1]',
    ]);
  });

  it('shows the sources and figures of the front matter under it', () => {
    const text =
      '---\ntitle: A\nsources:\n  - id: usgs\n    title: Minerals\n    publisher: USGS\nfigures:\n  - id: share\n    value: 69%\n    cites: [usgs]\n---\n';
    assert.deepEqual(outline(text), [
      'front-matter: Front matter',
      '  source: [@usgs] Minerals | USGS',
      '  figure: share | 69%',
    ]);
  });

  it('shows the entries of a sources section under it', () => {
    assert.deepEqual(outline('## Sources\n\n- [1] [Prices](https://example.org)\n'), [
      'section: Sources',
      '  source: [1] Prices',
    ]);
  });

  it('shows words without the marks of Markdown', () => {
    const text =
      '## **Market** `size` of rare_earth_oxides\n\n- **Growth**: demand *rose* by [12 percent](https://example.org/a) in _2024_ [1].\n';
    assert.deepEqual(outline(text), [
      'section: Market size of rare_earth_oxides',
      '  insight: Growth: demand rose by 12 percent in 2024. | [1]',
    ]);
  });

  it('leaves out comments, such as the mark of a review', () => {
    const text = '- China mined 69% in 2024 [1]. <!-- brief: verified 2025-08-07 AZ 3f9a1c -->\n';
    assert.deepEqual(outline(text), ['insight: China mined 69% in 2024. | [1]']);
  });

  it('keeps narrative citations, which are words of their sentence', () => {
    const [line] = outline('- As @usgs-2024 says, China mined 69% [1].\n');
    assert.match(line ?? '', /^insight: As @usgs-2024 says, China mined 69%\. \|/);
  });

  it('shortens a long insight after a whole character', () => {
    const [symbol] = documentSymbols(parseBrief(`- ${'😀'.repeat(200)} in 2024\n`));
    assert.equal(symbol?.name, `${'😀'.repeat(79)}…`);
  });

  it('gives every entry a name of one line, within a span that holds its children', () => {
    const text = '---\nsources:\n  - id: 1\n---\n#\n\n## \n\n- a\n  b\n\n  - c in 2024\n\n[^1]: https://example.org\n';
    const check = (symbols: readonly DocumentSymbol[]) => {
      for (const { name, span, nameSpan, children } of symbols) {
        assert.match(name, /^\S(.*\S)?$/);
        assert.ok(contains(span, nameSpan));
        for (const child of children) assert.ok(contains(span, child.span));
        check(children);
      }
    };
    check(documentSymbols(parseBrief(text)));
  });
});
