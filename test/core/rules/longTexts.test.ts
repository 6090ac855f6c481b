import assert from 'node:assert/strict';
import { parseBrief } from '../../../src/core/brief/parseBrief';
import { checkBrief } from '../../../src/core/rules';

describe('checks of a text that is made to be slow', () => {
  const hostile: readonly (readonly [name: string, text: (n: number) => string])[] = [
    ['unknown sources', (n) => `# T\n\n${'- Exports fell by 30% [9][@nobody-at-all].\n'.repeat(n)}`],
    [
      'keys that are alike',
      (n) => Array.from({ length: n }, (_, i) => `- Exports fell [@some-long-key-${i}].`).join('\n'),
    ],
    ['suppressions', (n) => '<!-- brief-disable a/b -->\n\n- Exports fell by 30%.\n\n'.repeat(n)],
    ['one long cluster', (n) => `# T\n\n- Exports fell by 30% ${'[7][1]'.repeat(n)}.`],
    [
      'sources that disagree',
      (n) => `# T\n\n## Sources\n\n${Array.from({ length: n }, (_, i) => `- [1] Title ${i}`).join('\n')}`,
    ],
    [
      'entries that nothing cites',
      (n) => `# T\n\n## Sources\n\n${Array.from({ length: n }, (_, i) => `${2 * i}. Title ${i}`).join('\n')}`,
    ],
    [
      'sources and insights',
      (n) =>
        `# T\n\n${'- Exports of Japan fell by 30%.\n'.repeat(n)}\n## Sources\n\n${Array.from({ length: n }, (_, i) => `- [${i}] Exports of Japan ${i}`).join('\n')}`,
    ],
    ['tracked links', (n) => `# T\n\n${'- See https://example.org/a?utm_source=x&utm_medium=y.\n'.repeat(n)}`],
  ];
  for (const [name, text] of hostile) {
    it(`end, and so do their fixes: ${name}`, () => {
      const brief = parseBrief(text(8000));
      const problems = checkBrief(brief);
      assert.ok(problems.length > 0);
      for (const { span, fixes } of problems) {
        assert.ok(span.end <= brief.text.length);
        fixes?.();
      }
    });
  }
});
