import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core';
import { importText, importWithReport, reportLines } from '../../../src/core/importing/importText';

/** Each body below a heading, what it becomes, and the list of sources. */
const CASES: readonly (readonly [what: string, body: string, after: string, sources?: readonly string[]])[] = [
  [
    'a link in parentheses by a citation, with its words as the title',
    'It rose ([Ore Report 2024](https://a.example/r)).',
    'It rose [1].',
    ['[1] Ore Report 2024. https://a.example/r'],
  ],
  [
    'several links in one pair of parentheses',
    'It rose ([Ore Report](https://a.example/), [Steel Report](https://b.example/x)).',
    'It rose [1][2].',
    ['[1] Ore Report. https://a.example/', '[2] Steel Report. https://b.example/x'],
  ],
  [
    'links whose words start with the number of their source, which is no part of a title',
    'It rose ([1. Ore Office](https://a.example/), [2. Steel Report](https://b.example/x), [9. Mai](https://c.example/)).',
    'It rose [1][2][3].',
    ['[1] Ore Office. https://a.example/', '[2] Steel Report. https://b.example/x', '[3] 9. Mai. https://c.example/'],
  ],
  [
    'a link with words of the sentence, which stay',
    'It [rose by a third](https://a.example/r) in May.',
    'It rose by a third [1] in May.',
    ['[1] a.example. https://a.example/r'],
  ],
  [
    'a link whose words are a title within the sentence',
    'As the [Global Ore Survey](https://a.example/r) says, it rose.',
    'As the Global Ore Survey [1] says, it rose.',
    ['[1] Global Ore Survey. https://a.example/r'],
  ],
  [
    'the word "source", a domain and a bare address',
    'It rose [source](https://a.example/1). It fell [b.example](https://b.example/2). It stayed https://c.example/3.',
    'It rose [1]. It fell [2]. It stayed [3].',
    ['[1] a.example. https://a.example/1', '[2] b.example. https://b.example/2', '[3] c.example. https://c.example/3'],
  ],
  [
    'addresses in angle brackets, with escapes, and with spaces',
    'It rose ([One](<https://a.example/r(1)>)). It fell ([Two](https://a.example/x\\_y?a=1&amp;b=2)). It stayed ([Three](<https://a.example/q r>)).',
    'It rose [1]. It fell [2]. It stayed [3].',
    ['[1] One. https://a.example/r(1)', '[2] Two. https://a.example/x_y?a=1&b=2', '[3] Three. https://a.example/q%20r'],
  ],
  [
    'links to one page in several ways as one source, with the best title',
    'It rose [here](https://www.a.example/r/?utm_source=chatgpt.com). It fell ([Ore Report](https://a.example/r#:~:text=fell)).',
    'It rose [1]. It fell [1].',
    ['[1] Ore Report. https://a.example/r'],
  ],
  [
    'pages that differ in their query as two',
    'It rose ([One](https://a.example/r?id=1)). It fell ([Two](https://a.example/r?id=2)).',
    'It rose [1]. It fell [2].',
    ['[1] One. https://a.example/r?id=1', '[2] Two. https://a.example/r?id=2'],
  ],
  [
    'numbers that are links by their numbers',
    'It rose [2](https://a.example/2). It fell [1](https://a.example/1), and rose [2].',
    'It rose [2]. It fell [1], and rose [2].',
    ['[1] a.example. https://a.example/1', '[2] a.example. https://a.example/2'],
  ],
  [
    'places of one page as sources of their own',
    'It rose ([Rose](https://a.example/r#rose)). It fell ([Fell](https://a.example/r#fell)), as [the page](https://a.example/r) says.',
    'It rose [1]. It fell [2], as the page [3] says.',
    ['[1] Rose. https://a.example/r#rose', '[2] Fell. https://a.example/r#fell', '[3] a.example. https://a.example/r'],
  ],
  [
    'a link before a bracket or parentheses, from which it stays apart',
    'Made by [Ore Works](https://a.example/)([mail](mailto:ore@a.example)).',
    'Made by Ore Works [1] ([mail](mailto:ore@a.example)).',
  ],
  [
    'an address in quotation marks not at all: it is a value',
    'Set url = "https://a.example/r", as told [1].',
    'Set url = "https://a.example/r", as told [1].',
    ['[1]'],
  ],
  [
    'links whose address is defined at the end, with the title that is given there',
    'It rose ([Ore News][1]).\n\n[1]: https://a.example/r?utm_source=chatgpt.com "Ore rose in May"',
    'It rose [1].',
    ['[1] Ore rose in May. https://a.example/r'],
  ],
  ['a link of Chinese words, without a space', '产量[增长了三成](https://a.example/r)。', '产量增长了三成[1]。'],
  ['a link in code not at all', 'Run `curl https://a.example/r` [1].', 'Run `curl https://a.example/r` [1].', ['[1]']],
];

function parts(text: string): { body: string; sources: string[] } {
  const [body = '', list = ''] = text.replace(/^# T\n\n/, '').split(/\n\n## (?:Sources|来源)\n\n/);
  return { body, sources: list.split('\n').flatMap((line) => (line === '' ? [] : [line.replace(/^- /, '')])) };
}

describe('Importing links', () => {
  it('leaves a text whose lists of sources count from 1 again, and says so', () => {
    const part = (name: string) =>
      `## ${name}\n\nIt rose [1] as [they say](https://${name}.example/more).\n\n### References\n\n1. Report. https://${name}.example/r\n2. Index. https://${name}.example/i\n\n`;
    const text = `# T\n\n${part('a')}${part('b')}`;
    const { text: imported, report } = importWithReport(text);
    assert.equal(imported, text);
    assert.ok(report.countsAgain);
    assert.match(reportLines(report).join('\n'), /lists of sources count from 1 again\. Links and numbers were left/);
  });

  for (const [what, body, after, sources] of CASES) {
    it(`reads ${what}`, () => {
      const result = parts(importText(`# T\n\n${body}\n`));
      assert.equal(result.body, after);
      if (sources) assert.deepEqual(result.sources, sources);
    });
  }

  it('puts formulas in dollar signs, and takes the number of a link for no formula', () => {
    const text = '# T\n\nLet \\( a=b \\) be [\\[1\\]](https://a.example/r), and \\[1\\] too.\n\n\\[\na^2\n\\]\n';
    const { body } = parts(importText(text));
    assert.equal(body, 'Let $a=b$ be [1], and \\[1\\] too.\n\n$$\na^2\n$$');
  });

  it('cites the source of a list that has the address', () => {
    assert.equal(
      importText(
        '# T\n\nIt rose ([Ore](https://a.example/r)).\n\n## Sources\n\n- [7] Ore Report. https://a.example/r/\n',
      ),
      '# T\n\nIt rose [7].\n\n## Sources\n\n- [7] Ore Report. https://a.example/r/\n',
    );
  });

  it('cites the footnote that has the address', () => {
    assert.match(
      importText(
        '# T\n\nIt rose.[^1] It fell [there](https://a.example/r).\n\n[^1]: Ore Report, https://a.example/r\n',
      ),
      /It fell \[\^1\]\./,
    );
  });

  it('leaves a link in a heading, and says so', () => {
    const text = '# T\n\n## [Ore](https://a.example/r)\n\nIt rose.\n';
    const imported = importWithReport(text);
    assert.equal(imported.text, text);
    assert.deepEqual(imported.report.left, [{ text: 'https://a.example/r', line: 3, why: 'in a heading' }]);
  });

  it('lifts no link where no source can be declared, as a fence is open', () => {
    const text = '# T\n\nIt rose ([Ore](https://a.example/r)).\n\n```\nopen\n';
    assert.equal(importText(text), text);
  });

  it('leaves the links of a brief that has sources in its front matter', () => {
    const text = '---\nsources:\n  - id: 1\n    title: One\n---\n\nIt rose ([Ore](https://a.example/r)) [1].\n';
    assert.equal(importText(text), text);
  });
});

describe('Importing lists of sources', () => {
  it('adds an item below an entry that is quoted, as a quoted line would be no entry', () => {
    for (const quoted of ['> [2](https://b.example/x) Ore', '> [1] A']) {
      const brief = parseBrief(importText(`# T\n\nIt rose [3].\n\n## Sources\n\nOre\n${quoted}`));
      assert.ok(
        brief.sources.some(({ id }) => id === '3'),
        brief.text,
      );
    }
  });

  const listOf = (text: string) => parts(importText(text)).sources;

  it('gives numbers to entries that have none, after those that are cited', () => {
    assert.deepEqual(
      listOf(
        '# T\n\nIt rose ([Ore](https://a.example/r)).\n\n## Sources\n\n- Ore Report: https://a.example/r\n- [B](https://b.example)\n',
      ),
      ['[1] Ore Report: https://a.example/r', '[2] [B](https://b.example)'],
    );
  });

  it('counts entries in their order where numbers without entries are cited', () => {
    assert.deepEqual(
      listOf('# T\n\nIt rose [2]. It fell [1].\n\n## Sources\n\n- A https://a.example\n- B https://b.example\n'),
      ['[1] A https://a.example', '[2] B https://b.example'],
    );
  });

  it('joins an address to the title on the line above', () => {
    assert.deepEqual(
      listOf('# T\n\nIt rose.\n\n## Sources\n\nOre Report\nhttps://a.example/r\nSteel Report\nhttps://b.example\n'),
      ['[1] Ore Report https://a.example/r', '[2] Steel Report https://b.example'],
    );
  });

  it('joins an address with its day of access to the title on the line above', () => {
    assert.deepEqual(
      listOf(
        '# T\n\nIt rose.\n\n## Sources\n\nOre Report\nhttps://a.example/r [アクセス日: 2025.11.23]\n\nSteel Report\nhttps://b.example (accessed 3 May 2025)\n',
      ),
      [
        '[1] Ore Report https://a.example/r [アクセス日: 2025.11.23]',
        '[2] Steel Report https://b.example (accessed 3 May 2025)',
      ],
    );
  });

  it('makes items of lines, and names the site where there is nothing but an address', () => {
    assert.deepEqual(
      listOf(
        '# T\n\nIt rose [1][2].\n\n## Sources\n\n[1] https://www.a.example/r?gclid=5\n[2]: B https://b.example\n',
      ).slice(0, 1),
      ['[1] a.example. https://www.a.example/r'],
    );
  });

  it('makes one of two entries with one address, wherever they are cited', () => {
    assert.equal(
      importText(
        '# T\n\nIt rose [1][3]. It fell [2, 3]. It is [3].\n\n## Sources\n\n1. A https://a.example/x\n2. B https://b.example\n3. A https://a.example/x/\n',
      ),
      '# T\n\nIt rose [1]. It fell [2][1]. It is [1].\n\n## Sources\n\n- [1] A https://a.example/x\n- [2] B https://b.example\n',
    );
  });

  it('keeps two entries of one address that say different things, and one that is cited by its page', () => {
    for (const [cited, other] of [
      ['[3]', 'Another part'],
      ['[3, p. 5]', 'A'],
    ]) {
      const text = `# T\n\nIt rose [1]${cited}.\n\n## Sources\n\n- [1] A https://a.example/x\n- [3] ${other} https://a.example/x\n`;
      assert.equal(importText(text), text);
    }
  });
});

describe('Importing citations that lost their form', () => {
  const list =
    '\n## Works cited\n\n1. One, https://a.example\n2. Two, https://b.example\n3. Three, https://c.example\n';

  it('finds bare numbers behind full stops, where the list has them', () => {
    assert.match(
      importText(`# T\n\nIt rose in May.1 It fell in “June.”2 It rose by 5%.1,3\n${list}`),
      /It rose in May \[1\]\. It fell in “June\.” \[2\] It rose by 5% \[1\]\[3\]\.\n/,
    );
  });

  it('leaves numbers that are few, or that no entry has', () => {
    for (const body of [
      'It rose in May.1 So.',
      'See Fig.1 and Fig.2 and No.3 here.',
      'It rose.7 It fell.8 It stayed.9',
    ]) {
      assert.ok(importText(`# T\n\n${body}\n${list}`).includes(`\n${body}\n`), body);
    }
  });

  it('makes citations of footnotes that nothing defines', () => {
    assert.equal(
      importText('# T\n\nIt rose.[^1] It fell.[^x]\n\n## Sources\n\n- [1] A https://a.example\n'),
      '---\nsources:\n  - id: x\n    title:\n---\n\n# T\n\nIt rose.[1] It fell.[@x]\n\n## Sources\n\n- [1] A https://a.example\n',
    );
  });

  it('keeps the footnotes that are defined', () => {
    const text = '# T\n\nIt rose.[^1]\n\n[^1]: A Report, https://a.example\n';
    assert.equal(importText(text), text);
  });

  it('names the site of a footnote that is an address alone, and asks for its title', () => {
    const { text, report } = importWithReport(
      '# T\n\nIt rose.[^1] It fell.[^2]\n\n[^1]: https://www.a.example/r?utm_source=x\n[^2]: <https://b.example/>\n',
    );
    assert.equal(
      text,
      '# T\n\nIt rose.[^1] It fell.[^2]\n\n[^1]: a.example. https://www.a.example/r\n[^2]: b.example. <https://b.example/>\n',
    );
    assert.deepEqual(report.untitled, ['^1', '^2']);
    assert.equal(importText(text), text);
  });

  it('keeps the references to footnotes that are remarks, whether these cite something or not', () => {
    const remarks = '[^1]: A remark on it.\n\n[^2]: Another one [1].\n\n[^3]: One that cites a footnote[^4].\n';
    const text = `# T\n\nIt rose.[^1] It fell.[^2] It stayed.[^3]\n\n${remarks}\n[^4]: A Report, https://a.example\n${list}`;
    assert.equal(importText(text), text);
  });
});

describe('Addresses in a report', () => {
  it('end with the bracket of their link, whatever follows it', () => {
    const { text, report } = importWithReport(
      '# T\n\nIt rose [1].\n\n## Sources\n\n1. Ore [a.example/r](https://a.example/r)1 passage\n',
    );
    assert.match(text, /https:\/\/a\.example\/r/);
    assert.deepEqual(report.left, []);
  });

  it('keep the brackets that they have themselves', () => {
    const text = '# T\n\nIt rose [1].\n\n## Sources\n\n- [1] Ore. https://a.example/Ore_(rare)_earth\n';
    const { report } = importWithReport(text);
    assert.deepEqual(report.left, []);
  });
});

describe('Importing what assistants leave behind', () => {
  it('cites what a mark names, where the list has all of them', () => {
    assert.match(
      importText(
        '# T\n\nIt rose 【1†source】. It fell 【2†L3-L5】.\n\n## Sources\n\n- [1] A https://a.example\n- [2] B https://b.example\n',
      ),
      /It rose \[1\]\. It fell \[2\]\./,
    );
  });

  it('makes sources of all marks where the list lacks one, as their numbers are those of a chat', () => {
    const { text, report } = importWithReport(
      '# T\n\nIt rose 【1†source】. It fell 【9†source】 by half.\n\n## Sources\n\n- [1] A https://a.example\n',
    );
    assert.match(text, /It rose \[2\]\. It fell \[3\] by half\./);
    assert.deepEqual(report.lost, []);
  });

  it('keeps who cites what: a mark is the same source wherever it stands', () => {
    const { text } = importWithReport('# T\n\nIt rose 【3†L1-L9】. It fell 【8†L2-L4】【3†L20-L22】.\n');
    assert.match(text, /It rose \[1\]\. It fell \[2\]\[1\]\./);
    assert.equal(importText(text), text);
  });

  it('takes out a mark beside the link of its source, which is cited instead', () => {
    const { text } = importWithReport(
      '# T\n\n- It rose ([Atlas](https://a.example/atlas)). citeturn0search1\n- It fell.\n',
    );
    assert.match(text, /- It rose \[1\]\.\n- It fell\./);
    assert.match(text, /- \[1\] Atlas\. https:\/\/a\.example\/atlas\n$/);
  });

  it('makes no source of an image that a mark says was shown', () => {
    const { text, report } = importWithReport('# T\n\nIt rose 【41†embed_image】. It fell by half.\n');
    assert.equal(text, '# T\n\nIt rose. It fell by half.\n');
    assert.deepEqual(report.lost, [{ text: '【41†embed_image】', line: 3 }]);
    assert.equal(importText('# T\n\nIt rose 【6†Image】. It fell by half.\n'), '# T\n\nIt rose. It fell by half.\n');
  });

  it('tells of a mark that stands only in the list of sources, where its title is kept', () => {
    const { text, report } = importWithReport(
      '# T\n\nIt rose【3†L1-L9】.\n\n## Sources\n\n- Tin Yearbook【3†L1-L9】\n- Ore Atlas【8†L2-L4】\n',
    );
    assert.match(text, /- \[1\] Tin Yearbook\n- \[2\] Ore Atlas\n+$/);
    assert.deepEqual(
      report.removed.map(({ kind, places }) => [kind, places]),
      [['mark of an assistant', [{ text: '【8†L2-L4】', line: 8 }]]],
    );
    assert.deepEqual(
      report.keptMarks.map(({ text }) => text),
      ['【3†L1-L9】'],
    );
  });

  it('reads marks behind a formula that is ended by the other mark', () => {
    for (const formula of ['$$a = \\frac{b}{c},\\]', '$$a = \n\\frac{b}{c}\\] '])
      assert.match(
        importText(`# T\n\n${formula}\nwhich holds :contentReference[oaicite:2]{index=2}.\n`),
        /holds \[1\]\./,
      );
    const code = '# T\n\n$$a = b \\\\]\n:contentReference[oaicite:2]{index=2}\n$$\n';
    assert.match(importText(code), /oaicite:2/);
  });

  it('writes raised numbers in brackets as plain ones', () => {
    const text =
      '# T\n\n| a | b |\n| --- | --- |\n| up [³](https://a.example/tin) | down [³] |\n\n## Sources\n\n- [3] Tin. https://a.example/tin\n';
    assert.match(importText(text), /\| up \[3\] \| down \[3\] \|/);
    assert.match(importText('# T\n\nIt rose [³] in the cube.\n'), /rose \[³\] in/);
  });

  it('keeps the address of a mark that has one', () => {
    assert.match(
      importText('# T\n\nIt rose [oai_citation:3‡Ore Report](https://a.example/r).\n'),
      /rose \[1\]\.[\s\S]*\[1\] Ore Report\. https:\/\/a\.example\/r\n/,
    );
  });

  it('makes a source of the title or the file that a mark names, one for each', () => {
    const { text, report } = importWithReport(
      '# T\n\nIt rose 【4:0†ore_report.pdf】. It fell 【4:3†ore_report.pdf】 in May 【7†Ore Atlas†L3】, at 3%【F:data/ore.csv†L1-L9】.\n',
    );
    assert.equal(
      text,
      '# T\n\nIt rose [1]. It fell [1] in May [2], at 3% [3, lines 1-9].\n\n## Sources\n\n- [1] ore_report.pdf\n- [2] Ore Atlas\n- [3] data/ore.csv\n',
    );
    assert.deepEqual(report.lost, []);
    assert.deepEqual(report.removed, []);
  });

  it('cites the entry of a list that a mark names by its title', () => {
    assert.match(
      importText('# T\n\nIt rose 【4†Ore Atlas】.\n\n## Sources\n\n- [1] Ore Atlas. https://a.example/atlas\n'),
      /^It rose \[1\]\.\n\n## Sources\n\n- \[1\] Ore Atlas\. https:\/\/a\.example\/atlas\n$/m,
    );
  });

  it('keeps words of the sentence that a mark holds', () => {
    assert.match(
      importText('# T\n\n\uE200entity\uE202["company","Orworks","a firm"]\uE201 sold 3%.\n'),
      /^Orworks sold 3%/m,
    );
  });

  it('takes out buttons and notices, and blank lines with them', () => {
    assert.equal(
      importText('# T\n\nIt rose.\n\nCopy code\n\n```\nCopy code\n```\n\nIt fell.\n\nWas this helpful?\n\nShare\n'),
      '# T\n\nIt rose.\n\n```\nCopy code\n```\n\nIt fell.\n',
    );
  });

  it('takes out the names of those who speak in a chat, in Chinese too', () => {
    assert.equal(
      importText('# T\n\n你说：\n\n产量如何？\n\nChatGPT 说：\n\n产量上升。\n'),
      '# T\n\n产量如何？\n\n产量上升。\n',
    );
  });

  it('keeps claims that begin as notices do', () => {
    for (const claim of [
      'ChatGPT 说：产量上升了一倍',
      'ChatGPT can make mistakes in arithmetic, a study found',
      'Generative AI is experimental in most banks',
      'Worked for the ministry in 1990',
      'Searched 14 houses in May',
      '内容由AI生成的比例达到三成',
    ]) {
      const text = `# T\n\n${claim}\n`;
      assert.equal(importText(text), text);
    }
  });

  it('keeps a word that may be a heading', () => {
    const text = '# T\n\nShare\n\nIt is 5%.\n';
    assert.equal(importText(text), text);
  });

  it('takes out invisible characters, and keeps the joiners of scripts and emoji', () => {
    assert.equal(
      importText('# T\n\nIt\u200B rose\u2060. 👩\u200D🔬 می\u200Cخواهم\n'),
      '# T\n\nIt rose. 👩\u200D🔬 می\u200Cخواهم\n',
    );
  });

  it('leaves no mark in the brief', () => {
    const { text } = importWithReport(
      '# T\n\n- It rose. citeturn0search1\n- [cite_start]It fell[cite: 4].\n- \uE200cite\uE202turn0news4\uE201 It stayed.\n',
    );
    assert.match(text, /^# T\n\n- It rose\. \[1\]\n- It fell \[2\]\.\n- \[3\] It stayed\.\n/);
    assert.deepEqual(parseBrief(text).slips, []);
  });
});
