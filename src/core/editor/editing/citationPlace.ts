/** Finds the place of a new citation in an insight. */

import { applyEdits, contains, type Span, type TextEdit, touches } from '../../base/text';
import { parseChanged } from '../../brief/parseBrief';
import type { Brief, Insight } from '../../brief/types';
import { plainText } from '../../document/claims';
import { citationOf } from '../../rules/fixes/cite';
import { newSourceId } from '../../rules/fixes/declareSource';
import { citeAtEnd } from '../../rules/fixes/joinCitation';

/** Makes the edit that cites a source; null if it's cited there already. */
export type Cite = (id: string) => TextEdit | null;

/**
 * Cites sources at the end of the first stretch of text that can have a citation there. A sentence that seems to end
 * within a formula or the like can't. A gap that the author marked in the stretch (`[?]`) is filled.
 *
 * @returns null if no stretch can have a citation
 */
export function citeInFirst(brief: Brief, stretches: readonly Span[]): Cite | null {
  for (const stretch of stretches) {
    const cite = citeIn(brief, stretch);
    if (isRead(brief, cite)) return cite;
  }
  return null;
}

/**
 * Cites sources for the insight at a place: at the end of the sentence that the place, or the end of the selection, is in, else
 * at the end of the insight.
 *
 * @returns null if no insight there can have a citation
 */
export function citeAt(brief: Brief, selection: Span): Cite | null {
  const found = claimAt(brief, selection);
  return found && citeInFirst(brief, found.stretches);
}

/** Finds the insight and the sentence at a place, and the stretches that may get a citation at their end, best first. */
export function claimAt(brief: Brief, selection: Span) {
  const at = endOfSelection(brief.text, selection);
  const insight = insightAt(brief, at);
  // An insight without words states nothing.
  if (!insight || !/[\p{L}\p{N}]/u.test(plainText(insight.text))) return null;
  const sentence = touches(insight.span, at) ? insight.sentences.findLast(({ span }) => span.start <= at) : undefined;
  return { at, insight, sentence, stretches: sentence ? [sentence.span, insight.span] : [insight.span] };
}

/** Returns the end of a selection without white space: a whole line is selected up to the start of the next. */
function endOfSelection(text: string, { start, end }: Span): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** The insight whose text contains a place, or else the insight of its line, with the list marker. */
function insightAt({ insights, lines }: Brief, at: number): Insight | null {
  const line = lines.lineAt(at);
  const holds = ({ span }: Insight) => lines.lineAt(span.start) <= line && line <= lines.lineAt(span.end);
  return insights.find(({ span }) => touches(span, at)) ?? insights.find(holds) ?? null;
}

function citeIn(brief: Brief, stretch: Span): Cite {
  const gap = brief.slips.find(({ kind, span }) => kind === 'gap' && contains(stretch, span))?.span;
  return (id) => {
    const edit = citeAtEnd(brief, stretch, id);
    return edit && cachedApart(brief.text, gap ? { span: gap, newText: citationOf(id) } : edit);
  };
}

/** Adds a space after a citation if the text after it would turn it into something else, such as a link. */
function cachedApart(text: string, edit: TextEdit): TextEdit {
  const { span, newText } = edit;
  const isAtRisk = newText.endsWith(']') && /^(?:\(|\[(?![\d@]))/.test(text.slice(span.end, span.end + 2));
  return isAtRisk ? { span, newText: `${newText} ` } : edit;
}

/** True if a new citation there is read as one, and the existing citations still are. */
function isRead(brief: Brief, cite: Cite): boolean {
  const id = brief.sources.find((source) => cite(source.id) !== null)?.id ?? newSourceId(brief);
  const edit = cite(id);
  if (!edit) return false;
  const after = parseChanged(brief, applyEdits(brief.text, [edit]));
  return countIn(after) === countIn(brief) + 1;
}

function countIn({ citations }: Brief): number {
  return citations.reduce((sum, { items }) => sum + items.length, 0);
}
