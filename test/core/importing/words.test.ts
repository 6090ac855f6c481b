import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { importText, importWithReport, reportLines } from '../../../src/core/importing/importText';

/** Words in a plain sense: letters between anything else, of Chinese and Japanese each character; no addresses, tags, numbers. */
function wordsOf(text: string): string[] {
  const plain = text
    .replace(/https?:\/\/[^\s<>)\]]+/g, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/\b[\w-]+\.example\b/g, ' ')
    .replace(/[\u200B\u2060\uFEFF]/g, '');
  return plain.match(/[\u3040-\u30FF\u4E00-\u9FFF]|(?:(?![\u3040-\u30FF\u4E00-\u9FFF])\p{L})+/gu) ?? [];
}

/** The words of a text that the brief made of it has less often, and that the report does not name. */
function unnamed(text: string): string[] {
  const { text: brief, report } = importWithReport(text);
  const named = [
    ...report.removed.flatMap(({ places }) => places),
    ...report.lost,
    ...report.keptMarks,
    ...report.lostWords,
    // What a citation takes the place of and says nothing of its source; the syntax of marks; the wording of a byline.
    { text: 'source here report Source via see and F L oai citation Updated By Nov PM' },
  ]
    .map((place) => place.text)
    .join(' ');
  const allowed = new Set(wordsOf(named));
  const left = new Map<string, number>();
  for (const word of wordsOf(brief)) left.set(word, (left.get(word) ?? 0) + 1);
  return wordsOf(text).filter((word) => {
    const times = left.get(word) ?? 0;
    if (times > 0) left.set(word, times - 1);
    // The words of links and of entries that were listed twice are there once, as the title of their source.
    const isThere = report.merged.length + report.links.cited > 0 && left.has(word);
    return times <= 0 && !isThere && !allowed.has(word);
  });
}

const list = (...titles: string[]) =>
  `\n## Sources\n\n${titles.map((title, i) => `${i + 1}. ${title}. https://s${i + 1}.example/`).join('\n')}\n`;

/** Texts of the shapes that people have. */
const TEXTS: Readonly<Record<string, string>> = {
  'numbers glued to full stops': `# Tides\n\nThe barrage opened in spring.1 It made 12% of the power of the island.2 Silt was less than feared.3\n${list('Harbour Office', 'Grid Review', 'Silt Survey')}`,
  'Chinese dates behind full-width stops': `# 潮汐\n\n發電量分三段：1 月開閘，2 月試運轉。3 月滿載：3 月 26 日創新高，1 月最低。\n\n- 剛剛發生：3 月 26 日停機\n- 預告：2 月檢修\n${list('港務局', '電網月報', '泥沙調查')}`,
  'words of the sentence in the marks of a chat':
    '# Tides\n\nOutput rose at \uE200entity\uE202["company","Ebb Power (EP)","tidal company, north"]\uE201 in May. \uE200entity\uE202["organization","潮汐協會","trade body"]\uE201的數字也一樣。\n',
  'marks of a chat that lead nowhere':
    '# Tides\n\nOutput rose 【12†source】. It fell [cite: 7]. It stayed :contentReference[oaicite:0]{index=0}.\n',
  'marks of a chat that name lines of a file': '# Tides\n\nThe gate closes early 【F:src/gate.js†L12-L20】.\n',
  'links whose source is listed under another title':
    '# Tides\n\nOutput rose ([yearbook of the harbour](https://s1.example/)). It fell ([see the review](https://s2.example/)).\n\n## Sources\n\n- Harbour Office: https://s1.example/\n- Grid Review: https://s2.example/\n',
  'links that are words of a sentence':
    '# Tides\n\nA [study](https://a.example/1) found more silt. After it [the survey](https://a.example/2) went on, as [this report](https://a.example/3) says. It rose [source](https://a.example/4).\n',
  'sources that are listed twice':
    '# Tides\n\nOutput rose [1][2].\n\n## Sources\n\n- [1] Harbour Office. https://s1.example/\n- [2] Harbour Office. https://s1.example/\n',
  'a text with a byline':
    'Ports\nWho pays for the barrage?\nHarbour Weekly · Updated: Nov 3, 2024, 5:05 PM\nBy Anna Berg and Li Na\n\nSupply - Three gates make 4% of the power [4] - A fourth opens next year [5] Policy - Grants cover a third [9]\n',
  'structured data in a script': `# Tides\n\nOutput rose [1].\n\n<script type="application/ld+json">\n{\n  "@type": "Report",\n\n  "author": {"url": "https://a.example/anna"},\n\n  "citation": [1, 2]\n}\n</script>\n${list('Harbour Office')}`,
};

describe('The words of an imported text', () => {
  for (const [name, text] of Object.entries(TEXTS)) {
    it(`are in the brief or in the report, with ${name}`, () => assert.deepEqual(unnamed(text), []));
    it(`stay the same when it is imported again, with ${name}`, () => {
      const { text: once } = importWithReport(text);
      assert.equal(importText(once), once);
      assert.deepEqual(importWithReport(once).report.lostWords, []);
    });
  }

  for (const name of readdirSync('test/core/importing/shapes').filter((each) => !each.endsWith('.html')))
    it(`are in the brief or in the report, with ${name}`, () =>
      assert.deepEqual(
        unnamed(readFileSync(`test/core/importing/shapes/${name}`, 'utf8')).filter((word) => !/^L?\d/.test(word)),
        [],
      ));

  it('are named with their lines where a source is called otherwise', () => {
    const { report } = importWithReport(TEXTS['links whose source is listed under another title'] ?? '');
    assert.deepEqual(report.lostWords, [
      { text: 'yearbook of the harbour', line: 3 },
      { text: 'see the review', line: 3 },
    ]);
    assert.ok(
      reportLines(report).includes(
        '- These words are not in the brief. Put back what you need: "yearbook of the harbour" (line 3) and "see the review" (line 3).',
      ),
      reportLines(report).join('\n'),
    );
  });

  it('are not said to be gone where a source is called so', () => {
    for (const body of [
      'It rose ([Harbour Yearbook](https://a.example/)). It fell ([Harbour Yearbook](https://a.example/)).',
      'It rose ([a.example](https://a.example/r)), and fell ([https://b.example/](https://b.example/)).',
      'It rose ([Reuters+2](https://a.example/)).',
    ])
      assert.deepEqual(importWithReport(`# T\n\n${body}\n`).report.lostWords, [], body);
  });

  it('have the lines of each mark that led nowhere', () => {
    const marks = Array.from({ length: 15 }, (_, i) => `It rose 【${i + 20}†source】.`).join('\n');
    const lines = reportLines(importWithReport(`# T\n\n${marks}\n\nIt fell 【20†source】.\n`).report);
    const line = lines.find((each) => each.includes('known to the assistant only')) ?? '';
    assert.match(line, /"【20†source】" \(lines 3, 19\), "【21†source】" \(line 4\)/);
    assert.match(line, /"【34†source】" \(line 17\) is known/);
  });
});

describe('Importing numbers of Chinese and Japanese text', () => {
  it('leaves numbers behind full-width stops that open what follows', () => {
    const text = TEXTS['Chinese dates behind full-width stops'] ?? '';
    assert.ok(importText(text).startsWith(text.slice(0, text.indexOf('\n## '))), importText(text));
  });

  it('makes citations of numbers at the ends of sentences', () => {
    const text = `# 潮汐\n\n發電量上升 1。泥沙減少 2。電價下跌 3。\n${list('港務局', '電網月報', '泥沙調查')}`;
    assert.match(importText(text), /發電量上升\[1\]。泥沙減少\[2\]。電價下跌\[3\]。/);
  });
});
