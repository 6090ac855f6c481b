/** Amounts that go up in one version and down in the other, and statements that one version makes and the other denies. */
import type { TextSpan } from '../../base/text';
import { deniedIn, mayDeny, sentencesOf } from '../../evidence/saying/denials';
import { type Direction, directionsOf } from '../../evidence/saying/directions';
import type { Change, Side } from './change';
import type { ComparedClaim, SaidNumber, Sentence } from './claims';
import type { Fact, Pair } from './facts';
import { changedSentences, type Group, isSameSentence } from './pairing';

/** @param same the numbers that both versions have */
export function compareDirections(same: readonly Pair<SaidNumber>[]): Change[] {
  return same.flatMap(([old, now]): Change[] => {
    const [ones, others] = [old, now].map(directionsBeside);
    for (const one of ones ?? [])
      for (const other of others ?? [])
        if (one.axis === other.axis && one.way === -other.way && one.way !== 0)
          return [{ kind: 'direction', old: sideAt(old, one.span), now: sideAt(now, other.span) }];
    return [];
  });
}

function directionsBeside({ value: { quantity, sentence } }: Fact<SaidNumber>): readonly Direction[] {
  return quantity.kind === 'date' ? [] : directionsOf(sentence.text, quantity, sentence.language);
}

function sideAt({ value: { sentence }, claim }: Fact<SaidNumber>, span: TextSpan): Side {
  return sideIn({ claim, sentence }, span);
}

function sideIn({ claim, sentence: { text, spanOf } }: Placed, span: TextSpan): Side {
  return { text: text.slice(span.start, span.end), span: spanOf?.(span) ?? claim.span, claim: claim.span };
}

/** Finds statements that a sentence of one version makes and the same sentence of the other version denies. */
export function compareNegations(groups: readonly Group[]): Change[] {
  return groups.flatMap(({ old, now }) => {
    const others = changedSentences(now, old);
    return changedSentences(old, now).flatMap((one) =>
      others.filter(({ sentence }) => isSameSentence(one.sentence, sentence)).flatMap((other) => deniedBy(one, other)),
    );
  });
}

interface Placed {
  readonly claim: ComparedClaim;
  readonly sentence: Sentence;
}

function deniedBy(one: Placed, other: Placed): Change[] {
  const [{ text, language }, against] = [one.sentence, other.sentence];
  if (against.language !== language || !(mayDeny(text, language) || mayDeny(against.text, language))) return [];
  const there = sentencesOf(against.text, language, false);
  return sentencesOf(text, language, false).flatMap((said): Change[] => {
    const denied = deniedIn(said, there, there, false);
    if (!denied) return [];
    return [{ kind: 'negation', old: sideIn(one, denied.claimed), now: sideIn(other, denied.found) }];
  });
}
