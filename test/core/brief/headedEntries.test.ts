import assert from 'node:assert/strict';
import { checkBrief, parseBrief, parseChanged } from '../../../src/core';
import { applyEdits } from '../../../src/core/base/text';
import { sourcesAndWorks } from '../../../src/core/brief/queries/citedSources';
import { declareInSection } from '../../../src/core/rules/fixes/declareSource';

/** What a text lists: `1 Title <address>`, works without a number as `- Title <address>`. */
function listed(text: string): string[] {
  return sourcesAndWorks(parseBrief(text)).map(({ id, title, url }) =>
    [/^\d+$/.test(id) ? id : '-', title?.value, url && `<${url.value}>`].filter(Boolean).join(' '),
  );
}

const report = (list: string, heading = '## Sources') => `# Ore\n\nIt rose [1] and fell [2].\n\n${heading}\n\n${list}`;
const TWO = ['1 Ore in brief <https://a.example/ore>', '2 Kilns <https://b.example/kilns>'];
const fields = (host: string, page: string) =>
  `- **URL**: https://${host}.example/${page}\n- **Accessed**: 2026-02-01\n`;
const A = fields('a', 'ore');
const B = fields('b', 'kilns');

describe('An entry that is a heading with fields below it', () => {
  const forms: readonly (readonly [string, string, string])[] = [
    ['a number', '### 1. Ore in brief', '### 2. Kilns'],
    ['a number in brackets', '#### [1] Ore in brief', '#### [2] Kilns'],
    ['a number behind a word', '### Source 1: Ore in brief', '### Source 2: Kilns'],
    ['a number in a bold line', '**1. Ore in brief**', '**2. Kilns**'],
    ['a number behind a word in a bold line', '**Source 1: Ore in brief**', '**Source 2: Kilns**'],
    ['a number of an item that the fields do not belong to', '1. **Ore in brief**', '2. **Kilns**'],
  ];
  for (const [name, one, other] of forms)
    it(`is one source with the title of the heading: ${name}`, () => {
      assert.deepEqual(listed(report(`${one}\n\n${A}\n${other}\n\n${B}`)), TWO);
      assert.deepEqual(listed(report(`${one}\n${A}\n${other}\n${B}`)), TWO);
    });

  it('may have its fields in lines, in a table, in an item and in another language', () => {
    const lines = (url: string) => `**URL:** ${url}\n**Accessed:** 2026-02-01\n`;
    const rows = (url: string) => `| Field | Value |\n| --- | --- |\n| Type | Study |\n| URL | ${url} |\n`;
    const german = (url: string) => `* **Link:** [Zur Seite](${url})\n* **Abgerufen am:** 1. Februar 2026\n`;
    for (const form of [lines, rows, german])
      assert.deepEqual(
        listed(
          report(
            `### 1. Ore in brief\n\n${form('https://a.example/ore')}\n### 2. Kilns\n\n${form('https://b.example/kilns')}`,
          ),
        ),
        TWO,
      );
    const items = '- **Ore in brief**\n  - URL: https://a.example/ore\n  - Accessed: 2026-02-01\n';
    assert.deepEqual(listed(report(items)), ['- Ore in brief <https://a.example/ore>']);
    const wrapped = '1. Ore in brief\n   URL: https://a.example/ore\n   Accessed: 2026-02-01\n';
    assert.deepEqual(listed(report(wrapped)), ['1 Ore in brief <https://a.example/ore>']);
    const chinese = '### 1. 锡矿概况\n\n- **链接**：https://a.example/ore\n- **访问日期**：2026-02-01\n';
    assert.deepEqual(listed(report(chinese, '## 参考来源')), ['1 锡矿概况 <https://a.example/ore>']);
  });

  it('needs no number, and has its place as a number where the text cites by places', () => {
    const three = `### Ore in brief\n${A}\n### Kilns\n${B}\n### Pits\n${fields('c', 'pits')}`;
    assert.deepEqual(listed(report(three)), [...TWO, '3 Pits <https://c.example/pits>']);
  });

  it('has the date of access of its fields, and shows the other fields', () => {
    const text = report(`### 1. Ore in brief\n\n${A}- **Kind**: Study\n\n### 2. Kilns\n\n${B}`);
    const [first] = parseBrief(text).sources;
    assert.equal(first?.accessed?.value, '2026-02-01');
    assert.deepEqual(
      first?.declarations[0]?.besides?.map(({ value }) => value),
      ['**Kind**: Study'],
    );
  });

  it('takes its title from a field if the heading has no words', () => {
    const entry = (id: number, title: string, url: string) =>
      `### Source ${id}\n\n- Title: ${title}\n- URL: ${url}\n\n`;
    const list = entry(1, 'Ore in brief', 'https://a.example/ore') + entry(2, 'Kilns', 'https://b.example/kilns');
    assert.deepEqual(listed(report(list)), TWO);
  });

  it('is one with a number in brackets whatever stands below', () => {
    const list =
      '### [1] [Ore in brief](https://a.example/ore)\n\nIt counts all pits of 2024, as of May.\n\n### [2] Kilns\n\nKiln Board, 2024. https://b.example/kilns\n';
    assert.deepEqual(listed(report(list)), TWO);
  });

  it('is none over a list of works', () => {
    const works = '- [Ore in brief](https://a.example/ore)\n- [Kilns](https://b.example/kilns)\n';
    assert.deepEqual(listed(report(`### 1. Studies\n\n${works}`)), [
      '- Ore in brief <https://a.example/ore>',
      '- Kilns <https://b.example/kilns>',
    ]);
    const labelled = '- Ore Office: https://a.example/ore\n- Kiln Board: https://b.example/kilns\n';
    assert.equal(listed(report(`### 1. Offices\n\n${labelled}`)).length, 2);
  });

  it('is none over other entries', () => {
    const list = '### 1. Studies\n\n[1] Ore in brief. https://a.example/ore\n\n[2] Kilns. https://b.example/kilns\n';
    assert.deepEqual(listed(report(list)), TWO);
  });

  it('is read below a heading whose words are about sources', () => {
    assert.deepEqual(listed(report(`### 1. Ore in brief\n\n${A}\n### 2. Kilns\n\n${B}`, '## Source details')), TWO);
  });

  it('leaves no citation to another source, and no problem', () => {
    const brief = parseBrief(report(`### 1. Ore in brief\n\n${A}\n### 2. Kilns\n\n${B}`));
    assert.deepEqual(
      brief.citations.flatMap(({ items }) => items.map(({ id }) => id)),
      ['1', '2'],
    );
    assert.deepEqual(
      checkBrief(brief).map(({ rule }) => rule),
      [],
    );
  });

  it('is followed by a new source in the same form', () => {
    for (const [one, other, added] of [
      ['### 1. Ore in brief', '### 2. Kilns', '\n\n### [3] Pits'],
      ['**1. Ore in brief**', '**2. Kilns**', '\n\n[3] Pits'],
    ] as const) {
      const text = report(`${one}\n\n${A}\n${other}\n\n${B}`);
      const edit = declareInSection(parseBrief(text), { id: '3', title: 'Pits', url: 'https://c.example/pits' });
      const after = applyEdits(text, edit ? [edit] : []);
      assert.ok(after.includes(added), after);
      assert.deepEqual(listed(after), [...TWO, '3 Pits <https://c.example/pits>']);
    }
  });

  it('is the same after an edit as when it is read anew', () => {
    const before = report(`### 1. Ore in brief\n\n${A}\n### 2. Kiln\n\n${B}`);
    const at = before.indexOf('Kiln') + 4;
    const changed = parseChanged(parseBrief(before), `${before.slice(0, at)}s${before.slice(at)}`);
    assert.equal(changed.sources[1]?.title?.value, 'Kilns');
    const gone = before.indexOf('- **URL**: https://b');
    const without = parseChanged(parseBrief(before), before.slice(0, gone));
    assert.deepEqual(
      without.sources.map(({ id }) => id),
      parseBrief(before.slice(0, gone)).sources.map(({ id }) => id),
    );
  });
});
