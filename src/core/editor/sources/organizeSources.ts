import { firstWhere } from '../../base/ordered';
import { applyEdits, contains, type Span, type TextEdit } from '../../base/text';
import type { Brief } from '../../brief/types';
import { spanFrom } from '../../document/moved';
import { type Entry, entryRuns } from '../../rules/fixes/sources/entries';
import { idsByFirstUse, labelsByFirstUse } from './firstUse';
import { renumberEdits, renumbering } from './renumber';
import { keepingMeaning } from './sameModel';

/** The result of organizing the sources of a brief. */
export type Organized =
  /** The edits, and the count of sources and footnotes that get another number. */
  | { readonly edits: readonly TextEdit[]; readonly renumbered: number }
  /** All is in order. */
  | 'in order'
  /** The text would mean something else. */
  | 'not possible';

/**
 * Sorts the sources in the order of their first use, uncited ones last. Numbered sources and numbered footnotes get new
 * numbers in this order, and so do their citations. Entries move with their comments, byte for byte except for their
 * numbers. Keys stay as they are, and so do the sources of a shared bibliography.
 */
export function organizeSources(brief: Brief): Organized {
  const numbers = renumbering(brief);
  const numbered = renumberEdits(brief, numbers);
  const moved = moves(brief);
  if (numbered.length === 0 && moved.length === 0) return 'in order';
  const edits = keepingMeaning(brief, withMoves(brief.text, numbered, moved), (id) => numbers.get(id) ?? id);
  return edits ? { edits, renumbered: numbers.size } : 'not possible';
}

/** An entry that takes the place of another one. */
interface Move {
  readonly to: Span;
  readonly from: Span;
}

function moves(brief: Brief): Move[] {
  const used = idsByFirstUse(brief).filter((id) => !id.startsWith('^'));
  const rank = new Map([...used, ...labelsByFirstUse(brief)].map((id, i) => [id, i]));
  const rankOf = ({ id }: Entry) => rank.get(id) ?? Number.POSITIVE_INFINITY;
  return entryRuns(brief).flatMap((run) => {
    const sorted = [...run].sort((a, b) => (rankOf(a) === rankOf(b) ? 0 : rankOf(a) - rankOf(b)));
    return run.flatMap((slot, i): Move[] => {
      const entry = sorted[i];
      return entry && entry !== slot ? [{ to: slot.span, from: entry.span }] : [];
    });
  });
}

/** Adds the moves to the edits. A moved entry includes the edits inside it. */
function withMoves(text: string, edits: readonly TextEdit[], moved: readonly Move[]): TextEdit[] {
  const inside = new Map<Move, TextEdit[]>(moved.map((move) => [move, []]));
  const byStart = [...moved].sort((a, b) => a.from.start - b.from.start);
  const staying: TextEdit[] = [];
  for (const edit of edits) {
    const move = byStart[lastStartingAt(byStart, edit.span.start)];
    if (move && contains(move.from, edit.span)) inside.get(move)?.push(edit);
    else staying.push(edit);
  }
  return [
    ...staying,
    ...moved.map((move) => ({ span: move.to, newText: editedPart(text, move.from, inside.get(move) ?? []) })),
  ];
}

function lastStartingAt(moves: readonly Move[], offset: number): number {
  return firstWhere(moves.length, (index) => (moves[index]?.from.start ?? 0) > offset) - 1;
}

function editedPart(text: string, part: Span, edits: readonly TextEdit[]): string {
  const own = edits.map(({ span, newText }) => ({ span: spanFrom(span, part), newText }));
  return applyEdits(text.slice(part.start, part.end), own);
}
