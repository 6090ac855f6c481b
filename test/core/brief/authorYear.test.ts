import assert from 'node:assert/strict';
import { checkBrief, exportMarkdown, parseBrief, parseChanged } from '../../../src/core';
import { renderBrief } from '../../../src/core/page/renderBrief';

const NUMBERED = `
## References

[1] Schulz, M. (2009). Tin and its output. https://s.example/tin

[2] Parker, A., Smith, B., & Li, C. (2016). Falls. Ore, 3(2), 12–19.

[3] Meyer, K. & Roth, L. (2011). Costs. Berlin.

[4] Harbour Wire. (2025, March 4). Shares of miners. https://h.example/4

[5] 王明（2020）。《矿业》。
`;
const WORKS = NUMBERED.replace(/\[\d\] /g, '- ').replaceAll('\n\n-', '\n-');

/** The ids that a sentence cites with one of the two lists behind it. */
function cited(sentence: string, list = NUMBERED): string[] {
  return parseBrief(`# Tin\n\n${sentence}\n${list}`).citations.flatMap(({ items }) => items.map(({ id }) => id));
}

function codes(text: string): string[] {
  return checkBrief(parseBrief(text)).map(({ rule }) => rule);
}

describe('A citation by author and year', () => {
  for (const [sentence, ids] of [
    ['Output rose (Schulz 2009, S. 33ff).', ['1']],
    ['Output rose (Schulz, 2009).', ['1']],
    ['Output rose (vgl. Schulz 2009: 33).', ['1']],
    ['Parker et al. (2016) saw it fall.', ['2']],
    ['It fell (Parker et al., 2016; Meyer & Roth, 2011).', ['2', '3']],
    ['Meyer and Roth (2011) saw it fall.', ['3']],
    ['Shares rose (Harbour Wire, 2025.3.4).', ['4']],
    ['产量增长了 12%（王明，2020）。', ['5']],
    ['Output rose (Schulz\n2009).', ['1']],
  ] as const) {
    it(`cites the source of that author and year: ${JSON.stringify(sentence)}`, () => {
      assert.deepEqual(cited(sentence), ids);
    });
  }

  for (const sentence of [
    'Output rose (Schulz 2010).',
    'Output rose (May 2016).',
    'It fell (Age-adjusted, 2011).',
    'Schulz (2009 to 2011) led the works.',
    'The Schulz works (12) grew.',
  ]) {
    it(`is none where the list has no such work: ${JSON.stringify(sentence)}`, () => {
      assert.deepEqual(cited(sentence), []);
    });
  }

  it('is none where two works have that author and year', () => {
    assert.deepEqual(cited('Output rose (Schulz 2009).', `${NUMBERED}\n[6] Schulz, M. (2009). Lead. Bonn.\n`), []);
  });

  it('tells works of one year apart by their letters', () => {
    const list = NUMBERED.replace('(2009)', '(2009a)').concat('\n[6] Schulz, M. (2009b). Lead. Bonn.\n');
    assert.deepEqual(cited('Output rose (Schulz 2009b), then fell (Schulz 2009a).', list), ['6', '1']);
  });

  it('names an entry of the front matter by its author or publisher and its date', () => {
    const text =
      '---\nsources:\n  - { id: tin, title: Tin, authors: [Mary Schulz], published: 2009-04-01 }\n  - { id: ore, title: Ore, publisher: Quay Office, published: 2011 }\n---\n\nIt rose (Schulz, 2009), then fell (Quay Office, 2011).\n';
    assert.deepEqual(
      parseBrief(text).citations.flatMap(({ items }) => items.map(({ id }) => id)),
      ['tin', 'ore'],
    );
  });

  it('keeps its page', () => {
    const { citations } = parseBrief(`# Tin\n\nIt rose (Schulz 2009, p. 33).\n${NUMBERED}`);
    assert.equal(citations[0]?.items[0]?.locator, 'p. 33');
  });

  it('makes its claim cited without a hint, of a numbered source and of a work', () => {
    const claim = '# Tin\n\nOutput rose by 12 percent in 2008 (Schulz, 2009).\n';
    assert.deepEqual(
      codes(claim + NUMBERED).filter((code) => code.startsWith('citation/')),
      [],
    );
    assert.deepEqual(
      codes(claim + WORKS).filter((code) => code.startsWith('citation/')),
      [],
    );
  });

  it('is a source in words only where nothing lists it', () => {
    assert.deepEqual(codes('# Tin\n\nOutput rose by 12 percent in 2008 (Schulz 2009, p. 4).\n'), ['citation/style']);
  });

  it('stays as it is on the page and in Markdown', () => {
    const brief = parseBrief(`# Tin\n\nOutput rose (Schulz 2009, p. 33).\n${NUMBERED}`);
    assert.match(renderBrief(brief), /Output rose \(Schulz 2009, p\. 33\)\./);
    assert.match(exportMarkdown(brief), /Output rose \(Schulz 2009, p\. 33\)\./);
  });

  it('is read anew when its work gets another year', () => {
    const before = parseBrief(`# Tin\n\nOutput rose (Schulz 2009).\n${NUMBERED}`);
    const text = before.text.replace('Schulz, M. (2009)', 'Schulz, M. (2008)');
    const { citations } = parseChanged(before, text);
    assert.deepEqual(citations, []);
  });
});
