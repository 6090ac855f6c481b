import assert from 'node:assert/strict';
import fc from 'fast-check';
import { definitionAt, evidenceOf, hoverAt, parseBrief, toMarkdown } from '../../../src/core';
import { touches } from '../../../src/core/base/text';
import { thingsAt } from '../../../src/core/evidence/claims';
import { withCursor } from '../../fixture';
import { runs } from '../../runs';

const kindsAt = (marked: string) => {
  const { text, cursor } = withCursor(marked);
  return thingsAt(parseBrief(text), cursor).map(({ kind, span }) => `${kind} ${text.slice(span.start, span.end)}`);
};

describe('what stands at a place', () => {
  it('is the narrowest thing first', () => {
    assert.deepEqual(kindsAt('- "Prices of nickel fell by 2|1%" [1].'), [
      'number 21%',
      'quotation Prices of nickel fell by 21%',
    ]);
  });

  it('is what begins there before what ends there', () => {
    assert.deepEqual(kindsAt('- It is so [1]|[7].'), ['citation [7]']);
    assert.deepEqual(kindsAt('- "Prices of nickel fell by 21%| in 2024" [1].'), [
      'quotation Prices of nickel fell by 21% in 2024',
      'number 21%',
    ]);
  });

  it('is each source of a range', () => {
    assert.deepEqual(kindsAt('- It is so [|5-7].'), ['citation 5', 'citation 5-7']);
    assert.deepEqual(kindsAt('- It is so [5-7|].'), ['citation 7', 'citation 5-7']);
  });

  it('is the figure that a citation comes from, and the citation', () => {
    const figure = '```figure\nid: a\nvalue: 5%\ncites: [1]\n```\n\n';
    assert.deepEqual(kindsAt(`${figure}- It is {{|a}}.`), ['figure-reference {{a}}', 'citation {{a}}']);
  });

  it('is the key behind its sign, and what ends before the sign', () => {
    assert.deepEqual(kindsAt('- It is so [@ore; |@tin].'), ['citation tin']);
    assert.deepEqual(kindsAt('- It is so [@ore; @|{tin}].'), ['citation tin']);
    assert.deepEqual(kindsAt('- It is $5 million|@tin.'), ['number $5 million']);
  });

  it('is nothing beside things', () => {
    assert.deepEqual(kindsAt('- It| is 21% [1].'), []);
  });

  it('is the same number for all who ask, though two insights have one text', () => {
    const text = '- It fell by 21%.\n- It fell by 21%.\n';
    const brief = parseBrief(text);
    for (const { numbers } of evidenceOf(brief).insights)
      for (const number of numbers) {
        const [thing] = thingsAt(brief, number.span.start);
        assert.ok(thing?.kind === 'number' && thing.number === number);
      }
  });

  it('is every thing of a brief at its own place, and no question about a place fails', () => {
    const pieces = [
      '---\nsources:\n  - id: 1\n    quote: "Prices of nickel fell by 21% in 2024"\n    title: T\n---\n',
      '```figure\nid: a\nvalue: 21%\ntitle: "Fell by 5"\ncites: [1, 2]\n```\n',
      ...[
        '- ',
        '\n',
        '\n\n',
        '> ',
        '## ',
        ' ',
        '.',
        '"',
        '```',
        '|',
        '\n\n## Sources\n\n',
        '[1] Title, https://example.org\n',
      ],
      ...[
        'nickel fell by ',
        '21%',
        '$5 million',
        '五千吨',
        'in 2024',
        '"Prices of nickel fell by 22% in 2024"',
        '{{a}}',
      ],
      ...[
        '[1]',
        '[1, 2]',
        '[5-7]',
        '[@a; @b]',
        '@a',
        '[^1]',
        '[1](https://example.org)',
        '[text][1]',
        '[^1]: x, https://example.org\n',
      ],
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (text) => {
        const brief = parseBrief(text);
        for (const { items } of brief.citations)
          for (const item of items)
            assert.ok(
              thingsAt(brief, item.span.start).some((thing) => thing.kind === 'citation' && thing.item === item),
            );
        for (const { numbers } of evidenceOf(brief).insights)
          for (const number of numbers)
            assert.ok(
              thingsAt(brief, number.span.end).some((thing) => thing.kind === 'number' && thing.number === number),
            );
        for (const reference of brief.figureReferences)
          assert.ok(
            thingsAt(brief, reference.span.start).some(
              (thing) => thing.kind === 'figure-reference' && thing.reference === reference,
            ),
          );
        for (let offset = 0; offset <= text.length; offset += 3) {
          const hover = hoverAt(brief, offset);
          const definition = definitionAt(brief, offset);
          for (const answer of [hover, definition]) if (answer) assert.ok(touches(answer.span, offset));
          if (hover) assert.notEqual(toMarkdown(hover.content), '');
          for (const { span, nameSpan } of definition?.targets ?? [])
            assert.ok(0 <= span.start && span.start <= nameSpan.start && nameSpan.end <= span.end);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
