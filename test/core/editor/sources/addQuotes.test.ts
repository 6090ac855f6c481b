import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/base/text';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { addQuotes, type NewQuote } from '../../../../src/core/editor/sources/addQuotes';

const LINK = 'zotero://open-pdf/library/items/PQRS6789?page=3&annotation=HGLT2345';
const QUOTE: NewQuote = { text: 'It shipped 48 crates: all of salt.', page: '12', url: LINK };

/** The front matter after the passages were added to source 1, or why they were not. */
function added(
  sources: string,
  quotes: readonly NewQuote[] = [QUOTE],
  copy?: string,
  body = '- It rose. [1]\n',
): string {
  const brief = parseBrief(`---\n${sources}---\n\n${body}`);
  const result = addQuotes(brief, '1', quotes, copy);
  if (result.kind !== 'added') return result.kind;
  return /^---\n(.*?)---/s.exec(applyEdits(brief.text, result.edits))?.[1] ?? '';
}

const ITEM = `      - text: "It shipped 48 crates: all of salt."\n        page: 12\n        url: ${LINK}\n`;

describe('Passages that are added to a source', () => {
  it('become a list at the end of its entry', () => {
    const entry = 'sources:\n  - id: 1\n    title: Mill\n';
    const next = '  - id: 2\n    title: Port\n';
    assert.equal(added(entry + next), `${entry}    quote:\n${ITEM}${next}`);
  });

  it('come behind those of its list', () => {
    const entry = 'sources:\n  - id: 1\n    quote:\n      - It lost 3.\n    title: Mill\n';
    assert.equal(added(entry), `sources:\n  - id: 1\n    quote:\n      - It lost 3.\n${ITEM}    title: Mill\n`);
  });

  it('make a list of a single one, in whatever form it is written', () => {
    const head = 'sources:\n  - id: 1\n    quote:';
    const list = (first: string) => `${head}\n      -${first}\n${ITEM}    title: Mill\n`;
    assert.equal(added(`${head} "It lost 3."\n    title: Mill\n`), list(' "It lost 3."'));
    assert.equal(
      added(`${head} >\n      It lost\n      3.\n    title: Mill\n`),
      list(' >\n          It lost\n          3.'),
    );
    assert.equal(
      added(`${head}\n      text: It lost 3.\n      page: 4\n    title: Mill\n`),
      list('\n          text: It lost 3.\n          page: 4'),
    );
  });

  it('are written in flow style where the entry is', () => {
    const item = `{ text: "It shipped 48 crates: all of salt.", page: 12, url: ${LINK} }`;
    assert.equal(
      added('sources:\n  - { id: 1, title: Mill }\n'),
      `sources:\n  - { id: 1, title: Mill, quote: [${item}] }\n`,
    );
    assert.equal(
      added('sources:\n  - { id: 1, quote: "It lost 3." }\n'),
      `sources:\n  - { id: 1, quote: ["It lost 3.", ${item}] }\n`,
    );
    assert.equal(
      added('sources:\n  - { id: 1, quote: [It lost 3.] }\n'),
      `sources:\n  - { id: 1, quote: [It lost 3., ${item}] }\n`,
    );
  });

  it('are added once: by their words, and by their highlight', () => {
    const entry = 'sources:\n  - id: 1\n    quote:\n';
    assert.equal(added(`${entry}${ITEM}`), 'known');
    assert.equal(added(`${entry}      - { text: It shipped 48., url: "${LINK}" }\n`), 'known');
    assert.equal(added(`${entry}      - "It shipped 48 crates:  all of salt."\n`), 'known');
    assert.equal(added('sources:\n  - id: 1\n', [QUOTE, QUOTE]), `sources:\n  - id: 1\n    quote:\n${ITEM}`);
  });

  it('bring a local copy along, unless the source has one', () => {
    const entry = 'sources:\n  - id: 1\n    title: Mill\n';
    assert.equal(added(entry, [QUOTE], 'sources/mill.txt'), `${entry}    text: sources/mill.txt\n    quote:\n${ITEM}`);
    assert.equal(added(entry, [], 'sources/mill.txt'), `${entry}    text: sources/mill.txt\n`);
    const one = 'sources:\n  - id: 1\n    quote: It lost 3.\n';
    const list = 'sources:\n  - id: 1\n    quote:\n      - It lost 3.\n';
    assert.equal(added(one, [QUOTE], 'sources/mill.txt'), `${list}${ITEM}    text: sources/mill.txt\n`);
    const title = '    title: Mill\n';
    assert.equal(added(one + title, [QUOTE], 'sources/mill.txt'), `${list}${ITEM}${title}    text: sources/mill.txt\n`);
    assert.equal(added(`${entry}    text: mill.md\n`, [], 'sources/mill.txt'), 'known');
  });

  it('of a source that a section lists get an entry in the front matter', () => {
    const body = '- It rose. [1]\n\n## Sources\n\n- [1] Mill. https://mill.example/a\n';
    assert.equal(
      added('title: A\n', [QUOTE], undefined, body),
      `title: A\nsources:\n  - id: 1\n    url: https://mill.example/a\n    quote:\n${ITEM}`,
    );
  });

  it('are not added where no source has the id', () => assert.equal(added('title: A\n'), 'no place'));
});
