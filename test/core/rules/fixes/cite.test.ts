import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/base/text';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { citationOf, citeEdit } from '../../../../src/core/rules/fixes/cite';

/** Cites `[1]` in the last insight of a body. */
function cited(body: string): string {
  const brief = parseBrief(`# T\n\n${body}`);
  const insight = brief.insights.at(-1);
  assert.ok(insight);
  return applyEdits(brief.text, [citeEdit(brief, insight, '[1]')]).slice('# T\n\n'.length);
}

describe('where a citation is put', () => {
  for (const [name, before, after] of [
    ['before the full stop', '- Exports fell by 30%.', '- Exports fell by 30% [1].'],
    ['at the end where there is none', '- Exports fell by 30%', '- Exports fell by 30% [1]'],
    ['before a semicolon', '- exports fell by 30%;', '- exports fell by 30% [1];'],
    ['before 。 without a space', '- 出口下降了30个百分点。', '- 出口下降了30个百分点[1]。'],
    ['after the space that a deleted citation left', '- Exports fell by 30% .', '- Exports fell by 30% [1].'],
    ['behind a quotation', '- He said "exports fell."', '- He said "exports fell." [1]'],
    ['behind emphasis', '- **Exports** fell **by 30%**', '- **Exports** fell **by 30%** [1]'],
    ['behind an abbreviation', '- Exports fell in the U.S.', '- Exports fell in the U.S. [1]'],
    ['behind an ellipsis', '- Exports fell by 30%...', '- Exports fell by 30%... [1]'],
    [
      'before a comment',
      '- Exports fell by 30%. <!-- brief: computed -->',
      '- Exports fell by 30% [1]. <!-- brief: computed -->',
    ],
    [
      'before comments without a space between them',
      '- Exports fell by 30%. <!-- brief: computed --><!-- a -->',
      '- Exports fell by 30% [1]. <!-- brief: computed --><!-- a -->',
    ],
    ['at the end of the last line', '- Exports fell\n  by 30%.', '- Exports fell\n  by 30% [1].'],
    ['in the item and not in a nested one', '- Exports fell by 30%.', '- Exports fell by 30% [1].'],
    [
      'behind the full stop where the brief does so',
      '- Imports fell by 20%. [2]\n- Exports fell by 30%.',
      '- Imports fell by 20%. [2]\n- Exports fell by 30%. [1]',
    ],
    [
      'without a space where the brief does so',
      '- Imports fell by 20%[2].\n- Exports fell by 30%.',
      '- Imports fell by 20%[2].\n- Exports fell by 30%[1].',
    ],
    [
      'with a space after Chinese where the brief does so',
      '- 进口下降了 20 个百分点 [2]。\n- 出口下降了 30 个百分点。',
      '- 进口下降了 20 个百分点 [2]。\n- 出口下降了 30 个百分点 [1]。',
    ],
  ] as const) {
    it(name, () => assert.equal(cited(before), after));
  }

  it('keeps CRLF', () => {
    assert.equal(cited('- Exports fell\r\n  by 30%.\r\n'), '- Exports fell\r\n  by 30% [1].\r\n');
  });
});

describe('how a citation is written', () => {
  for (const [id, written] of [
    ['3', '[3]'],
    ['usgs-2024', '[@usgs-2024]'],
    ['郭2025', '[@郭2025]'],
    ['doe:critical.minerals', '[@doe:critical.minerals]'],
    ['odd.', '[@{odd.}]'],
    ['^1', '[^1]'],
  ] as const) {
    it(`${id} as ${written}`, () => assert.equal(citationOf(id), written));
  }
});
