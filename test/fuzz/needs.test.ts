import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseBrief, parseChanged } from '../../src/core/brief/parseBrief';
import { practiceOf } from '../../src/core/brief/queries/blocks';
import type { Brief } from '../../src/core/brief/types';
import { statsOf } from '../../src/core/evidence/stats';
import { checkBrief } from '../../src/core/rules';

/** Blocks that decide on each other: what cites, what states, what stands above and below. */
const BLOCKS = [
  '## Supply',
  '## Outlook',
  '### Brazil',
  'Output in Brazil rose by 12% in 2023.',
  'Output in Brazil rose by 12% in 2023 [1].',
  'Most miners in Brazil are paid less than the average.',
  '- Exports to the EU fell by 4% in 2023.\n- Prices rose by 5% in 2023 [2].',
  '- Exports to the EU fell by 4% in 2023 [1].\n  - Most of them went to Spain and Portugal.',
  '- **Source:** [Ministry](https://ministry.example)',
  'Prices rose by 7% in 2023 【4†source】.',
  'Two countries lead:',
  '<!-- brief-disable citation/missing -->',
  '<!-- brief-enable citation/missing -->',
  '[own]',
] as const;

const block = fc.constantFrom(...BLOCKS);

/** Blocks that come in the place of some others. */
interface Edit {
  readonly at: number;
  readonly taken: number;
  readonly put: readonly string[];
}

const edits = fc.array(fc.record({ at: fc.nat(20), taken: fc.nat(3), put: fc.array(block, { maxLength: 3 }) }), {
  minLength: 1,
  maxLength: 8,
});

/** What is decided on the insights of a brief, and said of it. */
function decided(brief: Brief): unknown {
  return {
    insights: brief.insights.map(({ because, mustCite, point, excused, section }) => ({
      ...{ because, mustCite, point, excused, section },
    })),
    problems: checkBrief(brief).map(({ rule, severity, span, message }) => ({ rule, severity, span, message })),
    practice: practiceOf(brief),
    uncited: statsOf(brief).insights,
  };
}

describe('What must be cited', () => {
  it('is after edits what it is when the brief is read anew', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 20 }), edits, (blocks, changes) => {
        const textOf = (parts: readonly string[]) =>
          `# Ore\n\n${parts.join('\n\n')}\n\n## Sources\n\n- [1] One\n- [2] Two\n`;
        let brief = parseBrief(textOf(blocks));
        let parts: readonly string[] = blocks;
        decided(brief);
        changes.forEach(({ at, taken, put }: Edit, i) => {
          parts = [...parts.slice(0, at), ...put, ...parts.slice(at + taken)];
          brief = parseChanged(brief, textOf(parts));
          // Some versions are asked about, and others only passed by.
          if (i % 3 !== 1) assert.deepEqual(decided(brief), decided(parseBrief(textOf(parts))));
        });
      }),
      { numRuns: 200 },
    );
  });
});
