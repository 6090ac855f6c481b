import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { splitSentences } from '../../../src/core/document/claims/sentences';
import { hiddenIn, hides, imageIn, readTag, withoutHidden } from '../../../src/core/document/inline/htmlTags';
import { findNumbers } from '../../../src/core/evidence/numbers';
import { findQuotations } from '../../../src/core/evidence/quotations/findQuotations';
import { checkBrief } from '../../../src/core/rules';

const HIDDEN = '<span style="display:none">';

describe('a tag of HTML', () => {
  it('is read with its attributes, and where their values stand', () => {
    const tag = readTag(`<IMG src="a b.png" Alt='x "y"' width=30 hidden src=c>`);
    assert.equal(tag?.name, 'img');
    assert.deepEqual(
      [...(tag?.attributes ?? [])].map(([name, { value, at }]) => [name, value, at]),
      [
        ['src', 'a b.png', 10],
        ['alt', 'x "y"', 24],
        ['width', '30', 37],
        ['hidden', '', 46],
      ],
    );
    assert.equal(readTag('</div >')?.isClosing, true);
    assert.equal(readTag('<!DOCTYPE html>'), null);
  });

  it('hides its element by an attribute, or by a style', () => {
    for (const [written, expected] of [
      ['<p hidden>', true],
      ['<p style="color:red; display : none">', true],
      ["<p style='visibility:hidden'>", true],
      ['<p style="display:nonesuch">', false],
      ['<p style="x-display:none">', false],
      ['<p title="hidden">', false],
    ] as const) {
      const tag = readTag(written);
      assert.ok(tag);
      assert.equal(hides(tag), expected, written);
    }
  });

  it('shows an image where it has an address and is not hidden', () => {
    assert.deepEqual(imageIn('<img alt=a src="b.png">', 5), {
      span: { start: 5, end: 28 },
      url: { start: 21, end: 26 },
    });
    assert.equal(imageIn('<img alt=a>', 0), null);
    assert.equal(imageIn('<img hidden src=a>', 0), null);
    assert.equal(imageIn('<imgs src=a>', 0), null);
  });
});

describe('what an element hides', () => {
  const text = `A ${HIDDEN}b 12 % c. D.</span> e.`;

  it('is found up to the end of its element, and nothing else is', () => {
    assert.deepEqual(
      hiddenIn(text).map(({ start, end }) => text.slice(start, end)),
      [`${HIDDEN}b 12 % c. D.</span>`],
    );
    assert.equal(withoutHidden(text), `A ${' '.repeat(text.length - 5)} e.`);
    for (const other of [
      `A ${HIDDEN}b`,
      'A <span title="hidden">b</span>',
      '<script hidden>a</script>',
      'a display:none b',
    ])
      assert.deepEqual(hiddenIn(other), [], other);
  });

  it('ends no sentence, and has no number and no quotation', () => {
    assert.equal(splitSentences(text, 'en').length, 1);
    assert.deepEqual(findNumbers(text, 'en'), []);
    assert.deepEqual(findQuotations(`A ${HIDDEN}"one two three four five"</span> b`), []);
  });

  it('needs no source, and its citations count', () => {
    const rules = (body: string) =>
      checkBrief(
        parseBrief(`---\ntitle: T\nsources: [{ id: 1, title: S, url: "https://a.example" }]\n---\n\n${body}\n`),
      ).map(({ rule }) => rule);
    assert.deepEqual(rules(`${HIDDEN}Output rose by 12% in 2024. It fell by 3% in 2025.</span> [1]`), []);
    assert.deepEqual(rules(`${HIDDEN}Output rose by 12% in 2024.</span>\n\nWords [1].`), []);
    assert.deepEqual(rules(`Output rose by 12% in 2024. ${HIDDEN}[1]</span>`), []);
    assert.ok(rules('Output rose by 12% in 2024.\n\nWords [1].').includes('citation/missing'));
  });

  it('takes time that grows with the text', () => {
    assert.deepEqual(hiddenIn(`${HIDDEN}a `.repeat(20_000)), []);
  });
});
