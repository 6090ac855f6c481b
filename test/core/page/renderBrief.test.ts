import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { renderBrief } from '../../../src/core/page/renderBrief';
import { chipsOf, wordsOf } from './html';

const render = (text: string): string => renderBrief(parseBrief(text));

/** The element that starts with `opening`, up to the first end tag of its name. */
function element(html: string, opening: string): string {
  const start = html.indexOf(opening);
  assert.notEqual(start, -1, `${opening} in ${html}`);
  const name = /^<(\w+)/.exec(opening)?.[1] ?? '';
  return html.slice(start, html.indexOf(`</${name}>`, start) + name.length + 3);
}

const SOURCES = `## Sources

- [1] [Minerals 2025](https://usgs.example/mcs), USGS
- [2] Energy review https://doe.example/review
`;

describe('renderBrief: the head', () => {
  const html = render(`---
title: Rare *earths* & magnets
subtitle: A primer
publisher: Field Notes
url: https://notes.example
authors: [A. Reader, B. Writer]
published: 2025-08-06T03:21
tags: [supply, trade]
summary: Refining is the **bottleneck** [1].
sources: [{ id: 1, title: Minerals, publisher: USGS }]
---
- China refines 90% of them [1].
- Others will need ten years and $20 billion for it.
- They will not have it by 2030. [own]
`);

  it('shows title, subtitle, publisher, authors and tags', () => {
    assert.equal(element(html, '<h1'), '<h1 data-line="1">Rare *earths* &amp; magnets</h1>');
    const words = wordsOf(html);
    for (const text of ['A primer', 'A. Reader, B. Writer', 'supply', 'trade']) assert.ok(words.includes(text), text);
    assert.match(
      html,
      /<a class="publisher" href="https:\/\/notes\.example" rel="noopener noreferrer">Field Notes<\/a>/,
    );
  });
  it('writes the date in the language of the brief', () => {
    assert.match(html, /<time datetime="2025-08-06T03:21">6 August 2025.* 03:21<\/time>/);
  });
  it('renders the summary as Markdown, with its citations', () => {
    assert.match(
      html,
      /<div class="summary"[^>]*><p>Refining is the <strong>bottleneck<\/strong>\u00a0<a class="chip"/,
    );
  });
  it('says how many insights are cited', () => {
    assert.ok(wordsOf(html).includes('1 of 2 insights cited'));
    assert.match(html, /<rect class="meter-value" width="50"/);
  });
  it('counts no insight as cited whose sources are empty or not declared', () => {
    const text = '- Output rose by 4 % in 2024 [5].\n- It fell by 3 % in 2023 [99].\n\n## Sources\n\n- [5]\n';
    assert.ok(wordsOf(render(text)).includes('0 of 2 insights cited'));
  });
  it('marks and counts as uncited whatever its words count as not cited', () => {
    const text =
      '- Output rose by 4 % in 2024 [5].\n- It fell by 3 % in 2023 [99].\n- It fell by 2 % in 2022 [?].\n- It fell by 1 % in 2021 [6].\n\n## Sources\n\n- [5]\n- [6] Ore, https://ore.example\n';
    const page = renderBrief(parseBrief(text), { evidence: 'on-demand' });
    assert.ok(wordsOf(page).includes('1 of 4 insights cited'));
    assert.match(page, /data-filter="uncited"[^>]*>Uncited</, 'the head counts them');
    assert.equal(page.match(/class="insight uncited"/g)?.length, 3);
    const listed =
      '---\nsources:\n  - { id: 1, title: Ore }\n---\n\n- It fell by 9 % in 2020 [7].\n- It rose by 8 % in 2021.\n';
    const marked = renderBrief(parseBrief(listed), { evidence: 'on-demand' });
    assert.equal(marked.match(/class="insight uncited"/g)?.length, 2);
    assert.equal(marked.match(/tag-missing/g)?.length, 1, 'the chip of [7] says so itself');
  });
  it('fills the bar of what was found by what could be checked', () => {
    const text =
      '---\nsources:\n  - { id: 1, title: Ore, quote: Output of ore rose by 4 % in Chile. }\n  - { id: 2, title: Prices }\n---\n\n- Output of ore in Chile rose by 4 % [1].\n- Prices fell by 7 % [2].\n- Prices fell by 8 % in 2021 [2].\n';
    const page = renderBrief(parseBrief(text), { evidence: 'on-demand' });
    assert.ok(wordsOf(page).includes('1 of 1 number or quotation found'));
    assert.equal(page.match(/class="meter-value" width="100"/g)?.length, 2);
  });
  it('takes the first heading as the title and does not repeat it', () => {
    const text = render('# The **one** title [1]\n\n## A section\n\nWords.\n');
    assert.equal(text.match(/<h1/g)?.length, 1);
    assert.ok(element(text, '<h1').includes('<strong>one</strong>'));
    assert.equal(text.match(/one<\/strong> title/g)?.length, 1);
  });
  it('moves headings down where the front matter has the title and sections have level 1', () => {
    const text = render('---\ntitle: Title\n---\n# First\n\nWords.\n\n## Below\n\nWords.\n');
    assert.ok(text.includes('>First</h2>') && text.includes('>Below</h3>'));
  });
  it('says what to write where there is nothing', () => {
    for (const text of ['', ' \n\n']) assert.match(render(text), /<div class="empty"><h1>Nothing here yet<\/h1>/);
  });
});

describe('renderBrief: language', () => {
  it('names language and direction', () => {
    assert.match(render('---\nlanguage: ar\n---\nنص'), /^<article class="brief" lang="ar" dir="rtl"/);
  });
  it('adds its words in the language of the brief', () => {
    const html = render('# 稀土\n\n- 中国占全球稀土冶炼分离能力的90%。\n\n## 来源\n\n- [1] 年报\n');
    assert.ok(wordsOf(html).includes('无来源') && wordsOf(html).includes('未引用'));
  });
  it('puts no space for a line break between Chinese characters', () => {
    assert.ok(render('中国对稀土\n进行了投入').includes('中国对稀土进行了投入'));
    assert.ok(render('rare\nearths').includes('rare\nearths'));
  });
});

describe('renderBrief: citations', () => {
  it('become chips that lead to their source', () => {
    const html = render(`- China refines 90% [1][2].\n\n${SOURCES}`);
    assert.match(
      html,
      /90%\u00a0<a class="chip" id="cite-1-[a-z0-9]+" href="#source-1"[^>]*>1<\/a><a class="chip" id="cite-2-[a-z0-9]+" href="#source-2"[^>]*>2<\/a>\./,
    );
    assert.match(html, /aria-label="Source 1"/);
  });
  it('of unknown sources are marked as broken and lead nowhere', () => {
    const html = render(`- China refines 90% [9].\n\n${SOURCES}`);
    assert.match(html, /<span class="chip chip-broken" title="Unknown source: 9" data-source="9">/);
    assert.ok(!html.includes('#source-9'));
  });
  it('have an anchor that stays when other text changes', () => {
    const anchors = (text: string) => [...render(text).matchAll(/ id="(cite-[^"]*)"/g)].map((match) => match[1]);
    const [first, second] = anchors(`- One of 5 [1].\n- Two of 6 [1].\n\n${SOURCES}`);
    assert.deepEqual(anchors(`- New of 4 [1].\n- One of 5 [1].\n- Two of 6 [1].\n\n${SOURCES}`).slice(1), [
      first,
      second,
    ]);
  });
  it('become chips in one piece, unless a key is too long for that', () => {
    const long = 'a-very-long-key-of-a-source-2024';
    const html = render(
      `- A claim [@short-key] and another [@${long}].\n\n[short-key]: https://a.example\n[${long}]: https://b.example\n`,
    );
    assert.match(html, /<a class="chip"[^>]*>short-key<\/a>/);
    assert.match(html, /<a class="chip chip-long"[^>]*>a-very-long-key-of-a-source-2024<\/a>/);
  });

  it('of a range become one chip for each source', () => {
    assert.deepEqual(chipsOf(render(`- A claim of 5 [1-2].\n\n${SOURCES}`)), ['1', '2']);
  });
  it('show their locator', () => {
    assert.match(render(`- A claim of 5 [1, p. 3].\n\n${SOURCES}`), />1<span class="locator">, p\. 3<\/span><\/a>/);
  });
  it('in running text call their source by name', () => {
    const html = render(
      '---\nsources: [{ id: doe, publisher: Department of Energy }]\n---\nAs @doe says, demand doubles.',
    );
    assert.match(
      html,
      /As <span class="narrative">Department of Energy\u00a0<a class="chip"[^>]*>doe<\/a><\/span> says/,
    );
  });
  it('by key are called by author and year, and told apart where these are the same', () => {
    const sources =
      '---\nsources:\n  - {id: doe, authors: [Jo Doe], published: 2023-05}\n  - {id: doe-b, authors: [Jo Doe], published: 2023}\n' +
      '  - {id: roe, authors: [Al Roe, Bo Poe], published: 2024}\n  - {id: note, title: A note}\n---\n';
    const html = render(`${sources}It grew [@doe]. It fell [@doe-b]. It stood [@roe, p. 3; @note]. As @roe says.`);
    assert.deepEqual(
      [...html.matchAll(/class="chip[^>]*>([^<]*)</g)].map(([, label]) => label),
      ['Doe 2023a', 'Doe 2023b', 'Roe &amp; Poe 2024', 'note', '2024'],
    );
    assert.match(html, /As <span class="narrative">Roe &amp; Poe\u00a0</);
    assert.deepEqual(
      [...html.matchAll(/class="source-id"[^>]*>([^<]*)</g)].map(([, label]) => label),
      ['Doe 2023a', 'Doe 2023b', 'Roe &amp; Poe 2024', 'note'],
    );
  });
  it('are shown as written in code', () => {
    const html = render(`Use \`[1]\` for a source.\n\n${SOURCES}`);
    assert.ok(html.includes('<code>[1]</code>'));
  });
  it('with words are a link and a chip', () => {
    const html = render('China [refines most][1] of it.\n\n[1]: https://a.example/x\n');
    assert.match(html, /<a href="https:\/\/a\.example\/x" rel="noopener noreferrer">refines most<\/a><a class="chip"/);
  });
  it('stand in the words of links', () => {
    const html = render(`See [the report [1] of May](https://a.example/x).\n\n${SOURCES}`);
    assert.match(html, /<a href="https:\/\/a\.example\/x"[^>]*>the report\u00a0<a class="chip"/);
  });
});

describe('renderBrief: insights', () => {
  it('without a source are marked', () => {
    const html = render('- China refines 90% of all rare earths.\n');
    assert.match(
      html,
      /<div data-line="0" class="insight uncited">China .*<span class="tag tag-missing">no source<\/span><\/div>/,
    );
  });
  it('that are the author’s own are shown as such', () => {
    const html = render('- China will refine 90% until 2030. [own]\n');
    assert.match(
      html,
      /<div data-line="0" class="insight own">.*<span class="tag tag-own">own judgement<\/span><\/div>/,
    );
    assert.ok(!html.includes('no source'));
  });
  it('with a gap that the author marked say so, once', () => {
    const html = render('- China refines 90% [?].\n');
    assert.match(
      html,
      /class="insight uncited">China refines 90%\u00a0<span class="tag tag-missing tag-gap">source needed<\/span>/,
    );
    assert.ok(!html.includes('no source'));
  });
  it('carry the line on which they start', () => {
    const html = render('# T\n\n- one claim of 1\n  - two claims of 2\n\nA paragraph\nof 2 lines.\n');
    assert.match(html, /data-line="2"[^>]*>one/);
    assert.match(html, /data-line="3"[^>]*>two/);
    assert.match(html, /<p data-line="5"/);
  });
});

describe('renderBrief: figures', () => {
  const FIGURES = `---
sources: [{ id: 1, title: Minerals }]
figures:
  - { id: share, title: of separation, value: 90, unit: "%", as-of: 2023, cites: [1] }
  - id: mines
    title: Mines
    caption: Tons, rounded.
    chart: bar
    x: country
    y: tons
    data: [{ tons: 270000, country: China }, { tons: 45000, country: "<US>" }]
    cites: [1]
  - { id: plant, title: The plant, image: images/a b.png, alt: A pit, own: true }
  - { id: odd, title: Not mentioned, chart: table, data: [{ a: 1 }] }
---
# T

China has {{share}} of it, see @fig:plant.

Then @fig:mines shows more, as @fig:nothing does not. [89%]{{share}} {{gone}}
`;
  const html = render(FIGURES);

  it('of one number have the words behind it apart, and their captions below their titles', () => {
    const figure = '{ id: a, title: Deal, caption: up from 400, value: 500, unit: million dollars, own: true }';
    const page: string = renderBrief(parseBrief(`---\nfigures: [${figure}]\n---\n`));
    assert.match(page, /tile-value">500\u00a0<span class="tile-unit">million dollars<\/span>/);
    assert.match(page, /tile-label">Deal<\/span><span class="tile-caption">up from 400<\/span>/);
    const percent: string = renderBrief(parseBrief('---\nfigures: [{ id: a, value: 5, unit: "%", own: true }]\n---\n'));
    assert.match(percent, /tile-value">5%<\/span>/);
  });

  it('of one number are tiles at the top', () => {
    const tile = html.slice(html.indexOf('<div class="tile"'), html.indexOf('</header>'));
    assert.equal(wordsOf(tile), '90% of separation as of 2023 1');
  });
  it('put their value into the text, with their sources', () => {
    assert.match(html, /China has <a class="value" href="#figure-share">90%<\/a><a class="chip"/);
  });
  it('are numbered in the order of the page, and links say the number', () => {
    assert.match(html, /see <a class="figure-link" href="#figure-plant">Figure\u00a01<\/a>/);
    assert.match(html, /Then <a class="figure-link" href="#figure-mines">Figure\u00a02<\/a>/);
  });
  it('stand after the block that mentions them first, others at the end', () => {
    const places = [
      'see <a',
      '<figure id="figure-plant"',
      'Then <a',
      '<figure id="figure-mines"',
      '<figure id="figure-odd"',
    ].map((part) => html.indexOf(part));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  });
  it('of data are a table, the named columns first, numbers to the right', () => {
    const table = element(html.slice(html.indexOf('id="figure-mines"')), '<table');
    assert.equal(wordsOf(table), 'country tons China 270,000 <US> 45,000');
    assert.match(table, /<td>China<\/td><td class="align-right">/);
  });
  it('leave images to the host', () => {
    assert.match(html, /<img data-src="images\/a b\.png" alt="A pit">/);
    assert.doesNotMatch(html, / src=/);
  });
  it('without a source are marked', () => {
    assert.ok(element(html, '<figure id="figure-odd"').includes('no source'));
  });
  it('that do not exist are marked where they are mentioned', () => {
    assert.match(html, /<span class="slip" title="Unknown figure: nothing">@fig:nothing<\/span>/);
    assert.match(html, /<span class="slip" title="Unknown figure: gone">{{gone}}<\/span>/);
  });
  it('in a fenced block stand where it stands', () => {
    const text = render('First.\n\n```figure\nid: x\ntitle: Of it\nvalue: 12\nown: true\n```\n\nLast.\n');
    assert.match(text, /First\.[\s\S]*<div class="tiles" data-line="2"><div class="tile" id="figure-x"[\s\S]*Last\./);
  });
});

describe('renderBrief: the list of sources', () => {
  it('takes the place of the brief’s own, under its heading', () => {
    const html = render(`- A claim of 5 [1].\n\n${SOURCES}\n## After\n\nWords.\n`);
    assert.equal(html.match(/Minerals 2025<\/cite>|Minerals 2025/g)?.length, 1, 'in the list');
    assert.match(html, /Sources<\/h2><ol class="sources"[\s\S]*<h2[^>]*>After<\/h2>/);
  });
  it('stands at the end where the brief has none', () => {
    const html = render('---\nsources: [{ id: 1, title: Minerals }]\n---\nA claim of 5 [1].\n');
    assert.match(html, /<h2 id="h-sources">Sources<\/h2><ol class="sources"[\s\S]*<\/ol><\/div><\/article>$/);
  });
  it('keeps text of a sources section that is no entry', () => {
    const html = render(
      'A claim of 5 [1].\n\n## Sources\n\nAll were read in May.\n\n- [1] Minerals https://a.example\n',
    );
    assert.ok(wordsOf(html).includes('All were read in May.'));
  });
  it('leads back to each place that cites', () => {
    const html = render(`- One of 5 [1].\n- Two of 6 [1].\n\n${SOURCES}`);
    assert.match(html, /cited in 2 places: <a href="#cite-1-\w+"[^>]*>↑1<\/a> <a href="#cite-1-\w+"[^>]*>↑2<\/a>/);
    for (const [, anchor] of html.matchAll(/href="#(cite-[^"]*)"/g))
      assert.equal(html.split(`id="${anchor}"`).length, 2);
    assert.match(html, /<li id="source-2" class="source source-unused"/);
  });
  it('shows the fields below the heading of an entry once, and keeps remarks', () => {
    const fields = '- **URL**: https://a.example/ore\n- **Kind**: Study of pits\n';
    const html = render(
      `It rose [1].\n\n## Sources\n\n### 1. Ore in brief\n\n${fields}\nIt was read in haste.\n\n### 2. Kilns\n\nURL: https://b.example\nAccessed: 2026-02-01\n`,
    );
    for (const words of ['Ore in brief', 'Study of pits', 'a.example/ore<', 'b.example<', 'It was read in haste'])
      assert.equal(html.split(words).length, 2, words);
  });

  it('has no labels of parts of the list, which is one list', () => {
    const entries = '**Reports**\n\n- [1] Ore. https://a.example\n\n__Pages:__\n\n- [2] Kilns. https://b.example\n';
    const html = render(`It rose [1] and fell [2].\n\n## Sources\n\n${entries}\n**Read in May**\n`);
    for (const label of ['Reports', 'Pages']) assert.ok(!html.includes(label), label);
    assert.ok(html.includes('Read in May'));
  });

  it('has a link of each source, and refuses those that are none', () => {
    const html = render(
      '---\nsources:\n  - { id: 1, title: A, doi: 10.1000/x }\n  - { id: 2, title: B, url: "javascript:alert(1)" }\n---\nx [1][2]\n',
    );
    assert.match(html, /href="https:\/\/doi\.org\/10\.1000\/x"/);
    assert.match(html, /<span class="source-link refused" title="This address is not opened: javascript:alert\(1\)">/);
  });
  it('shows a source whose entry is broken beside the others', () => {
    const html = render(
      '---\nsources:\n  - id: 1\n    title: One\n  - id: 2\n    title: "Two\n  - id: 3\n    title: Three\n---\nx [1][2][3]\n',
    );
    assert.match(html, /<li id="source-2"[\s\S]*This entry cannot be read\./);
    assert.match(html, /<cite>Three<\/cite>/);
  });
  it('gives ids with signs an anchor of their own', () => {
    const html = render('---\nsources: [{ id: "a:b", title: X }, { id: a.b, title: Y }]\n---\n[@a:b; @a.b]\n');
    assert.match(html, /href="#source-a_3a_b"/);
    assert.match(html, /href="#source-a_2e_b"/);
  });
});

describe('renderBrief: Markdown', () => {
  it('shows footnotes that are remarks as notes', () => {
    const html = render(`A claim of 5[^a].\n\n[^a]: Counted by hand [1].\n\n${SOURCES}`);
    assert.match(
      html,
      /5<sup><a class="note-link" href="#note-a" role="doc-noteref" id="noteref-a-\w+">1<\/a><\/sup>\./,
    );
    assert.match(html, /<li id="note-a"[\s\S]*Counted by hand\u00a0<a class="chip"/);
  });
  it('leads from a note to each place that refers to it', () => {
    const html = render('One[^a] and two[^a].\n\n[^a]: A note.\n\nThree[^a].\n');
    const refers = [...html.matchAll(/role="doc-noteref" id="([^"]+)"/g)].map((match) => match[1]);
    const leads = [...html.matchAll(/href="#([^"]+)" role="doc-backlink" aria-label="[^"]+ 1: \d"/g)].map(
      (match) => match[1],
    );
    assert.equal(new Set(refers).size, 3);
    assert.deepEqual(leads, refers);
  });
  it('marks the heading of a section that is own judgement, and none of its insights', () => {
    const mark = '<!-- brief: own -->';
    const tag = '<span class="tag tag-own tag-section">own judgement</span>';
    for (const start of [`## Outlook\n\n${mark}`, `## Outlook ${mark}`, `Outlook ${mark}\n---`]) {
      const html = render(`# T\n\n${start}\n\n### Prices\n\n- They rise by 4%.\n`).replaceAll('  ', ' ');
      assert.ok(html.includes(`<h2 data-line="2" id="h-outlook">Outlook ${tag}</h2>`), html);
      assert.equal(html.split('own judgement').length, 2, start);
      assert.ok(html.includes('class="insight"'), start);
    }
    assert.ok(!render(`## Outlook\n\nIt rises.\n\n${mark}\n`).includes(tag));
  });
  it('drops comments and nothing else', () => {
    const html = render('One <!-- brief: computed --> two.\n\n<!-- a\n\nb -->\n\nThree\n\n<!-- c --> four\n');
    assert.equal(
      wordsOf(html.slice(html.indexOf('<div class="body">'))).replace(/ ?(no source|computed)/g, ''),
      'One two. Three four',
    );
  });
  it('lets tags through in pairs only, without their attributes, and shows all others as text', () => {
    const html = render('H<sub>2</sub>O <mark>x <kbd>y</kbd></mark> <b>open <i a=b>z</i>\n\nnext');
    assert.ok(html.includes('H<sub>2</sub>O <mark>x <kbd>y</kbd></mark> &lt;b&gt;open <i>z</i>'));
  });
  it('shows the code of a diagram with a sentence that says why it is not drawn, in the language of the brief', () => {
    const html = render('```mermaid\ngraph TD; A-->B\n```\n');
    assert.match(
      html,
      /<div class="code undrawn"[^>]*><p class="undrawn-note">Mermaid is not drawn here: [^<]*<\/p><pre/,
    );
    assert.ok(html.includes('<code class="language-mermaid">graph TD; A--&gt;B\n</code>'));
    assert.ok(render('---\nlanguage: zh\n---\n\n```Mermaid\na\n```\n').includes('此处不绘制 Mermaid 图'));
    assert.ok(!render('```text\nmermaid\n```\n').includes('undrawn'));
  });
  it('says where a link leads whose words name another host', () => {
    assert.ok(
      render('[usgs.gov](https://evil.example/x)').includes('usgs.gov</a> (<bdi class="link-host">evil.example</bdi>)'),
    );
    assert.ok(!wordsOf(render('[usgs.gov](https://www.usgs.gov/x)')).includes('(www.usgs.gov)'));
    assert.ok(render('[apple.com](https://аpple.com/)').includes('(<bdi class="link-host">xn--'));
  });
  it('says so wherever an address stands for a link: bare, of a source, of the publisher', () => {
    const mark = '</a> (<bdi class="link-host">xn--xample-2of.org</bdi>)';
    const idn = 'https://\u0435xample.org/a';
    assert.ok(render(`See <${idn}> there.`).includes(mark));
    assert.ok(render(`---\nsources: [{ id: 1, url: "${idn}" }]\n---\n\nA claim of 7 [1].\n`).includes(mark));
    assert.ok(render(`---\npublisher: Us\nurl: "${idn}"\n---\n\nText.\n`).includes(mark));
    const bank = '---\npublisher: bank.example\nurl: "https://evil.example"\n---\n\nText.\n';
    assert.ok(render(bank).includes('bank.example</a> (<bdi class="link-host">evil.example</bdi>)'));
  });
  it('keeps what turns the direction of a text out of its own sentences', () => {
    const url = '---\nsources: [{ id: 1, url: "javascript:\u05d0" }]\n---\n\nText [1].\n';
    assert.ok(render(url).includes('\u2068javascript:\u05d0\u2069'));
    assert.ok(render('A claim of 7 [@\u05d0\u05d1].').includes('\u2068\u05d0\u05d1\u2069'));
  });
  it('leads links to headings', () => {
    const html = render('See [there](#key-points).\n\n## Key points\n\nA.\n\n## Key points\n\nB.\n');
    assert.match(html, /href="#h-key-points"/);
    assert.match(html, /<h2 data-line="2" id="h-key-points">/);
    assert.match(html, /id="h-key-points-1"/);
  });
  it('shows tasks as boxes and alerts with their kind', () => {
    const html = render('- [x] done it\n- [ ] not yet\n\n> [!WARNING]\n> Careful.\n');
    assert.equal(html.match(/<input type="checkbox" disabled/g)?.length, 2);
    assert.match(
      html,
      /<blockquote class="alert alert-warning">\s*<p[^>]*><strong class="alert-title">Warning<\/strong>Careful\./,
    );
  });
  it('aligns columns by class', () => {
    assert.match(
      render('| a | b |\n| :-- | --: |\n| 1 | 2 |\n'),
      /<td class="align-left">1<\/td>\s*<td class="align-right">2<\/td>/,
    );
  });
  it('resolves link definitions that stand anywhere', () => {
    assert.match(
      render('[a word][home]\n\n- x\n\n[home]: https://a.example/ "Title"\n'),
      /<a href="https:\/\/a\.example\/"[^>]*title="Title">a word<\/a>/,
    );
  });
  it('makes bare addresses links', () => {
    assert.match(render('See https://a.example/x for 5 more.'), /See <a href="https:\/\/a\.example\/x"/);
  });
  it('keeps math as it is written', () => {
    assert.ok(render('So $a*b*c_1$ holds.').includes('<span class="math">$a*b*c_1$</span>'));
  });
  it('finds places in texts with CRLF, tabs and indentation', () => {
    const html = render(
      `\r\n  - one of 5 [1]\r\n\t- two\r\n\t  of 6 [2]\r\n\r\n> quoted [1]\r\n> more [2]\r\n\r\n${SOURCES}`,
    );
    assert.deepEqual(chipsOf(html), ['1', '2', '1', '2']);
  });
});
