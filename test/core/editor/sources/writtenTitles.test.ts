import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { addSource, applyEdits, importText, parseBrief, workspaceOf } from '../../../../src/core';
import { readSourceFile } from '../../../../src/core/brief/library/readSourceFile';
import { moveSources } from '../../../../src/core/editor/sources/moveSources';
import { configFile } from '../../brief/config/configFile';
import { libraryOf } from '../../brief/library/library';

/** Titles that mean something else in YAML, or nothing, unless they are quoted. */
const TITLES = [
  'Rare earths: who refines them',
  'Ends with a colon:',
  'The "great" magnet race',
  '"Quoted" at its start',
  "Ada's 'own' report",
  "'Tis the season",
  'A backslash \\ in C:\\data',
  'Both "quotes" and \'those\' and \\',
  'Issue #4',
  '# 4 of ore',
  'Ore #4',
  '- a dash first',
  '-5% a year',
  '? and why',
  ': colon first',
  '[draft] Ore',
  '{{share}} of ore',
  'Ore, tin, and lead',
  '*Ore* and tin',
  '&c',
  '!important',
  '%5 of ore',
  '@ore',
  '`ore`',
  '| ore',
  '> ore',
  'null',
  'yes',
  '~',
  '---',
  '...',
  '2024',
  '1.10',
  '稀土：谁在精炼',
];

const LIST = '---\ntitle: T\nsources:\n  - id: 1\n    title: A\n    url: https://a.example/x\n---\n\nIt is 5% [1].\n';
const PLACES = {
  'a list': LIST,
  'a list with double quotes': LIST.replace('title: A', 'title: "A"'),
  'a list with single quotes': LIST.replace('title: A', "title: 'A'"),
  'a list in flow style': '---\nsources:\n  - { id: 1, title: A, url: "https://a.example/x" }\n---\n\nIt is 5% [1].\n',
  'no front matter': 'It is 5% [@a].\n',
};

function assertTitle(text: string, title: string): void {
  const brief = parseBrief(text);
  assert.deepEqual(brief.frontMatter?.errors ?? [], [], text);
  assert.ok(
    brief.sources.some((source) => source.title?.value === title),
    text,
  );
  const yaml = /^---\n([\s\S]*?)^---$/m.exec(text)?.[1];
  if (yaml !== undefined) assert.doesNotThrow(() => parse(yaml), text);
}

describe('A title that YAML would read otherwise', () => {
  for (const [place, text] of Object.entries(PLACES))
    it(`stays what it is when its source is added to ${place}`, () => {
      for (const title of TITLES) {
        const added = addSource(parseBrief(text), '', { title, url: 'https://b.example/y' });
        assert.ok(added.kind === 'added', title);
        assertTitle(added.text, title);
      }
    });

  it('stays what it is in the file of a library', () => {
    const workspace = workspaceOf({ ...configFile('sources: sources/\n'), folder: libraryOf({}) });
    for (const title of TITLES) {
      const added = addSource(parseBrief('# Ore\n\n- It rose.\n', { workspace }), '', { title });
      assert.ok(added.kind === 'added' && added.file, title);
      const read = readSourceFile(added.file.text, 'x.yaml');
      assert.deepEqual([read?.declaration?.title?.value, read?.errors], [title, []]);
      assert.doesNotThrow(() => parse(added.file?.text ?? ''));
    }
  });

  it('stays what it is when its source moves to the front matter', () => {
    for (const title of TITLES) {
      const text = `It is 5% [1].\n\n## Sources\n\n- [1] [${title.replace(/[[\]\\`*{}]/g, '\\$&')}](https://a.example/x)\n`;
      const edits = moveSources(parseBrief(text), 'front matter');
      const read = parseBrief(text).sources[0]?.title?.value;
      if (edits && read) assertTitle(applyEdits(text, edits), read);
    }
  });

  it('stays what it is in a text that is imported', () => {
    for (const title of TITLES.filter((each) => /^\p{L}/u.test(each))) {
      const imported = importText(`Title: ${title}\nAuthor: Ada Sample\nDate: 2024-05-01\n\nIt is 5%.\n`);
      const brief = parseBrief(imported);
      assert.deepEqual(brief.frontMatter?.errors ?? [], [], imported);
      assert.equal(brief.title?.value.replace(/[*`]/g, ''), title.replace(/[*`]/g, ''), imported);
    }
  });
});

describe('A title in double quotes', () => {
  const mended = (line: string) => {
    const text = `---\n${line}\n---\n\nIt is 5%.\n`;
    const brief = parseBrief(text);
    const [error] = brief.frontMatter?.errors ?? [];
    assert.ok(error?.quote, `${line} can be mended`);
    return parseBrief(applyEdits(text, [error.quote])).title?.value;
  };

  it('with quotation marks typed into it is mended to what it says', () => {
    assert.equal(mended('title: "The "great" magnet race"'), 'The "great" magnet race');
    assert.equal(mended('title: ""Ore" and tin"'), '"Ore" and tin');
    assert.equal(mended(`title: "Ada's "own" report"`), `Ada's "own" report`);
    assert.equal(mended(`title: 'Ada's report'`), "Ada's report");
  });

  it('with a backslash typed into it is mended to what it says', () => {
    assert.equal(mended('title: "The AC\\DC converter"'), 'The AC\\DC converter');
    assert.equal(mended('title: "A folder C:\\projects and "more""'), 'A folder C:\\projects and "more"');
  });

  it('and text behind it keeps its quotation marks', () => {
    assert.equal(mended('title: "Ore" and tin'), '"Ore" and tin');
    assert.equal(mended('title: "Ore" and "tin"'), '"Ore" and "tin"');
  });
});
