import assert from 'node:assert/strict';
import { hoverAt, inspectBrief, parseBrief, renderPage, toPlainText } from '../../../src/core';
import { evidenceReport } from '../../../src/core/editor/assistant/evidenceReport';
import { definitionAt } from '../../../src/core/editor/navigation/definition';
import { claimBeside } from '../rules/claimBeside';

const TEXT = claimBeside('- The board has approved the loan to the island [1].', [
  'The board has not yet approved the loan to the island.',
]);
const brief = parseBrief(TEXT);
const at = TEXT.lastIndexOf('approved') + 1;

describe('what a source denies', () => {
  it('is told by the hover, with both sides and the passage', () => {
    const hover = hoverAt(brief, at);
    assert.equal(hover && TEXT.slice(hover.span.start, hover.span.end), 'approved');
    assert.equal(
      hover && toPlainText(hover.content),
      'Differs from [1]\nClaim: approved\nPassage: not yet approved\nA\n\n    The board has *not yet approved* the loan to the island.',
    );
  });

  it('leads to the passage', () => {
    const [target] = definitionAt(brief, at)?.targets ?? [];
    assert.equal(target && TEXT.slice(target.nameSpan.start, target.nameSpan.end), 'not yet approved');
  });

  it('is marked on the page, at the words and at the citation', () => {
    const html = renderPage(brief, '');
    assert.match(html, /<span class="doubt" title="Differs from \[1\]" data-verdict="differs">approved</);
    assert.match(html, /<button class="chip"[^>]* data-verdict="differs"/);
  });

  it('is given to other programs', () => {
    const [claim] = inspectBrief(brief).insights;
    assert.deepEqual(
      claim?.denials.map(({ verdict, checkedAgainst, differs }) => ({ verdict, checkedAgainst, differs })),
      [
        {
          verdict: 'differs',
          checkedAgainst: ['1'],
          differs: { kind: 'opposite', claim: 'approved', passage: 'not yet approved', instead: null },
        },
      ],
    );
  });

  it('is told of a claim that the brief does not have', () => {
    const { denials } = evidenceReport(brief, {
      claim: 'The board has approved the loan to the island.',
      sources: ['1'],
      most: 3,
    });
    assert.deepEqual(
      denials.map(({ text, passage }) => [text, passage]),
      [['approved', 'not yet approved']],
    );
  });
});
