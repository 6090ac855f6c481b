import assert from 'node:assert/strict';
import { parseBrief, parseChanged } from '../../../src/core/brief/parseBrief';
import type { Brief, SourceText } from '../../../src/core/brief/types';
import { rankerOf } from '../../../src/core/evidence/candidates';

function ranked(body: string, entries: readonly string[]): readonly string[] {
  const list = entries.map((entry, i) => `- [${i + 1}] ${entry}`).join('\n');
  const brief = parseBrief(`# T\n\n${body}\n\n## Sources\n\n${list}\n`);
  const insight = brief.insights.find(({ citedVia }) => citedVia === null);
  assert.ok(insight);
  return rankerOf(brief).rank(insight);
}

describe('the sources that an insight may rest on', () => {
  it('are those that share its rare words first', () => {
    const entries = ['Rare earths in China', 'Rare earths in Malaysia', 'Rare earths at Mountain Pass'];
    assert.equal(ranked('- Malaysia separates rare earths.', entries)[0], '2');
    assert.equal(ranked('- Mountain Pass is a mine of rare earths.', entries)[0], '3');
  });

  it('are those that share a number', () => {
    assert.equal(ranked('- The loan was 150 million.', ['A loan', 'A grant', '150 million for magnets'])[0], '3');
  });

  it('are those that say so in another language', () => {
    const entries = ['China’s ban', 'A loan of $500 million to the mine', '500 mines'];
    assert.equal(ranked('- 该矿获得5亿美元贷款。', entries)[0], '2');
  });

  it('are those that share pairs of Chinese characters', () => {
    assert.equal(ranked('- 出口管制影响了磁铁的价格。', ['美国矿业报告', '商务部出口管制公告', '价格'])[0], '2');
  });

  it('are else those that are cited nearby, at most three', () => {
    const body = '- It fell [4].\n- It rose [2].\n- Nothing of this kind.\n- It stayed [1].';
    assert.deepEqual(ranked(body, ['Aa', 'Bb', 'Cc', 'Dd']), ['2', '4', '1']);
  });
});

/** A local copy, which counts how often its passages are read. */
function localCopy(path: string, texts: readonly string[]): { readonly copy: SourceText; reads(): number } {
  let reads = 0;
  const passages = texts.map((text) => ({
    from: 'text' as const,
    path,
    get text() {
      reads++;
      return text;
    },
  }));
  return { copy: { path, passages }, reads: () => reads };
}

const WITH_COPIES = `---
sources:
  - id: 1
    title: A report
    quote: Mines in the north closed.
    text: report.txt
  - id: 2
    title: Another report
    text: other.txt
  - id: 3
    publisher: Baotou Daily
---

- Oxides of Baotou cost 1,200 dollars.
- They were cheap.
`;

/** The brief with the passages of its local copies, as they are read from files. */
function withCopies(text: string, texts: readonly SourceText[], previous?: Brief): Brief {
  const brief = previous ? parseChanged(previous, text, { texts }) : parseBrief(text, { texts });
  assert.equal(brief.sources[0]?.passages.at(-1)?.from, 'text');
  return brief;
}

describe('the passages that an insight may rest on', () => {
  const report = ['An introduction', 'Oxides were sold.', 'Oxides of Baotou', 'Baotou again', 'A price of $1,200'];
  const places = (brief: Brief, text: string, mostOfSource = 3) =>
    rankerOf(brief)
      .candidates(text, { mostOfSource })
      .map(({ source, passage }) => [source, passage]);

  it('go by their place among the passages of their source: title, quotations, local copy', () => {
    const brief = withCopies(WITH_COPIES, [localCopy('report.txt', report).copy]);
    const [best] = places(brief, 'Oxides of Baotou');
    assert.deepEqual(best, ['1', 4]);
    assert.equal(brief.sources[0]?.passages[4]?.text, 'Oxides of Baotou');
    assert.deepEqual(places(brief, 'mines in the north'), [['1', 1]]);
  });

  it('are none of the passages where only the publisher is alike', () => {
    assert.deepEqual(places(parseBrief(WITH_COPIES), 'Baotou'), [['3', null]]);
  });

  it('of a long copy do not hide the other sources', () => {
    const copies = [localCopy('report.txt', report).copy, localCopy('other.txt', ['Oxides of Baotou too']).copy];
    const brief = withCopies(WITH_COPIES, copies);
    assert.deepEqual([...rankerOf(brief).alike('Oxides of Baotou')].sort(), ['1', '2', '3']);
    assert.equal(places(brief, 'Oxides of Baotou', 2).filter(([source]) => source === '1').length, 2);
  });

  it('are not found by the key of a citation, but by the value of a key number', () => {
    const text =
      '---\nsources:\n  - id: ores\n    title: Ores\n  - id: b\n    title: A deal over 500 million dollars\nfigures:\n  - id: deal\n    value: $500 million\n    cites: [b]\n---\n\n- It is worth {{deal}}.\n- It fell [@ores].\n';
    const brief = parseBrief(text);
    const [worth, fell] = brief.insights;
    assert.deepEqual(rankerOf(brief).alike(worth?.text ?? ''), ['b']);
    assert.deepEqual(rankerOf(brief).alike(fell?.text ?? ''), []);
  });
});

describe('a new version of a brief', () => {
  it('does not read the local copies again, nor rank for a text that has not changed', () => {
    const { copy, reads } = localCopy('report.txt', ['Oxides of Baotou', 'Prices in dollars']);
    let brief = withCopies(WITH_COPIES, [copy]);
    const rank = () => brief.insights.map((insight) => rankerOf(brief).rank(insight));
    const before = rank();
    const readOnce = reads();
    const edited = WITH_COPIES.replace('They were cheap', 'They were dear');
    brief = withCopies(edited, [copy], brief);
    assert.deepEqual(rank()[0], before[0]);
    brief = withCopies(edited.replace('A report', 'The report'), [copy], brief);
    rank();
    assert.equal(reads(), readOnce);
  });

  it('reads a local copy again when its file has changed', () => {
    const first = withCopies(WITH_COPIES, [localCopy('report.txt', ['Nothing']).copy]);
    assert.deepEqual(rankerOf(first).alike('Prices in dollars'), []);
    const second = withCopies(WITH_COPIES, [localCopy('report.txt', ['Prices in dollars']).copy], first);
    assert.deepEqual(rankerOf(second).alike('Prices in dollars'), ['1']);
  });

  it('gives the same as if it were the first', () => {
    const copies = [localCopy('report.txt', ['Oxides of Baotou', 'Prices in dollars']).copy];
    const versions = [
      WITH_COPIES,
      WITH_COPIES.replace('Mines in', 'Plants in'),
      WITH_COPIES.replace('title: A report', 'language: zh\n    title: 包头的报告'),
      WITH_COPIES.replace('  - id: 2\n', '  - id: 4\n    title: Prices\n  - id: 2\n'),
      WITH_COPIES.replace('- They were cheap.', '- 包头的氧化物很贵。\n- They cost dollars [1].'),
      WITH_COPIES.replace(/ {4}quote:.*\n/, ''),
    ];
    let previous: Brief | undefined;
    for (const text of [...versions, ...versions.toReversed()]) {
      const next = withCopies(text, copies, previous);
      const fresh = withCopies(text, copies);
      for (const [i, insight] of next.insights.entries()) {
        const other = fresh.insights[i];
        assert.ok(other);
        assert.deepEqual(rankerOf(next).rank(insight), rankerOf(fresh).rank(other));
        const plain = (brief: Brief) =>
          rankerOf(brief)
            .candidates(insight.text)
            .map(({ source, passage, score, shared, terms, why }) => ({
              source,
              passage,
              score,
              shared: shared().length,
              terms: terms(),
              why: why(),
            }));
        assert.deepEqual(plain(next), plain(fresh));
      }
      previous = next;
    }
  });
});
