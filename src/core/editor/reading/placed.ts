/** Finds what kept answers say of a brief as it is now. */

import type { Related } from '../../base/problem';
import { NONE } from '../../base/same';
import type { Span, TextEdit } from '../../base/text';
import { sourcesById } from '../../brief/queries/sources';
import type { Brief } from '../../brief/types';
import { inside } from '../../document/moved';
import { wordingEdits } from '../../rules/fixes/takeWording';
import { passageShown } from '../../rules/passageShown';
import { decidingPassage, type ReaderNote, readerNote } from './notes';
import type { ReaderQuestion, Reading, VerifiedAnswer } from './types';
import { verifyAnswer } from './verify';

/** A note at its place. */
export interface PlacedNote extends ReaderNote {
  /** Hash of claim and passages. */
  readonly hash: string;
  /** The words of the claim that the note is about, or the claim. */
  readonly span: Span;
  /** The place of the passage's words; empty if nobody can open it. */
  readonly related: readonly Related[];
  /** Edits that give the claim the words of the passage; empty if that is not the author's to do by a click. */
  readonly edits: readonly TextEdit[];
}

/**
 * Verifies answers again, and places what they say about a claim.
 *
 * @param question as the brief asks it now: an answer says nothing if its claim or passages have changed since
 * @param readings of any claims
 */
export function placedNotes(
  brief: Brief,
  question: ReaderQuestion,
  readings: readonly Reading[],
): readonly PlacedNote[] {
  const { hash, span } = question;
  return readings
    .filter((reading) => reading.hash === hash)
    .flatMap((reading) => {
      const outcome = verifyAnswer(reading.kind, question, reading.answer);
      const note = readerNote(question, outcome, reading);
      if (!note || typeof outcome !== 'object') return [];
      const related = passageOf(brief, question, outcome);
      const words = wordsInClaim(brief, question, outcome);
      return [{ ...note, hash, span: words ?? span, related, edits: words ? wording(words, outcome) : NONE }];
    });
}

function passageOf(brief: Brief, question: ReaderQuestion, outcome: VerifiedAnswer): readonly Related[] {
  const passage = decidingPassage(question, outcome);
  if (!passage) return NONE;
  const { start, end } = outcome.at ?? { start: 0, end: passage.text.length };
  const place = { source: passage.source, passage: passage.index, start, end };
  return passageShown({ brief, sources: sourcesById(brief) }, place);
}

/** Longest wording that is taken, beyond twice the length of the words that it replaces, in UTF-16 units. */
const MUCH_LONGER = 20;

/** Returns the place of the claim's words; null unless the document has them just once, as they are. */
function wordsInClaim(brief: Brief, { span }: ReaderQuestion, { claimWords }: VerifiedAnswer): Span | null {
  if (claimWords === null) return null;
  const text = brief.content.slice(span.start, span.end);
  const at = text.indexOf(claimWords);
  if (at < 0 || text.includes(claimWords, at + 1)) return null;
  return { start: span.start + at, end: span.start + at + claimWords.length };
}

/** Returns the edits that give these words of the claim the wording of the passage. */
function wording(claim: Span, { verdict, claimWords, passageWords }: VerifiedAnswer): readonly TextEdit[] {
  if (verdict !== 'contradicted' || claimWords === null || passageWords === null) return NONE;
  if (passageWords.length > 2 * claimWords.length + MUCH_LONGER) return NONE;
  const edits = wordingEdits(claimWords, passageWords, { start: 0, end: passageWords.length }) ?? NONE;
  return edits.map(({ span, newText }) => ({ span: inside(span, claim), newText }));
}
