import assert from 'node:assert/strict';
import { parseBrief, parseChanged } from '../../../src/core';
import { layoutOf } from '../../../src/core/brief/blocks/layout';
import { sourceListsOf } from '../../../src/core/brief/queries/sourceLists';

const cited = (text: string) => parseBrief(text).citations.map(({ items }) => items.map(({ id }) => id).join(' '));
const urls = (text: string) => parseBrief(text).sources.map(({ id, url }) => `${id} ${url?.value ?? ''}`);
const works = (text: string) => parseBrief(text).works.map(({ url }) => url?.value);
const knownBy = (text: string) => sourceListsOf(parseBrief(text)).map((list) => list.knownBy);

describe('A list of sources that no words announce', () => {
  it('is known by its numbers in brackets, wherever it stands', () => {
    const text =
      'Tin rose [1]. Ore fell [2].\n\n[1] <https://a.example/tin>\n[2] <https://a.example/ore>\n\n## Outlook\n\nBoth will rise [2].\n';
    assert.deepEqual(urls(text), ['1 https://a.example/tin', '2 https://a.example/ore']);
    assert.deepEqual(cited(text), ['1', '2', '2']);
    assert.deepEqual(knownBy(text), ['numbers']);
  });

  it('may have entries without an address, if they go on counting', () => {
    const text =
      'Tin rose [1]. Ore fell [2, 4].\n\n[1] A. Roe and B. Lund. Tin and its prices. Ore Press, 1998.\n\n[2] The ore yearbook.\n\n[3] Price list. https://a.example/prices\n\n[4]- Talk with [Bo Lund](./lund.md).\n\n[5] Wages, 2019. https://a.example/wages\n';
    assert.deepEqual(
      parseBrief(text).sources.map(({ id }) => id),
      ['1', '2', '3', '4', '5'],
    );
    assert.deepEqual(cited(text), ['1', '2 4']);
    assert.deepEqual(knownBy(text), ['numbers']);
  });

  it('may have entries in the form of link definitions, whatever they say', () => {
    const text =
      'Tin rose [1]. Ore fell [2].\n\n# Notes\n\n[1]: https://a.example/tin\n\n[2]: After the survey of the mines\n\n[3]: https://a.example/ore\n\n[4]: Without the upper valley\n';
    assert.deepEqual(
      parseBrief(text)
        .sources.map(({ id }) => id)
        .toSorted(),
      ['1', '2', '3', '4'],
    );
  });

  it('has notes in Chinese that look like addresses, as nothing in them is a space', () => {
    const text = '锡价上涨 [1]。\n\n# 注释\n\n[1]: https://a.example/tin\n\n[2]: 这是说明，不是地址。\n\n[3]: 矿场\n';
    const [paragraph, heading, definition, note, place] = layoutOf(parseBrief(text));
    assert.deepEqual(
      [paragraph, heading, definition, note, place].map((block) => block?.kind),
      ['paragraph', 'heading', 'definition', 'paragraph', 'definition'],
    );
  });

  it('may have many entries in one paragraph, of which most name works', () => {
    const entries = ['Roe A, Lund B. Tin and its prices[J]. Ore, 1998, 2(1): 3-5.', 'The ore yearbook.'];
    const lines = Array.from({ length: 12 }, (_, i) => `[${i + 1}]\t${entries[i % 3 === 2 ? 1 : 0]}\n`).join('');
    const text = `Tin rose [1]. Ore fell [12].\n\n${lines}`;
    assert.equal(parseBrief(text).sources.length, 12);
    assert.deepEqual(cited(text), ['1', '12']);
    assert.deepEqual(knownBy(text), ['numbers']);
  });

  it('is none if its entries only count', () => {
    assert.deepEqual(knownBy('Steps:\n\n[1] Open the mine.\n[2] Close the gate.\n[3] Go home.\n'), []);
    assert.deepEqual(knownBy('Steps:\n\n[1] Open the mine.\n\n[2] Close the gate.\n\n[3] Go home.\n'), []);
  });

  it('is known by numbers that are links', () => {
    const text =
      'Tin rose [\\[1\\]](https://a.example/tin#:~:text=rose), ore fell [\\[3\\]](https://a.example/ore).\n\n[\\[1\\]](https://a.example/tin#:~:text=rose) [\\[2\\]](https://a.example/tin#:~:text=fell) Tin yearbook\n\n<https://a.example/tin>\n\n[\\[3\\]](https://a.example/ore) Ore yearbook\n\n<https://a.example/ore>\n';
    assert.deepEqual(cited(text), ['1', '3']);
    assert.deepEqual(
      parseBrief(text).sources.map(({ id, title }) => `${id} ${title?.value}`),
      ['1 Tin yearbook', '3 Ore yearbook'],
    );
  });

  it('ends the document, under a heading in any words', () => {
    const text =
      'Tin rose by 4 percent.\n\n## Where we looked\n\n- [Tin yearbook](https://a.example/tin)\n- [Ore yearbook](https://a.example/ore)\n- [Price list](https://a.example/prices)\n';
    assert.deepEqual(works(text), ['https://a.example/tin', 'https://a.example/ore', 'https://a.example/prices']);
    assert.deepEqual(knownBy(text), ['end']);
  });

  it('stays one while an entry is begun between others', () => {
    const works = ['1. Tin yearbook, https://a.example/tin', '2. ', '3. Ore yearbook, https://a.example/ore'];
    const text = `Tin rose [1].\n\n## Where we looked\n\n${works.join('\n')}\n4. Prices, https://a.example/p\n`;
    assert.deepEqual(knownBy(text), ['end']);
  });

  it('is none where a text stands behind it, or where its items are claims', () => {
    const links =
      '- [Tin yearbook](https://a.example/tin)\n- [Ore yearbook](https://a.example/ore)\n- [Prices](https://a.example/p)\n';
    assert.deepEqual(knownBy(`Tin rose.\n\n## Tools\n\n${links}\nAll three are free.\n`), []);
    const claims =
      '- Tin rose by 4 percent in 2023, [as the yearbook says](https://a.example/tin). Nobody had expected that.\n'.repeat(
        3,
      );
    assert.deepEqual(knownBy(`Tin rose.\n\n## Findings\n\n${claims}`), []);
  });

  it('is none in a digest, which is lists of links', () => {
    const links = (of: string) => [1, 2, 3].map((n) => `- [Page ${n}](https://${of}.example/${n})\n`).join('');
    const text = `A week in metals.\n\n## Tin\n\n${links('tin')}\n## Ore\n\n${links('ore')}`;
    assert.deepEqual(knownBy(text), []);
  });

  it('ends and begins again as texts are written below it, and taken away', () => {
    const head = '# T\n\nTin rose.\n\n## Long references for builders\n\n- Tin: https://a.example/tin\n';
    const one = parseBrief(head);
    const two = parseChanged(one, `${head}\nBuild with brick.\n\nAsk for more.\n`);
    assert.deepEqual(
      [one, two, parseChanged(two, head)].map(({ works }) => works.length),
      [1, 0, 1],
    );
  });

  it('is one with remarks behind it', () => {
    const works = '- Tin: https://a.example/tin\n- Ore: https://a.example/ore\n- Zinc: https://a.example/zinc\n';
    const text = `Tin rose.\n\n## Long references for builders\n\n${works}\n---\n\nIn short, build with brick.\n\nAsk for more.\n`;
    assert.equal(urls(text).length + parseBrief(text).works.length, 3);
  });

  it('is none where one line begins with a number', () => {
    assert.deepEqual(knownBy('Tin rose [1].\n\n[1] https://a.example/tin says so.\n'), []);
  });
});

describe('A list of sources under a heading', () => {
  it('is one in spite of an odd entry', () => {
    const entries = [1, 2, 3, 4].map((n) => `${n}. Page ${n}, https://a.example/${n}\n`).join('');
    const odd = `5. ${'Tin and ore and lead and zinc went up '.repeat(8)}, says https://a.example/5\n`;
    const text = `Tin rose.4 Ore fell.5\n\n## All references of this text\n\n${entries}${odd}`;
    assert.deepEqual(cited(text), ['4', '5']);
  });

  it('is one below labels and lower headings', () => {
    const lists =
      '**Offices**\n- https://a.example/tin — the yearbook\n- https://a.example/ore — prices\n\n### Others\n\n- https://b.example/zinc — a study\n';
    const text = `Tin rose.\n\n## Final bibliography of addresses\n\n${lists}\n## Outlook\n\nIt will rise.\n`;
    assert.deepEqual(works(text), ['https://a.example/tin', 'https://a.example/ore', 'https://b.example/zinc']);
  });

  it('is none where the texts below the links say more than they name', () => {
    const note = (name: string) =>
      `### ${name}\n\nSee [its page](https://a.example/${name})\n\nIt shows how kilns are built.\n\n**3 key steps:**\n1. **Plan:** draw it\n2. **Dig:** clear the ground\n3. **Fire:** heat it for a day\n\n`;
    const text = `Tin rose.\n\n## Long references for builders\n\n${note('one')}${note('two')}`;
    assert.deepEqual(works(text), []);
    assert.deepEqual(urls(text), []);
    assert.deepEqual(knownBy(text), []);
  });
});

describe('A list of sources without numbers', () => {
  const PASTED =
    'Tin rose by 4 percent.1 Ore fell.2 Both will rise.3\nWorks cited\nTin yearbook - Quay, accessed May 2, 2026, https://a.example/tin\nOre yearbook - Quay, accessed May 2, 2026, https://a.example/ore\nOutlook - Quay, accessed May 2, 2026, https://a.example/outlook\n';

  it('is cited by the places of its entries, under a line of plain words', () => {
    assert.deepEqual(cited(PASTED), ['1', '2', '3']);
    assert.deepEqual(urls(PASTED), [
      '1 https://a.example/tin',
      '2 https://a.example/ore',
      '3 https://a.example/outlook',
    ]);
    assert.deepEqual(
      parseBrief(PASTED).sources.map(({ title, accessed }) => `${title?.value} ${accessed?.value}`),
      ['Tin yearbook 2026-05-02', 'Ore yearbook 2026-05-02', 'Outlook 2026-05-02'],
    );
    assert.deepEqual(knownBy(PASTED), ['line']);
  });

  it('has no numbers where the text cites few of its works, or other numbers', () => {
    assert.deepEqual(urls(PASTED.replace('.2', '.').replace('.3', '.')), []);
    assert.deepEqual(urls(PASTED.replace('.1 ', '.11 ').replace('.2 ', '.12 ')), []);
  });

  it('begins at such words only where an address or its first number follows', () => {
    assert.deepEqual(knownBy('Tin rose.\nWorks cited\nby this author are few.\n'), []);
    assert.deepEqual(knownBy('Tin rose.\n\nWorks cited\n\nTin [1] and ore [2] are few.\n'), []);
  });
});

describe('A printed list of sources under a line of plain words', () => {
  const ENTRIES = 'Ann Roe. Tin. Ore Press, 1998.\n[2]\tBo Lund. Ore. Quay, 2004.\n';

  for (const [where, text] of [
    ['in the paragraph', `References\n[1]\t${ENTRIES}`],
    ['behind a blank line', `References\n\n[1]\t${ENTRIES}`],
    ['at the end of a text', `So it went.\n参考文献\n[1]\t${ENTRIES}`],
    ['as a list', `References\n\n1. Roe, A. (1998). Tin. Ore Press.\n2. Lund, B. (2004). Ore. Quay.\n`],
  ])
    it(`is one ${where}`, () => {
      const brief = parseBrief(`Tin rose [1]. Ore fell [2].\n\n${text}`);
      assert.deepEqual(
        brief.sources.map(({ id }) => id),
        ['1', '2'],
      );
      assert.equal(brief.citations.length, 2);
    });

  for (const heading of ['*References*', '<h2 id="r">References</h2>', '<details>\n<summary>References</summary>'])
    it(`is one under ${heading}`, () => {
      const text = `Tin rose [1]. Ore fell [2].\n\n${heading}\n\n1. Tin, https://a.example/tin\n2. Ore, https://a.example/ore\n\n</details>\n\nBoth of them will rise again in spring.\n`;
      assert.deepEqual(urls(text), ['1 https://a.example/tin', '2 https://a.example/ore']);
      assert.deepEqual(cited(text), ['1', '2']);
      assert.deepEqual(knownBy(text), ['line']);
    });

  it('is none under such a heading without a list, or under other words', () => {
    assert.deepEqual(knownBy('Tin rose.\n\n<h2>References</h2>\n\nThey were lost in the fire of 1998.\n'), []);
    const list = '\n\n1. Tin, https://a.example/tin\n2. Ore, https://a.example/ore\n\nBoth of them will rise again.\n';
    assert.deepEqual(knownBy(`Tin rose.\n\n<summary>References to the king</summary>${list}`), []);
  });

  it('is none without numbers of entries', () => {
    assert.deepEqual(knownBy('Tin rose.\n\nReferences\n\n1. Open the mine.\n2. Close the gate.\n'), []);
  });
});

describe('A number in the text', () => {
  it('cites the footnote with this label where no entry has the number', () => {
    const text = 'Tin rose [1], ore fell [2].\n\n[^1]: https://a.example/tin\n[^2]: https://a.example/ore\n';
    assert.deepEqual(cited(text), ['^1', '^2']);
  });

  it('cites the entry with the number of a footnote that has no text', () => {
    const list = '\n\n## Sources\n\n1. Tin, https://a.example/tin\n2. Ore, https://a.example/ore\n';
    assert.deepEqual(cited(`Tin rose.[^1] Ore fell.[^2] Lead stayed.[^3]${list}`), ['1', '2', '^3']);
    assert.deepEqual(cited(`Tin rose.[^1] Ore fell.[^2]${list}\n[^1]: As far as we know.\n`), ['', '2']);
  });

  it('with an address cites the source with that address, whatever the list has for the number', () => {
    const text =
      'Tin rose [[1]](https://a.example/ore). Ore fell [1](https://a.example/tin). Zinc stayed [2](https://c.example/zinc).\n\n## Sources\n\n1. Tin yearbook, https://a.example/tin\n2. Ore yearbook, https://www.a.example/ore/\n';
    assert.deepEqual(cited(text), ['2', '1', '2b']);
    assert.deepEqual(urls(text), [
      '1 https://a.example/tin',
      '2 https://www.a.example/ore/',
      '2b https://c.example/zinc',
    ]);
  });

  it('with an address gives it to an entry that has none', () => {
    const text = 'Tin rose [1](https://a.example/tin).\n\n## Sources\n\n1. Tin yearbook\n';
    assert.deepEqual(urls(text), ['1 https://a.example/tin']);
  });

  it('with two addresses cites two sources', () => {
    const text =
      'Tin rose [1](https://a.example/tin). Ore fell [1](https://a.example/ore), tin rose [1](https://a.example/tin).\n';
    assert.deepEqual(cited(text), ['1', '1b', '1']);
  });
});
