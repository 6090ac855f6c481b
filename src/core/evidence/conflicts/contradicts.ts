/** Whether two numbers are said of the same thing, and differ. */
import { derive } from '../../base/derive';
import { NONE } from '../../base/same';
import { overlaps } from '../../base/text';
import { isComparable } from '../frames/comparable';
import type { Frame, FramedText, FrameTerm } from '../frames/types';
import type { Reading } from '../matching';
import { type Amount, inBaseUnit, type Quantity, sizeOf, stepOf } from '../numbers';
import { has } from '../numbers/matches';
import { changesBy, directionsOf, type Role, roleOf } from '../saying/directions';
import { isHeadOf } from '../sums/headWords';
import { operationsOf } from '../sums/operations';
import type { GivenCell, GivenRow, GivenTable } from './given';
import { type FramedNumber, isNumberKey, type Said } from './said';
import { yearKey } from './sentences';

/**
 * What a cell says of the very thing of which a claim says another number: the claim has all words of the cell's heads, no other
 * word stands with its number, and both are of one time. Null where the cell says nothing of it, or the same.
 *
 * @param known words that a claim need not say, and may: those of the brief's title
 */
export function contradictsCell(
  said: Said,
  { around, yearAround }: GivenTable,
  row: GivenRow,
  cell: GivenCell,
  known: ReadonlySet<string>,
): Reading | null {
  const reading = readingOf(cell, said.amount);
  if (!reading || cell.head.includes(said.amount.surface) || hasSize(said.quantities, reading.value, 0)) return null;
  const framed = said.framed();
  const of = cell.frame();
  if (!framed || !of || !isOfOneTime(said, framed.frame, of, yearAround)) return null;
  const isKnown = (word: string) => around.has(word) || known.has(word);
  const ofNumber = ({ words }: { readonly words: readonly string[] }) =>
    words.every((word) => isKnown(word) || framed.frame.words.get(word)?.surely === 1 || isNumberKey(word));
  if (!ofNumber(row) || !ofNumber(cell)) return null;
  const words = new Set([...cell.mayBeSaid(), ...around, ...known]);
  if (extraWords(framed, words).length > 0) return null;
  const { role } = roleOf(said.text, said.amount, said.language) ?? {};
  return isHeadOf('change', cell.head, said.language) === saysChange(said, role) ? reading : null;
}

/** What a cell may mean that could stand in the place of a claim's number. */
function readingOf({ readings, head }: GivenCell, claimed: Amount): Reading | null {
  const { unit } = inBaseUnit(claimed.unit ?? '');
  const size = Math.abs(sizeOf(claimed));
  const all = readings();
  const scaled = all.filter(({ from }) => from === 'header');
  const found = (claimed.unit !== null && scaled.length > 0 ? scaled : all).find(
    (reading) =>
      isOfSize(reading.value, size) &&
      (reading.unit === null
        ? claimed.unit === null || reading.from === 'header' || SAYS_UNIT.test(head)
        : reading.unit.unit === unit),
  );
  return found ?? null;
}

/** The head of a row or a column that says a unit: "Revenue ($m)", 占比（%）. */
const SAYS_UNIT = /[$€£¥%％()（）]|per ?cent/i;

/** Whether two claims say different numbers of the same thing, in the same words and of one year. */
export function contradictsClaim(one: Said, other: Said): boolean {
  if (!differ(one.amount, other.amount)) return false;
  if (isAmong(one.quantities, other.amount) || isAmong(other.quantities, one.amount)) return false;
  const [a, b] = [meaningOf(one), meaningOf(other)];
  return a === null || b === null ? withoutNumber(one) === withoutNumber(other) : a === b;
}

/**
 * What a claim says that its number is of, in a form that is equal for two of the same thing: the words that stand with it, the names
 * of its sentence, its times, and whether it is a change or a share. Null where that cannot be told.
 */
const meaningOf = derive((said: Said): string | null => meaningWith(said, null));

/** The same, with what its sentence begins with as one of its names. */
export function meaningWith(said: Said, first: string | null): string | null {
  const framed = said.framed();
  if (!framed) return null;
  const { text, amount, language } = said;
  const names = first === null ? namesIn(framed.claim) : [...namesIn(framed.claim), first];
  const keys = [wordsWith(framed), names, timesOf(framed.frame)].map((list) => [...new Set(list)].sort());
  const role = roleOf(text, amount, language)?.role;
  return JSON.stringify([...keys, saysChange(said, role), role]);
}

/** Of a language of which we do not know how it says what its numbers are of. */
function withoutNumber({ text, amount: { span } }: Said): string {
  return `${text.slice(0, span.start)}#${text.slice(span.end)}`.replace(/\s+/g, ' ').trim();
}

/** Whether a claim names what its number is of. */
export function isOfName({ framed }: Said): boolean {
  const words = framed()?.frame.words.values() ?? NONE;
  return [...words].some(({ term, surely }) => surely === 1 && term.isName);
}

/**
 * What the sentence of a number begins with, if it is a name that stands with the number: a capital alone is no sign of one there. A
 * possessive is, as are more capitals, and that the title names it.
 */
export function firstName({ framed, text }: Said, named: readonly string[]): string | null {
  const { claim, frame } = framed() ?? {};
  const first = claim?.terms.find(({ kind }) => kind === 'word');
  if (!claim || !first || frame?.words.get(first.key)?.surely !== 1 || /\p{L}/u.test(text.slice(0, first.start)))
    return null;
  const word = text.slice(first.start, first.end);
  if (!/^\p{Lu}/u.test(word) || has(word, claim.lexicon.measures)) return null;
  return named.includes(first.key) || SHOWS_NAME.test(word) ? first.key : null;
}

/** Acme's, IBM, OpenAI, Q4U. */
const SHOWS_NAME = /['’]s$|.[\p{Lu}\p{Nd}]/u;

/** What is of another kind does not differ, and what is of another size is of something else. */
export function differ(a: Amount, b: Amount): boolean {
  return isComparable(a, b) && isOfSize(Math.abs(a.low), Math.abs(b.low));
}

function isOfSize(one: number, other: number): boolean {
  return one !== other && one < other * FARTHEST && other < one * FARTHEST;
}

const FARTHEST = 10;

/** Whether a number is among those of a sentence, as far as both are rounded. */
export function isAmong(quantities: readonly Quantity[], amount: Amount): boolean {
  return hasSize(quantities, Math.abs(sizeOf(amount)), stepOf(amount));
}

function hasSize(quantities: readonly Quantity[], value: number, step: number): boolean {
  return quantities.some(
    (one) =>
      one.kind !== 'date' &&
      Math.abs(Math.abs(sizeOf(one)) - value) <= Math.max(stepOf(one), step) / 2 + value * EPSILON,
  );
}

const EPSILON = 1e-9;

function isOfOneTime(said: Said, claim: Frame, cell: Frame, yearAround: string | null): boolean {
  if (claim.periods.has('base')) return false;
  const [ofClaim, ofCell] = [claim, cell].map(({ periods }) => periods.get('year')?.key);
  return (
    (ofClaim ?? said.year ?? undefined) === (ofCell ?? yearAround ?? undefined) &&
    claim.periods.get('part')?.key === cell.periods.get('part')?.key
  );
}

/** The words that a claim says with its number besides others; of pairs of characters none that overlaps one of those. */
function extraWords({ claim, frame, amount }: FramedNumber, known: ReadonlySet<string>): readonly FrameTerm[] {
  const isKnown = ({ key }: FrameTerm) => known.has(key);
  const ofKnown = claim.terms.filter(isKnown);
  const isExtra = (term: FrameTerm) =>
    term.kind === 'word' &&
    !isKnown(term) &&
    !ofKnown.some((other) => overlaps(other, term)) &&
    !isVerbOf(claim, term, amount);
  return [...frame.words.values()].flatMap(({ term, surely }) => (surely === 1 && isExtra(term) ? term : []));
}

/** What stands right before an amount is its verb: "revenue hit 130 million". */
function isVerbOf({ text, lexicon }: FramedText, { isName, end }: FrameTerm, { span }: Amount): boolean {
  return !lexicon.isCjk && !isName && end <= span.start && text.slice(end, span.start).trim() === '';
}

/** A change, a difference, or how far something is from what was expected: no level of it. */
function saysChange({ text, amount, language }: Said, role: Role['role'] | undefined): boolean {
  return (
    role === 'change' ||
    changesBy(text, amount, language) ||
    directionsOf(text, amount, language).some(({ axis }) => axis === 'expectation') ||
    operationsOf(text, amount, language).some(({ operation, isSure }) => isSure && operation === 'difference')
  );
}

function wordsWith({ frame, claim, amount }: FramedNumber): readonly string[] {
  return [...frame.words].flatMap(([key, { term, surely }]) =>
    surely === 1 && term.kind !== 'bridge' && !isVerbOf(claim, term, amount) ? key : [],
  );
}

function namesIn({ terms }: FramedText): readonly string[] {
  return terms.flatMap(({ key, isName }) => (isName ? key : []));
}

function timesOf({ periods }: Frame): readonly string[] {
  return [...periods].flatMap(([level, { key }]) => (level === 'year' ? yearKey(key) : `${level} ${key}`));
}
