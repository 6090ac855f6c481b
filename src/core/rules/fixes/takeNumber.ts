import { plain } from '../../base/messages';
import type { Fix } from '../../base/problem';
import { say } from '../../base/say';
import type { Brief, Source } from '../../brief/types';
import { languageOfPart } from '../../document/language';
import type { Claim } from '../../evidence/claims';
import { matchNumber, type PassageNumbers, readPassageNumbers } from '../../evidence/matching';
import type { Quantity } from '../../evidence/numbers';
import { rewritings } from '../../evidence/numbers/rewriteNumber';
import type { NumberEvidence, NumberInstead } from '../../evidence/verdicts';
import type { RuleContext } from '../rule';
import { placeOfNumber } from './numberPlace';

/**
 * Replaces the claim's number by the source's, in the form of the source or of the claim. Offered only if the new number,
 * read again, is found in that passage, and all other numbers stay the same.
 */
export function takeNumberFix(context: RuleContext, claim: Claim, number: NumberEvidence): Fix | null {
  const instead = number.instead();
  const source = instead && context.sources.get(instead.source);
  const { brief } = context;
  const place = placeOfNumber(brief, claim, number);
  if (!source || !place) return null;
  const passage = readPassage(brief, source, instead);
  if (!passage) return null;
  const { span, quantity } = number;
  const written = brief.content.slice(span.start, span.end);
  const times = timesInTable(quantity, instead.quantity, passage.numbers);
  const isSame = passage.language === place.language;
  const before = place.numbersWith(written);
  for (const words of rewritings({ written, quantity }, instead.quantity, times, place.language, isSame)) {
    if (words === written || !place.fits(words)) continue;
    const after = place.numbersWith(words);
    const at = after.findIndex((other) => other.span.start <= span.start && span.start < other.span.end);
    const read = after[at]?.quantity;
    const othersStay =
      after.length === before.length && after.every((other, i) => i === at || isLike(other, before[i]));
    if (!read || !othersStay || read.kind !== quantity.kind || !matchNumber(read, passage.numbers)?.exact) continue;
    const shownWords = plain(words.replace(/[*_~\\]/g, ''));
    return {
      title:
        quantity.kind === 'date'
          ? say("Take the source's date: {0}", shownWords)
          : say("Take the source's number: {0}", shownWords),
      edits: [{ span, newText: words }],
    };
  }
  return null;
}

function isLike(one: { readonly quantity: Quantity }, other: { readonly quantity: Quantity } | undefined): boolean {
  return one.quantity.surface === other?.quantity.surface && one.quantity.value === other.quantity.value;
}

function readPassage(brief: Brief, source: Source, { passage }: NumberInstead) {
  const held = source.passages[passage];
  if (!held) return null;
  const language = languageOfPart(held.text, source.language?.value ?? brief.language);
  return { language, numbers: readPassageNumbers(held.text, language, held.context) };
}

/**
 * Returns the factor of a bare number in a table: of the factors that its header allows, the one that brings it nearest to
 * the claim.
 */
function timesInTable(claimed: Quantity, instead: Quantity, { readings }: PassageNumbers): number {
  if (claimed.kind === 'date' || instead.kind === 'date') return 1;
  const { span, low } = instead;
  const value = Math.abs(claimed.high);
  const values = readings.flatMap((reading) =>
    reading.from === 'header' && reading.amount.span.start === span.start ? [reading.value] : [],
  );
  const distance = (other: number) => Math.abs(Math.log(other / value));
  const nearest = values.reduce((best, other) => (distance(other) < distance(best) ? other : best), Math.abs(low));
  return nearest === Math.abs(low) ? 1 : nearest / Math.abs(low);
}
