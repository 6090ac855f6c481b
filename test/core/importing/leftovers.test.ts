import assert from 'node:assert/strict';
import { importText, parseBrief } from '../../../src/core';
import { statsOf } from '../../../src/core/evidence/stats';
import { importWithReport } from '../../../src/core/importing/importText';

const LINE_BREAKS = { 'line feeds': '\n', 'carriage returns and line feeds': '\r\n' };

describe('Buttons at the end of a text that is imported', () => {
  for (const [name, lineBreak] of Object.entries(LINE_BREAKS))
    it(`leave one line break before them, where lines end in ${name}`, () => {
      for (const blank of [[], ['', '']]) {
        const lines = ['# Ore', '', 'Output rose by 4% in 2024.', ...blank, 'Good response', 'Bad response', ''];
        const text = importText(lines.join(lineBreak));
        assert.ok(text.endsWith(`Output rose by 4% in 2024.${lineBreak}`), JSON.stringify(text));
      }
    });
});

describe('An invisible character at the start of a line that is imported', () => {
  it('takes the blanks along that would make code of the line', () =>
    assert.equal(importText('# Ore\n\n\u200B\tOutput rose by 4% [1].\n').split('\n')[2], 'Output rose by 4% [1].'));

  it('stays where the line would be another block without it', () => {
    for (const line of ['\u200B# No heading', '\u200B- no item', '\u200B1. no item', '\u200B> no quotation'])
      assert.match(importText(`# Ore\n\n${line}\n`), new RegExp(`^${line}$`, 'm'));
  });
});

describe('Formulas of assistants in a text that is imported', () => {
  const LIST = '## Sources\n\n- [1] Waves. https://waves.example/\n- [2] Shores. https://shores.example/\n';

  it('keep their TeX in dollar signs, and cite nothing', () => {
    const bodyWith = (inline: readonly [string, string], block: readonly [string, string]) =>
      [
        `Speed is ${inline.join('v = \\sqrt{g \\, h_{[7]}}')} there [1].`,
        block.join('\nE_1 = \\frac{1}{2} m v^{2} [8]\n'),
        `- Where ${inline.join('x = [3]')} holds, waves break [2].`,
      ].join('\n\n');
    const text = `# Waves\n\n${bodyWith(['\\(', '\\)'], ['\\[', '\\]'])}\n\n${LIST}`;
    assert.equal(importText(text), `# Waves\n\n${bodyWith(['$', '$'], ['$$', '$$'])}\n\n${LIST}`);
    const ids = parseBrief(text).citations.flatMap(({ items }) => items.map(({ id }) => id));
    assert.deepEqual(ids, ['1', '2']);
  });

  it('are no escaped brackets, in which a number cites', () => {
    const idsIn = (body: string) =>
      parseBrief(`# Waves\n\n${body}\n\n${LIST}`).citations.flatMap(({ items }) => items.map(({ id }) => id));
    assert.deepEqual(idsIn('Waves break \\(as in [1]\\).'), ['1']);
    assert.deepEqual(idsIn('Waves break \\[2\\].'), ['2']);
  });

  it('that are images with their bytes in a definition stay, and make no source', () => {
    const text =
      '# Heat\n\nThe flow is ![][image1] in a wall [1].\n\n## Sources\n\n- [1] Walls. https://walls.example/\n\n[image1]: <data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==>\n';
    assert.equal(importText(text), text);
    assert.deepEqual(
      parseBrief(text).sources.map(({ id }) => id),
      ['1'],
    );
  });
});

describe('A key of Pandoc whose bibliography is not named, in a text that is imported', () => {
  it('gets an entry without any words, and the report names it with its line', () => {
    const { text, report } = importWithReport('# Ports\n\nThe port grew [@roe2020, p. 4].\n\nIt shrank [@lin21].\n');
    assert.deepEqual(
      parseBrief(text).sources.map(({ id, title, url }) => [id, title?.value ?? '', url]),
      [
        ['roe2020', '', undefined],
        ['lin21', '', undefined],
      ],
    );
    assert.deepEqual(report.withoutSource, [
      { text: '[@roe2020]', line: 3 },
      { text: '[@lin21]', line: 5 },
    ]);
    assert.equal(statsOf(parseBrief(text)).cited, 0);
  });
});
