import { applyEdits, type TextEdit } from '../../base/text';
import { parseChanged } from '../../brief/parseBrief';
import type { Brief } from '../../brief/types';
import { renderBrief } from '../../page/renderBrief';

/** A brief after edits. */
export function editedBrief(brief: Brief, edits: readonly TextEdit[]): Brief {
  return parseChanged(brief, applyEdits(brief.text, edits));
}

/** True if both briefs give the same page, apart from line numbers, offsets and anchors of citations. */
export function rendersSame(one: Brief, other: Brief): boolean {
  return pageOf(one) === pageOf(other);
}

function pageOf(brief: Brief): string {
  return (
    renderBrief(brief, { evidence: 'none' })
      .replace(/ data-(?:line|at)="\d+"/g, '')
      // The anchor of a citation depends on the text around it.
      .replace(/(["#]cite-[^"]*?)-[0-9a-z]+((?:-\d+)?")/g, '$1$2')
  );
}
