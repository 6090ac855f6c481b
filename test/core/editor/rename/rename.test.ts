import assert from 'node:assert/strict';
import { applyEdits, type Given, indexLines, parseBrief, renamableAt, renameAt } from '../../../../src/core';

/** Takes the cursor `‸` out of a text. */
function at(marked: string): { readonly text: string; readonly cursor: number } {
  const cursor = marked.indexOf('‸');
  assert.ok(cursor >= 0, 'a cursor is in the text');
  return { text: marked.replace('‸', ''), cursor };
}

/** Renames what stands at the cursor, and compares the text after it. */
function renames(marked: string, to: string, expected: string): void {
  const { text, cursor } = at(marked);
  const found = renameAt(parseBrief(text), cursor, to);
  assert.ok(found && 'edits' in found, JSON.stringify(found));
  assert.equal(applyEdits(text, found.edits), expected);
}

/** The same in a brief that has numbers and keys in its front matter. */
function renamesIn(marked: string, to: string, expected: string): void {
  const ids = [...'1235678'].concat('doe', 'usgs', '郭2025');
  const head = `---\nsources:\n${ids.map((id) => `  - {id: ${id}, url: https://a.example/${id}}\n`).join('')}---\n\n`;
  const { text, cursor } = at(marked);
  const found = renameAt(parseBrief(head + text), cursor + head.length, to);
  assert.ok(found && 'edits' in found, JSON.stringify(found));
  assert.equal(applyEdits(head + text, found.edits).slice(-expected.length - 5), `---\n\n${expected}`);
}

function refuses(marked: string, to: string, reason: RegExp, options?: Given): void {
  const { text, cursor } = at(marked);
  const found = renameAt(parseBrief(text, options), cursor, to);
  assert.ok(found && 'refused' in found, JSON.stringify(found));
  assert.match(found.refused, reason);
}

describe('renaming a number to a key', () => {
  const key = (marked: string, expected: string) => renamesIn(marked, 'epa-2025', expected);

  it('writes a citation of its own, and leaves other numbers in their brackets', () => {
    key('It is so [‸1].', 'It is so [@epa-2025].');
    key('It is so [1‸][7].', 'It is so [@epa-2025][7].');
    key('It is so [‸1, 7].', 'It is so [@epa-2025][7].');
    key('It is so [3, ‸1, 7] and [2].', 'It is so [3][@epa-2025][7] and [2].');
    key('It is so [‸1, p. 3].', 'It is so [@epa-2025, p. 3].');
    key('It is so [2，‸1，第3页]。', 'It is so [2][@epa-2025, 第3页]。');
  });

  it('parts a range', () => {
    key('It is so [‸5-7].', 'It is so [@epa-2025][6-7].');
    key('It is so [5-‸7].', 'It is so [5-6][@epa-2025].');
    key('It is so [5–8], as [‸6] says.', 'It is so [5][@epa-2025][7–8], as [@epa-2025] says.');
    key('It is so [‸1]–[3].', 'It is so [@epa-2025][2]–[3].');
    key('It is so [1]–[3], as [2‸] says.', 'It is so [1][@epa-2025][3], as [@epa-2025] says.');
    key('It is so [3, ‸5-7, 1].', 'It is so [3][@epa-2025][6-7, 1].');
  });

  it('takes superscripts and wide brackets for what they are', () => {
    key('It is so.‸¹', 'It is so.[@epa-2025]');
    key('It is so.¹‸,²', 'It is so.[@epa-2025]²');
    key('Of ores<sup>‸1</sup>.', 'Of ores[@epa-2025].');
    key('Of ores<sup>2, ‸1</sup>.', 'Of ores<sup>2</sup>[@epa-2025].');
    key('中国占九成【‸1】。', '中国占九成[@epa-2025]。');
    key('中国占九成［2，‸1］。', '中国占九成［2］[@epa-2025]。');
  });

  it('names it in the label and in the words of a link', () => {
    key('It is [so][‸1].', 'It is [so][@epa-2025].');
    key('It is so [‸1](https://a.example/1).', 'It is so [[@epa-2025]](https://a.example/1).');
    key('It is so [[‸1]](https://a.example/1).', 'It is so [[@epa-2025]](https://a.example/1).');
  });

  it('keeps it apart from what would join it', () => {
    key('It is so [‸1][^a].\n\n[^a]: A remark.', 'It is so [@epa-2025] [^a].\n\n[^a]: A remark.');
    key('It is so [‸1][words](https://a.example).', 'It is so [@epa-2025] [words](https://a.example).');
    key('It is thus‸¹(nearly).', 'It is thus[@epa-2025] (nearly).');
    key('It is so!‸¹', 'It is so! [@epa-2025]');
  });

  it('puts a key into braces that could not be read without', () => {
    renamesIn('It is so [‸1].', 'a..b', 'It is so [@{a..b}].');
    renamesIn('It is so [‸1].', "it's", "It is so [@{it's}].");
  });
});

describe('renaming a key to a number', () => {
  it('writes a citation of its own, with the locator', () => {
    renamesIn('It is so [@do‸e].', '9', 'It is so [9].');
    renamesIn('It is so [@do‸e; @usgs].', '9', 'It is so [9][@usgs].');
    renamesIn('It is so [@do‸e, p. 3].', '9', 'It is so [9, p. 3].');
    renamesIn('As @do‸e shows.', '9', 'As [9] shows.');
    renamesIn('中国@do‸e表示。', '9', '中国[9]表示。');
    renamesIn('It is [so][@do‸e].', '9', 'It is [so][9].');
  });

  it('leaves words around it in their place', () => {
    renamesIn('It is so [see @do‸e; @usgs].', '9', 'It is so [see @9; @usgs].');
    renamesIn('It is so [@do‸e, as they said].', '9', 'It is so [@9, as they said].');
    renamesIn('Thus @do‸e(nearly).', '9', 'Thus @9(nearly).');
  });
});

describe('renaming within a form', () => {
  it('replaces a number in any form, and a range by a list', () => {
    renamesIn(
      'It is so [‸1], [1, 7], ［1］, <sup>1</sup>, thus¹.',
      '9',
      'It is so [9], [9, 7], ［9］, <sup>9</sup>, thus⁹.',
    );
    renamesIn('It is so [‸5-7].', '9', 'It is so [9, 6-7].');
    renamesIn('It is so [5–8], as [‸6] says.', '9', 'It is so [5, 9, 7–8], as [9] says.');
    renamesIn('It is so [‸1]–[3].', '9', 'It is so [9][2]–[3].');
    renamesIn('It is thus‸¹.', '1234', 'It is thus[1234].');
  });

  it('replaces a key alone', () => {
    renamesIn(
      'As @do‸e says [see @doe, p. 3; @{doe}] @{doe}x.',
      'epa',
      'As @epa says [see @epa, p. 3; @{epa}] @{epa}x.',
    );
  });

  it('ends a name in a sentence where the next word begins', () => {
    renamesIn('据@郭20‸25认为。', 'guo', '据@guo认为。');
    renamesIn('As @do‸e shows.', 'a/b', 'As @{a/b} shows.');
  });

  it('leaves a key alone that begins with the same letters', () => {
    renames(
      '---\nsources:\n  - id: us‸gs\n  - id: usgs-2024\n---\n\n- [@usgs], @usgs-2024, @usgs.\n',
      'epa',
      '---\nsources:\n  - id: epa\n  - id: usgs-2024\n---\n\n- [@epa], @usgs-2024, @epa.\n',
    );
  });
});

describe('renaming a source where it is declared', () => {
  it('keeps quotation marks, and adds them where YAML needs them', () => {
    renames(
      `---\r\nsources:\r\n  - id: "1"\r\n  - {id: 2}\r\nfigures:\r\n  - id: a\r\n    cites: ['1', 2]\r\n  - id: b\r\n    cites:\r\n      - 1\r\n---\r\n\r\n- [‸1]\r\n`,
      "it's",
      `---\r\nsources:\r\n  - id: "it's"\r\n  - {id: 2}\r\nfigures:\r\n  - id: a\r\n    cites: ['it''s', 2]\r\n  - id: b\r\n    cites:\r\n      - "it's"\r\n---\r\n\r\n- [@{it's}]\r\n`,
    );
  });

  it('reaches a figure in the body', () => {
    renames(
      '- It is so [‸1].\n\n```figure\nid: a\nvalue: 3\ncites: 1\n```\n\n[1]: https://a.example\n',
      'usgs',
      '- It is so [@usgs].\n\n```figure\nid: a\nvalue: 3\ncites: usgs\n```\n\n[@usgs]: https://a.example\n',
    );
  });

  const sources = (before: string, to: string, after: string) =>
    renames(
      `- x [‸2].\n\n## Sources\n\n${before}\n`,
      to,
      `- x ${/^\d/.test(to) ? `[${to}]` : `[@${to}]`}.\n\n## Sources\n\n${after}\n`,
    );

  it('writes the entry of a list in its form', () => {
    sources('- [1] A\n- [2] B', 'usgs', '- [1] A\n- [@usgs] B');
    sources('[1] A\n[2]: B', 'usgs', '[1] A\n[@usgs]: B');
    sources('- **[2]** B', 'usgs', '- [@usgs] B');
    sources('(1) A\n(2) B', 'usgs', '(1) A\n[@usgs] B');
    sources('¹ A\n² B', '9', '¹ A\n⁹ B');
    sources('- [2](https://a.example) B', 'usgs', '- [@usgs](https://a.example) B');
  });

  it('leaves the numbers of an ordered list as they are', () => {
    sources('1. A\n2. B\n3. C', 'usgs', '1. A\n2. [@usgs] B\n3. C');
    sources('1. A\n1. B\n1. C', '9', '1. A\n1. [9] B\n1. C');
  });

  it('gives all lines of a paragraph their brackets, which without only count one by one', () => {
    sources('1、A\n2、B\n3、C', 'usgs', '[1] A\n[@usgs] B\n[3] C');
  });

  it('writes a number into a table, and refuses a key there', () => {
    const table = '| # | |\n|---|---|\n| 2 | B |';
    sources(table, '9', table.replace('2', '9'));
    refuses(
      `- x [‸2].\n\n## Sources\n\n${table}\n`,
      'usgs',
      /^Line 7 declares \[2\] in a form that takes only a number\./,
    );
  });

  it('refuses a key for what only `[1](https://…)` declares', () => {
    refuses('- x [‸1](https://a.example).\n', 'usgs', /Line 1 declares \[1\] .* only a number/);
  });
});

describe('renaming a footnote, a figure and a heading', () => {
  it('changes a footnote, be it a source or a remark', () => {
    renames(
      '- A[^‸1], B[^1], C[1].\n\n[^1]: A remark.\n',
      'note',
      '- A[^note], B[^note], C[1].\n\n[^note]: A remark.\n',
    );
    renames('- A[^a].\n\n[^‸a]: Report, https://a.example\n', '[^b]', '- A[^b].\n\n[^b]: Report, https://a.example\n');
  });

  it('changes a figure in all its uses', () => {
    renames(
      '---\nfigures:\n  - id: sh‸are\n    value: 90%\n  - id: shares\n    value: 5%\n---\n\n- {{share}} [90%]{{share}} {{shares}} @fig:share [@fig:share]\n',
      'part',
      '---\nfigures:\n  - id: part\n    value: 90%\n  - id: shares\n    value: 5%\n---\n\n- {{part}} [90%]{{part}} {{shares}} @fig:part [@fig:part]\n',
    );
    renames(
      '- {{a‸}} @fig:a\n\n```figure\nid: a\nvalue: 1\n```\n',
      'b(c)',
      '- {{b(c)}} @{fig:b(c)}\n\n```figure\nid: b(c)\nvalue: 1\n```\n',
    );
  });

  it('turns links to a heading, and to those whose number changes with it', () => {
    renames(
      '# T\n\n## Key ‸points\n\nSee [a](#key-points) and [b](#key-points-1).\n\n## Key points\n\nx\n',
      'Über uns',
      '# T\n\n## Über uns\n\nSee [a](#über-uns) and [b](#key-points).\n\n## Key points\n\nx\n',
    );
    renames('## A b\n\n[x](#a-‸b)\n', 'C d', '## C d\n\n[x](#c-d)\n');
  });

  it('refuses a heading under which sources would be lost', () => {
    refuses('- x [1]\n\n## Sour‸ces\n\n- [1] A\n', 'Others', /would no longer be sources/);
  });
});

describe('a name that can not be', () => {
  const text = '---\nsources:\n  - id: 1\n  - id: doe\n---\n\n- A [‸1][9], in [2023].\n';

  it('is refused with what is wrong and where', () => {
    refuses(text, 'a b', /^"a b" is not an id\. Use a number or a key such as usgs-2024/);
    refuses(text, '', /is not an id/);
    refuses(text, 'fig:a', /"fig:"/);
    refuses(text, 'a'.repeat(201), /at most 200 characters/);
    refuses(text, 'doe', /^\[@doe\] is already declared, in line 4\. Choose another name\.$/);
    refuses(text, '9', /^\[9\] is already used, in line 7/);
    refuses(text, '2023', /^With the name \[2023\], line 7 would mean something else/);
  });

  it('is refused where a link to a heading that cites would lead nowhere', () => {
    refuses(
      '## A [1]\n\n- B [‸1], [above](#a-1)\n\n[1]: https://a.example\n',
      'doe',
      /line 3 would mean something else/,
    );
  });

  it('may be written with the signs of a citation', () => {
    const after = (name: string) => text.replace('‸', '').replace('id: 1', `id: ${name}`).replace('[1]', `[@${name}]`);
    for (const written of ['epa', '@epa', '[@epa]', ' @{epa} ']) renames(text, written, after('epa'));
  });

  it('changes nothing where it is the same', () => {
    renames(text, '1', text.replace('‸', ''));
  });
});

describe('what can be renamed at a place', () => {
  const renamable = (marked: string) => {
    const { text, cursor } = at(marked);
    const found = renamableAt(parseBrief(text), cursor);
    return found && [text.slice(found.span.start, found.span.end), found.name];
  };

  it('is a name, with its signs where the cursor is on these', () => {
    assert.deepEqual(renamable('It is so [see @do‸e, p. 3].'), ['doe', 'doe']);
    assert.deepEqual(renamable('It is so ‸[1].'), ['[1]', '1']);
    assert.deepEqual(renamable('It is so [1]‸[7].'), ['[7]', '7']);
    assert.deepEqual(renamable('It is so[^‸a].'), ['^a', 'a']);
    assert.deepEqual(renamable('## A b\n\n[x](#a-‸b)'), ['a-b', 'A b']);
  });

  it('is nothing in other text, in code and in half of a bracket', () => {
    assert.equal(renamable('It is ‸so [1].'), null);
    assert.equal(renamable('It is `[‸1]`.'), null);
    assert.equal(renamable('It is so [‸1'), null);
    assert.equal(renamable('It is so [[‸'), null);
    assert.equal(renamable('[x](#nowh‸ere)'), null);
  });
});

describe('a source in a bibliography', () => {
  /** @param at what stands where the source is named */
  const options = (path: string, file: string, id: string, at = id): Given => {
    const start = file.indexOf(at);
    const idSpan = { start, end: start + at.length };
    const span = { start: 0, end: file.length };
    const bare = id.replace(/"/g, '');
    const uri = `file:///${path}`;
    const entry = { id: bare, idSpan, span, uri, declaredIn: 'bibliography' as const, authors: [], quotes: [] };
    return { bibliography: [{ path, uri, text: file, lines: indexLines(file), declarations: [entry], errors: [] }] };
  };
  const elsewhere = (path: string, file: string, id: string, to: string, at = id) => {
    const text = `---\nbibliography: ${path}\n---\n\n- A [@usgs].\n`;
    const found = renameAt(parseBrief(text, options(path, file, id, at)), text.indexOf('usgs'), to);
    assert.ok(found && 'edits' in found, JSON.stringify(found));
    assert.match(applyEdits(text, found.edits), new RegExp(`^- A \\[@?${to}\\]\\.$`, 'm'));
    return found.elsewhere.map((other) => applyEdits(other.text, other.edits)).join();
  };

  it('is renamed there, too, with the entries that refer to it', () => {
    assert.equal(
      elsewhere('a.bib', '@misc{usgs,\n title={T}}\n@misc{b, crossref = {usgs}, xdata={x, usgs}}\n', 'usgs', 'epa'),
      '@misc{epa,\n title={T}}\n@misc{b, crossref = {epa}, xdata={x, epa}}\n',
    );
    assert.equal(elsewhere('a.json', '[{"id": "usgs"}]', '"usgs"', 'epa'), '[{"id": "epa"}]');
    assert.equal(elsewhere('a.yaml', '- id: usgs\n', 'usgs', '9'), '- id: 9\n');
    assert.equal(
      elsewhere('a.ris', 'TY  - BOOK\nID  - usgs\nER  - \n', 'usgs', 'epa'),
      'TY  - BOOK\nID  - epa\nER  - \n',
    );
  });

  it('gets an ID line in RIS where its name comes from its author', () => {
    for (const end of ['\n', '\r\n'])
      assert.equal(
        elsewhere('a.ris', `TY  - BOOK${end}AU  - Usgs${end}ER  - ${end}`, 'usgs', 'epa', 'BOOK'),
        `TY  - BOOK${end}ID  - epa${end}AU  - Usgs${end}ER  - ${end}`,
      );
  });

  it('is not renamed where the file is not at hand, or can not hold the name', () => {
    const given = options('a.bib', '@misc{usgs, title={T}}', 'usgs');
    const text = '---\nbibliography: a.bib\n---\n\n- A [@us‸gs].\n';
    refuses(text, "it's", /^"it's" cannot be a key in "a\.bib"/, given);
    const [{ text: _, ...unread } = { text: '' }] = given.bibliography ?? [];
    const bibliography = 'path' in unread ? [unread] : [];
    refuses(text, 'epa', /^This source is declared in "a\.bib", which cannot be read here\./, { bibliography });
    refuses(text, 'epa', /^\[@usgs\] may be declared in "a\.bib", which is not read here\./);
  });
});
