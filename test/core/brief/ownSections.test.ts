import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/base/text';
import { parseBrief, parseChanged } from '../../../src/core/brief/parseBrief';
import { evidenceOf } from '../../../src/core/evidence/brief';

const MARK = '<!-- brief: own -->';
const SOURCES = `

## Sources

- [1] Yearbook. https://a.example
`;

/** Each insight as `text → how`, with a star where it is the author's own. */
const owned = (text: string) =>
  parseBrief(text).insights.map(({ text: own, citedVia, own: isOwn }) => `${own} → ${citedVia}${isOwn ? '*' : ''}`);

/** What the comments that mark sections do, in document order. */
const marks = (text: string) => parseBrief(text).ownComments.map(({ marksSection }) => marksSection);

describe('A section that is marked as own judgement', () => {
  it('makes all of its insights the author’s own, and no others', () => {
    assert.deepEqual(
      owned(
        `# T\n\n- It rose by 4%.\n\n## Outlook\n\n${MARK}\n\nIt will rise.\n\n- It falls.\n\n## Supply\n\n- It is 9%.\n`,
      ),
      ['It rose by 4%. → null', 'It will rise. → own*', 'It falls. → own*', 'It is 9%. → null'],
    );
  });

  it('may have its mark in the very next line, or in the line of its heading', () => {
    const rest = '- It falls.\n';
    for (const start of [
      `## Outlook\n${MARK}\n${rest}`,
      `## Outlook ${MARK}\n\n${rest}`,
      `## Outlook ${MARK} ##\n\n${rest}`,
      `Outlook ${MARK}\n---\n\n${rest}`,
      `Outlook\n---\n${MARK}\n\n${rest}`,
      `# Outlook\n\n\n\n   ${MARK}\n\n${rest}`,
      `## Outlook\n\n<!--brief:own-->\n\n${rest}`,
    ])
      assert.deepEqual(owned(`# T\n\n${start}`), ['It falls. → own*'], start);
  });

  it('hands its mark on to its subsections, and not to the section after it', () => {
    assert.deepEqual(
      owned(
        `## Outlook\n\n${MARK}\n\n### Prices\n\n- They rise.\n\n#### Tin\n\n- It falls.\n\n## Supply\n\n- It holds.\n`,
      ),
      ['They rise. → own*', 'It falls. → own*', 'It holds. → null'],
    );
    assert.deepEqual(owned(`## Outlook\n\n- It holds.\n\n### Prices\n\n${MARK}\n\n- They rise.\n`), [
      'It holds. → null',
      'They rise. → own*',
    ]);
  });

  it('leaves what covers an insight in another way', () => {
    assert.deepEqual(
      owned(`## Outlook ${MARK}\n\n- It rose [1].\n- See [a](https://b.example).\n- So:\n  - It fell [1].\n${SOURCES}`),
      ['It rose [1]. → text*', 'See [a](https://b.example). → link*', 'So: → children*', 'It fell [1]. → text*'],
    );
  });

  it('has numbers looked up only where it cites', () => {
    const text = `---
sources:
  - { id: 1, title: Yearbook, quote: Output was 90 tonnes. }
---

## Outlook

${MARK}

- Output was 91 tonnes [1].
- Output will be 95 tonnes.
- Output was 92 tonnes [1] [own].
`;
    const { insights } = evidenceOf(parseBrief(text));
    assert.deepEqual(
      insights.map(({ numbers }) => numbers.map(({ verdict, checkedAgainst }) => [verdict, checkedAgainst])),
      [[['notFound', ['1']]], [[null, []]], [[null, []]]],
    );
  });

  it('keeps the words of its heading without the comment', () => {
    const { sections, text } = parseBrief(`## Outlook ${MARK}\n\n- It falls.\n`);
    assert.equal(sections[0]?.heading, 'Outlook');
    assert.equal(text.slice(sections[0]?.headingSpan.start, sections[0]?.headingSpan.end), 'Outlook');
    assert.deepEqual(
      parseBrief(`## Sources ${MARK}\n\n- [1] A. https://a.example\n`).sources.map(({ id }) => id),
      ['1'],
    );
  });

  it('keeps the end of a comment that none opens before the comment at its end', () => {
    for (const [heading, words] of [
      [`## Rows -->${MARK}`, 'Rows -->'],
      [`## -->${MARK}`, '-->'],
      [`## Rows <!---->${MARK}`, 'Rows'],
    ] as const)
      assert.equal(parseBrief(`${heading}\n\n- It falls.\n`).sections[0]?.heading, words);
  });

  it('makes its tables the author’s own where they cite nothing', () => {
    const table = (cell: string) => `| a | b |\n| - | - |\n| 1 | ${cell} |\n\n`;
    const figures = (body: string) =>
      parseBrief(`${body}${SOURCES}`).figures.map(({ own, cites }) => [own, cites.length]);
    assert.deepEqual(figures(`## Outlook ${MARK}\n\n${table('2')}Then.\n\n${table('2 [1]')}`), [
      [true, 0],
      [false, 1],
    ]);
    assert.deepEqual(figures(`## Outlook\n\n${table('2')}`), [[false, 0]]);
  });
});

describe('A comment that is to mark a section', () => {
  it('says nothing where it is not the first thing under a heading', () => {
    assert.deepEqual(marks(`# T\n\n${MARK}\n\n## Outlook\n\n- It falls.\n\n${MARK}\n`), [false, false]);
    assert.deepEqual(marks(`${MARK}\n\n## Outlook\n\n${MARK}\n\n${MARK}\n\nIt falls.\n`), [false, true, false]);
    assert.deepEqual(marks(`## Outlook\n\n- It falls. ${MARK}\n\n**Sources**\n\n${MARK}\n`), [false, false]);
    assert.deepEqual(marks(`## Outlook\n\n> ${MARK}\n`), [false]);
    assert.deepEqual(owned(`## Outlook\n\nIt rises by 4%.\n\n${MARK}\n\nIt falls.\n`), [
      'It rises by 4%. → null',
      'It falls. → null',
    ]);
  });

  it('says nothing in code, and with other words', () => {
    assert.deepEqual(owned(`## Outlook\n\n\`${MARK}\` falls.\n`), [`\`${MARK}\` falls. → null`]);
    assert.deepEqual(marks('## Outlook\n\n<!-- brief: owner -->\n\n- It falls.\n'), []);
  });
});

describe('After an edit, a section', () => {
  const start = `## Outlook\n\n${MARK}\n\n- It falls.\n\n- It rises.\n\n## Supply\n\nIt holds.\n`;
  const edited = (from: string, to: string) => {
    const at = start.indexOf(from);
    const text = applyEdits(start, [{ span: { start: at, end: at + from.length }, newText: to }]);
    const brief = parseChanged(parseBrief(start), text);
    assert.deepEqual(brief.insights, parseBrief(text).insights);
    assert.deepEqual(brief.sections, parseBrief(text).sections);
    assert.deepEqual(brief.ownComments, parseBrief(text).ownComments);
    return brief.insights.map(({ own }) => own);
  };

  it('is marked as it would be if it were read anew', () => {
    assert.deepEqual(edited(' own ', ' computed '), [false, false, false]);
    assert.deepEqual(edited('It holds', `${MARK}\n\nIt holds`), [true, true, true]);
    assert.deepEqual(edited('## Supply', '### Supply'), [true, true, true]);
    assert.deepEqual(edited('## Outlook', 'Outlook'), [false, false, false, false]);
    assert.deepEqual(edited('\n<!--', '\nWell.\n\n<!--'), [false, false, false, false]);
    assert.deepEqual(edited('- It rises', `## Prices ${MARK}\n\n- It rises`), [true, true, false]);
    assert.deepEqual(edited('## Supply', `## Supply ${MARK}`), [true, true, true]);
  });
});
