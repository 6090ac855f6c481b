import assert from 'node:assert/strict';
import { applyEdits, parseBrief } from '../../../src/core';
import { extractableAt } from '../../../src/core/editor/editing/extractFigure';

const HEAD = '---\nsources:\n  - { id: 1, title: A, url: https://a.example }\n';

/** Extracts what stands between two bars. */
function extract(marked: string, readable = true) {
  const [before = '', selected = '', after = ''] = marked.split('|');
  const text = before + selected + after;
  const found = extractableAt(parseBrief(text), { start: before.length, end: before.length + selected.length });
  return found && { ...found, after: applyEdits(text, found.edits(readable)) };
}

describe('extracting a number to a figure', () => {
  it('declares it with the sources of its sentence, and leaves it readable', () => {
    const found = extract(`${HEAD}---\n\n- China refines |90%| of the world's rare earths [1].\n`);
    assert.equal(
      found?.after,
      `${HEAD}figures:\n  - id: rare-earths\n    value: 90%\n    cites: [1]\n---\n\n- China refines [90%]{{rare-earths}} of the world's rare earths [1].\n`,
    );
  });

  it('can leave a short reference in its place', () => {
    const found = extract(`${HEAD}---\n\n- The deal is worth |$500 million| [1].\n`, false);
    assert.match(
      found?.after ?? '',
      /id: deal-worth\n {4}value: \$500 million\n[\s\S]*is worth \{\{deal-worth\}\} \[1\]\./,
    );
  });

  it('makes front matter where there is none, and adds to a list that is there', () => {
    const made = extract('- Output fell by |4%| last year.\n');
    assert.equal(
      made?.after,
      '---\nfigures:\n  - id: last-year\n    value: 4%\n---\n\n- Output fell by [4%]{{last-year}} last year.\n',
    );
    const added = extract(
      '---\nfigures:\n- id: last-year\n  value: 3\n# end\n---\n\n- Output fell by |4%| last year [own].\n',
    );
    assert.match(added?.after ?? '', /value: 3\n- id: last-year-2\n {2}value: 4%\n {2}own: true\n# end\n/);
  });

  it('finds the number in a longer selection, and an id in the script of the words', () => {
    assert.deepEqual(
      [extract('- 其余国家占|冶炼产能的10%，合金|为31%。\n')?.value, extract('- 其余国家占冶炼产能的|10%|。\n')?.id],
      ['10%', '冶炼产能'],
    );
  });

  it('keeps line breaks', () => {
    const found = extract(`${HEAD}---\n\n- It holds |90%| of ore [1].\n`.replaceAll('\n', '\r\n'));
    assert.doesNotMatch(found?.after ?? '\n', /[^\r]\n/);
  });

  it('leaves alone what is no number of the text, or several', () => {
    for (const text of [
      '- It rose |in 2023| to 4%.\n',
      '- It rose by |4% and 5%|.\n',
      '- It rose by || 4%.\n',
      '- It rose by `|4%|` here.\n',
      '- It rose by [|4%|]{{share}} here.\n',
      '# About |4%|\n',
    ])
      assert.equal(extract(text), null, text);
  });

  it('does nothing where it would change what the text says', () => {
    assert.equal(extract('---\nfigures: []\n---\n\n- It rose by |4%| here.\n')?.edits(true).length, 0);
  });
});
