/** Shows the differences between a claim and a passage. */
import { say } from '../../base/say';
import type { Difference } from '../quotations';
import type { NumberEvidence, PassagePlace, SaidOtherwise } from '../verdicts';
import type { Inline, Line } from './markup';
import type { Evidence } from './verdict';

/** The differences in the words of a quotation, or in what is said of a number; empty if nothing differs. */
export function differingLines(evidence: Evidence): Line[] {
  if (evidence.kind === 'number') return linesOfNumber(evidence.number);
  if (evidence.kind === 'denial') return sidesIn(evidence.denial.otherwise);
  const { differences, otherwise } = evidence.quotation;
  if (otherwise) return sidesIn(otherwise);
  return differences.length > 0 ? [differenceLine(differences)] : [];
}

/** The places in a passage that explain the verdict on a number: its own place, and the words said of another number. */
export function tellingPlaces(evidence: Evidence, place: PassagePlace): PassagePlace[] {
  if (evidence.kind !== 'number') return [place];
  const { at, otherwise, calculation, instead } = evidence.number;
  if (calculation)
    return calculation.operands
      .flatMap(({ at: operand }) => operand ?? [])
      .filter(({ source, passage }) => source === place.source && passage === place.passage);
  const better = otherwise ? instead() : null;
  const all = [otherwise?.at ?? place, at, better].flatMap((one) => one ?? []);
  return all.filter(({ source, passage }) => source === place.source && passage === place.passage);
}

/** "Claim: **tent** · 2.4 kg", "Passage: **stove** · 2.4 kg; **tent** · 3.1 kg"; empty if they don't differ. */
function linesOfNumber({ quantity, otherwise, instead }: NumberEvidence): Line[] {
  if (!otherwise) return [];
  const { kind, said, found } = otherwise;
  if (kind === 'bound' || kind === 'role') return sidesIn(otherwise);
  const { surface } = quantity;
  const better = instead();
  const others: Inline[] = better ? ['; ', marked(said), ` · ${better.quantity.surface}`] : [];
  return twoSides([marked(said), ` · ${surface}`], [marked(found), ` · ${surface}`, ...others]);
}

function sidesIn({ said, found }: SaidOtherwise): Line[] {
  return twoSides([marked(said)], [marked(found)]);
}

function twoSides(claim: Line, passage: Line): Line[] {
  return [
    [`${say('Claim')}: `, ...claim],
    [`${say('Passage')}: `, ...passage],
  ];
}

const marked = (text: string): Inline => ({ kind: 'strong', text });

/** The changes of a quotation: ~~the words quoted~~ **the words of the source**. */
function differenceLine(differences: readonly Difference[]): Line {
  return differences.flatMap(({ quoted, source }, i): Inline[] => {
    const between = i === 0 ? '' : ' · ';
    if (quoted === '') return [between, ...around(say('{0} is left out'), { kind: 'strong', text: source })];
    const struck: Inline = { kind: 'struck', text: quoted };
    return source === ''
      ? [between, ...around(say('{0} is not in the source'), struck)]
      : [between, struck, ' ', { kind: 'strong', text: source }];
  });
}

/** Puts a piece into a sentence, instead of its `{0}`. */
function around(sentence: string, inline: Inline): Inline[] {
  const [before = '', after = ''] = sentence.split('{0}');
  return [before, inline, after];
}
