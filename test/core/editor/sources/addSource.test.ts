import assert from 'node:assert/strict';
import { addSource, applyEdits, parseBrief } from '../../../../src/core';
import { withCursor } from '../../../fixture';

/** What a brief looks like after a source was added, with the words of its title between bars. */
function added(text: string, written: string): string {
  const result = addSource(parseBrief(text), written);
  assert.ok(result.kind === 'added', result.kind);
  assert.equal(applyEdits(text, result.edits), result.text);
  const { start, end } = result.title;
  return `${result.text.slice(0, start)}|${result.text.slice(start, end)}|${result.text.slice(end)}`;
}

const LIST = '---\nsources:\n  - id: 1\n    title: A\n    url: https://a.example/x\n---\n\nIt is 5% [1].\n';
const SECTION = 'It is 5% [1].\n\n## Sources\n\n- [1] A, https://a.example/x\n';

describe('adding a source', () => {
  it('declares it where the brief keeps its sources, with the next number', () => {
    assert.equal(
      added(LIST, ' https://b.example/y?utm_source=z\n'),
      LIST.replace('/x\n', '/x\n  - id: 2\n    title: |Title of the source|\n    url: https://b.example/y\n'),
    );
    assert.equal(added(SECTION, 'Prices of ore'), `${SECTION.trimEnd()}\n- [2] |Prices of ore|\n`);
    assert.equal(added('It is 5%.\n', 'Ore'), 'It is 5%.\n\n## Sources\n\n- [1] |Ore|\n');
  });

  it('leaves the cursor behind the citation where its title is known, else at the title', () => {
    const shown = (marked: string, written: string) => {
      const { text, cursor } = withCursor(marked);
      const result = addSource(parseBrief(text), written, {}, { selection: { start: cursor, end: cursor } });
      assert.ok(result.kind === 'added');
      const { start, end } = result.title;
      return `${result.text.slice(0, start)}|${result.text.slice(start, end)}|${result.text.slice(end)}`;
    };
    assert.equal(
      shown(`${LIST}\nIt fell [|] by half.\n`, 'Ore'),
      `${LIST.replace('/x\n', '/x\n  - id: 2\n    title: Ore\n')}\nIt fell [2]|| by half.\n`,
    );
    assert.equal(
      shown(`It fell [|] by half.\n\n${SECTION}`, 'Ore'),
      `It fell [2]|| by half.\n\n${SECTION.trimEnd()}\n- [2] Ore\n`,
    );
    assert.match(shown(`${LIST}\nIt fell [|] by half.\n`, 'https://b.example/y'), /title: \|Title of the source\|/);
    assert.match(shown(`${LIST}\nIt fell| by half.\n`, 'Ore'), /title: \|Ore\|/);
  });

  it('cites it in an empty bracket around the cursor', () => {
    const cited = (marked: string, written: string) => {
      const { text, cursor } = withCursor(marked);
      const result = addSource(parseBrief(text), written, {}, { selection: { start: cursor, end: cursor } });
      if (result.kind === 'known') return result.cite ? applyEdits(text, [result.cite]) : 'known';
      return result.kind === 'added' ? result.text : result.kind;
    };
    const list = LIST.replace('/x\n', '/x\n  - id: 2\n    title: Ore\n');
    for (const bracket of ['[|]', '[| ]', '[|'])
      assert.equal(cited(`${LIST}\nIt fell ${bracket}`, 'Ore'), `${list}\nIt fell [2]`, bracket);
    assert.equal(cited(`${LIST}\nIt fell [|].\n`, 'https://a.example/x'), `${LIST}\nIt fell [1].\n`);
    assert.equal(cited(`${LIST}\nIt fell |.\n`, 'https://a.example/x'), 'known');
    for (const other of ['It fell [|1].', '- [|] Done', '`[|]`', 'A [|](https://a.example)', 'It fell [| ago].'])
      assert.equal(cited(`${LIST}\n${other}\n`, 'Ore'), `${list}\n${other.replace('|', '')}\n`, other);
  });

  it('makes a key of the site where the brief has keys', () => {
    const keyed = LIST.replace('id: 1', 'id: usgs').replace('[1]', '[@usgs]');
    assert.match(
      added(keyed, 'www.reuters.com/a'),
      /- id: reuters\n {4}title: \|Title of the source\|\n {4}url: https:\/\/www\.reuters\.com\/a\n/,
    );
    assert.match(added(keyed, 'https://pubs.usgs.gov/a'), /- id: usgs-2\n/);
  });

  it('makes a key where only keys are cited, and nothing is declared yet', () => {
    assert.match(added('- It rose [@usgs-2024].\n', 'Ore'), /- id: source\n {4}title: \|Ore\|\n/);
  });

  it('reads a DOI as an address, and quotes a title that YAML would read otherwise', () => {
    assert.match(added(LIST, 'doi:10.3133/mcs2024'), /url: https:\/\/doi\.org\/10\.3133\/mcs2024\n/);
    assert.match(added(LIST, 'Ore: "a primer"'), /title: "?\|Ore: /);
  });

  it('names the source that has the address already', () => {
    const known = addSource(parseBrief(LIST), 'http://a.example/x/#part');
    assert.deepEqual(known, { kind: 'known', citation: '[1]', span: { start: 21, end: 22 }, cite: null });
  });

  it('says where nothing would be read as a source', () => {
    assert.deepEqual(addSource(parseBrief('It is 5%.\n\n```\ncode\n'), 'Ore'), { kind: 'no place' });
  });
});
