import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkBrief, parseBrief } from '../../../src/core';
import { comparablePlace } from '../../../src/core/base/urls';
import { type Imported, importWithReport } from '../../../src/core/importing/importText';
import { readWebPage } from '../../../src/formats';

function importFile(name: string): Imported {
  const text = readFileSync(`test/core/importing/shapes/${name}`, 'utf8');
  if (!name.endsWith('.html')) return importWithReport(text);
  const page = readWebPage(text);
  assert.ok('markdown' in page);
  return importWithReport(page.markdown, { shape: 'web-page', leftOut: page.leftOut });
}

/** What `check` says of each that is more than a hint; only what nobody but the author can mend. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  // The list of the chat's own sources was not copied.
  'assistant.md': Array(4).fill('source/incomplete'),
  'numbered.md': [],
  'deepResearch.md': [],
  // The text names none of its sources.
  'notebook.txt': Array(8).fill('source/incomplete'),
  // A claim that the page cites nothing for.
  'page.html': ['citation/missing'],
  'chinese.md': ['source/incomplete'],
  'plainReport.txt': [],
  // What the report does not cite stays a source, and nothing else of its frame is left.
  'exported.md': [],
};

describe('Importing the reports that people have', () => {
  for (const [name, left] of Object.entries(SHAPES)) {
    const { text, report } = importFile(name);
    const brief = parseBrief(text);

    it(`gives a brief of ${name} that is sound`, () => {
      const problems = checkBrief(brief).filter(({ severity }) => severity !== 'hint');
      assert.deepEqual(
        problems.map(({ rule }) => rule),
        left,
      );
    });

    it(`accounts for each link of ${name}`, () => {
      const input = readFileSync(`test/core/importing/shapes/${name}`, 'utf8');
      const known = new Set(
        [...brief.sources.flatMap(({ url }) => url?.value ?? []), ...report.left.map((each) => each.text)].map(
          comparablePlace,
        ),
      );
      const urls = input.match(/https?:\/\/[^\s<>"'()[\]，。）]+/g) ?? [];
      for (const url of urls) {
        const key = comparablePlace(
          url
            .replace(/\\/g, '')
            .replace(/&amp;/g, '&')
            .replace(/[.,;]$/, ''),
        );
        assert.ok(known.has(key), url);
      }
      const addresses = brief.sources.flatMap(({ url }) => (url ? [comparablePlace(url.value)] : []));
      assert.equal(new Set(addresses).size, addresses.length, 'each place is one source');
    });

    it(`changes the brief of ${name} no more`, () => assert.equal(importWithReport(text).text, text));
  }

  it('keeps pages of one site that differ in their query apart', () => {
    const { text } = importFile('assistant.md');
    assert.match(text, /id=14\n/);
    assert.match(text, /id=15\n/);
  });

  it('says what it did in plain words', () => {
    const { report } = importFile('assistant.md');
    assert.equal(report.links.cited, 11);
    assert.equal(report.links.made.length, 9);
    assert.deepEqual(
      report.removed.map(({ kind, count }) => [kind, count]),
      [
        ['invisible character', 1],
        ['button or notice', 6],
      ],
    );
    assert.deepEqual(
      report.left.map(({ text, line, why }) => [text, line, why]),
      [['https://windeurope.example/method', 23, 'in code']],
    );
  });

  it('reads the flat summary, and takes its byline for the article that it cites', () => {
    const { text, report } = importWithReport(
      'Metals\nWho makes magnets?\nOre Weekly·2025-08-06 03:21\n\nSupply - Output rose [1][3] - Prices fell [3] Outlook - Demand grows [2]\n',
    );
    assert.deepEqual(
      checkBrief(parseBrief(text)).map(({ rule }) => rule),
      ['source/incomplete'],
    );
    assert.deepEqual(report.withoutSource, []);
    assert.equal(report.numbers?.title, 'Who makes magnets?');
    assert.equal(report.shape, 'text');
  });

  it('finds the title and the counted headings of a plain text whose numbers lost their brackets', () => {
    const { title, sections } = parseBrief(importFile('plainReport.txt').text);
    assert.equal(title?.value, 'The Return of Sail: A Report');
    assert.deepEqual(
      sections.map(({ heading }) => heading),
      ['1. Technology', '2. Rules', 'Works cited'],
    );
  });

  it('takes out the frame of a report that was exported, and says so', () => {
    const { text, report } = importFile('exported.md');
    assert.match(text, /^# How many[\s\S]*2026\[\^1\]\[\^2\]\.\n\n\[\^1\]: /);
    assert.deepEqual(
      report.removed.map(({ kind, count }) => `${count} ${kind}`),
      ['3 button or notice'],
    );
    assert.deepEqual(
      report.left.map(({ text: url, why }) => `${new URL(url).host} is ${why}`),
      ['r2cdn.perplexity.ai is in a removed line'],
    );
  });
});
