import assert from 'node:assert/strict';
import { tests } from 'commonmark-spec';
import { contentOf } from './commonmark/content';
import { DIFFERENCES, type Reason } from './commonmark/differences';
import { type Node, parseHtml, writeHtml } from './commonmark/plainHtml';

/** The examples of CommonMark 0.31.2; the specification shows tabs as arrows. */
const EXAMPLES = tests.map(({ number, section, markdown, html }) => ({
  number,
  section,
  markdown: markdown.replaceAll('→', '\t'),
  specified: parseHtml(html.replaceAll('→', '\t')),
}));

const reasonsOf = (number: number): Reason[] => DIFFERENCES.filter(({ examples }) => examples.includes(number));

function changed(specified: readonly Node[], markdown: string, reasons: readonly Reason[]): string {
  return writeHtml(reasons.reduce((nodes, { change }) => change(nodes, markdown), specified));
}

describe('the examples of CommonMark, as the bodies of briefs', () => {
  it('are all there', () => {
    assert.deepEqual(
      EXAMPLES.map(({ number }) => number),
      Array.from({ length: 652 }, (_, index) => index + 1),
    );
  });

  for (const section of new Set(EXAMPLES.map((example) => example.section))) {
    it(`give the specified HTML but for what the list of differences says: ${section}`, () => {
      for (const { number, markdown, specified } of EXAMPLES.filter((example) => example.section === section)) {
        assert.equal(
          writeHtml(contentOf(markdown)),
          changed(specified, markdown, reasonsOf(number)),
          `example ${number}: ${JSON.stringify(markdown)}`,
        );
      }
    });
  }

  for (const { why, examples } of DIFFERENCES) {
    it(`differ where the list says so: ${why}`, () => {
      for (const number of examples) {
        const example = EXAMPLES[number - 1];
        assert.ok(example, `There is no example ${number}.`);
        const { markdown, specified } = example;
        const others = reasonsOf(number).filter((reason) => reason.why !== why);
        assert.notEqual(writeHtml(contentOf(markdown)), changed(specified, markdown, others), `example ${number}`);
      }
    });
  }
});
