import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBrief, parseChanged } from '../../../src/core';
import { asContent } from '../../../src/core/base/content';
import { applyEdits, indexLines, type TextEdit } from '../../../src/core/base/text';
import { stepsBetween } from '../../../src/core/brief/parse';
import { meaningsOf } from '../../../src/core/brief/queries/blocks';
import { runs } from '../../runs';

const MB = 1024 * 1024;

describe('The steps between two readings of a long text', () => {
  const any = fc
    .tuple(fc.string({ maxLength: 12 }), fc.string({ maxLength: 6 }), fc.nat(), fc.nat(), fc.nat(), fc.nat())
    .map(([text, newText, a, b, c, d]) => {
      const start = a % (text.length + 1);
      const edit = { span: { start, end: start + (b % (text.length - start + 1)) }, newText };
      const after = applyEdits(text, [edit]);
      const reading = (of: string, end: number) => ({
        content: asContent(of),
        lines: indexLines(of),
        end: end % (of.length + 1),
      });
      return { before: reading(text, c), now: reading(after, d), edit };
    });

  it('make of what was read what is read now, by way of nothing longer', () => {
    fc.assert(
      fc.property(any, ({ before, now, edit }) => {
        let read = before.content.slice(0, before.end);
        const steps = stepsBetween(before, now, edit);
        for (const step of steps) {
          read = applyEdits(read, [step.edit]);
          assert.equal(read, step.content.slice(0, step.end));
          assert.ok(step.end <= Math.max(before.end, now.end));
        }
        const { content, end } = steps.at(-1) ?? before;
        assert.deepEqual([content.whole, end], [now.content.whole, now.end]);
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('A brief that is longer than what is read', () => {
  /** 2,004 paragraphs on 100,200 lines. */
  const ofLines = `# T\n\n${`Output rose by 3% [1].\n${'\n'.repeat(49)}`.repeat(2004)}`;
  const code = `\`\`\`\n${`${'ore '.repeat(50)}\n`.repeat(50)}\`\`\`\n\n`;
  const ofBytes = `# T\n\n${`Output rose by 3% [1].\n\n${code}`.repeat(Math.ceil((10.1 * MB) / (code.length + 24)))}`;

  for (const [name, text] of [
    ['of over 100,000 lines', ofLines],
    ['of over 10 MB', ofBytes],
  ] as const) {
    describe(name, () => {
      const before = parseBrief(text);
      const known = new Set(meaningsOf(before));
      const middle = text.indexOf('rose', text.length / 2);
      const after = (edit: TextEdit) => {
        const now = parseChanged(before, applyEdits(text, [edit]));
        return { now, others: meaningsOf(now).filter((meaning) => !known.has(meaning)).length };
      };
      const insert = (at: number, newText: string): TextEdit => ({ span: { start: at, end: at }, newText });

      it('has the same blocks as before but for the one where somebody types', () => {
        const { now, others } = after(insert(middle, 'now '));
        assert.equal(others, 1);
        assert.ok(now.insights.some(({ text: words }) => words.startsWith('Output now rose')));
      });

      it('has the same blocks as before where an edit moves lines past the limit, or back', () => {
        assert.ok(after(insert(middle, `now.\n\n${'Prices fell [2].\n\n'.repeat(60)}Output `)).others <= 63);
        const span = { start: text.indexOf('Output', middle), end: text.indexOf('Output', middle + 30_000) };
        assert.ok(after({ span, newText: '' }).others <= 20);
      });

      it('has the very same blocks where the edit is past the limit', () => {
        assert.equal(after(insert(text.length - 2, 'Prices fell [2].')).others, 0);
      });

      it('is what it would be if it were read anew', () => {
        for (const edit of [
          insert(middle, '\n\n\n'),
          insert(0, '---\ntitle: Ore\n---\n'),
          { span: { start: middle, end: text.length - 5 }, newText: '' },
          { span: { start: middle, end: text.length - 5 }, newText: 'Prices fell.\n\n'.repeat(60_000) },
        ]) {
          const { now } = after(edit);
          const anew = parseBrief(now.text);
          assert.deepEqual(now.limits, anew.limits);
          assert.deepEqual(now.insights, anew.insights);
          assert.deepEqual(now.blocks, anew.blocks);
          assert.deepEqual([now.title, now.language, now.sections], [anew.title, anew.language, anew.sections]);
        }
      });
    });
  }

  it('says that it has over 10 MB, also where it has few lines', () => {
    const [limit, ...others] = parseBrief(`# T\n${'a'.repeat(10 * MB)}`).limits;
    assert.match(limit?.value ?? '', /over 10 MB/);
    assert.deepEqual(others, []);
  });
});
