/** Decides whether two numbers are about the same thing, and differ. */
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
 * The reading of a cell that gives another number than a claim for the same thing. The claim has all words of the cell's heads,
 * no other word belongs to its number, and both are of one time. Null if the cell is about another thing, or gives the same
 * number.
 *
 * @param known words that a claim may have or leave out: the words of the brief's title
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

/** The reading of a cell that could replace the number of a claim; null if no reading could. */
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

/** True if two claims give different numbers for the same thing, in the same words and of one year. */
export function contradictsClaim(one: Said, other: Said): boolean {
  if (!differ(one.amount, other.amount)) return false;
  if (isAmong(one.quantities, other.amount) || isAmong(other.quantities, one.amount)) return false;
  const [a, b] = [meaningOf(one), meaningOf(other)];
  return a === null || b === null ? withoutNumber(one) === withoutNumber(other) : a === b;
}

/**
 * Describes the thing that the number of a claim is about, in a form that is equal for the same thing. It has the words that
 * belong to the number, the names of its sentence, its times, and whether it's a change or a share. Null if that can't be told.
 */
const meaningOf = derive((said: Said): string | null => meaningWith(said, null));

/** Like `meaningOf`, with the first word of the sentence as one of its names. */
export function meaningWith(said: Said, first: string | null): string | null {
  const framed = said.framed();
  if (!framed) return null;
  const { text, amount, language } = said;
  const names = first === null ? namesIn(framed.claim) : [...namesIn(framed.claim), first];
  const keys = [wordsWith(framed), names, timesOf(framed.frame)].map((list) => [...new Set(list)].sort());
  const role = roleOf(text, amount, language)?.role;
  return JSON.stringify([...keys, saysChange(said, role), role]);
}

/** Replaces the number in a sentence by `#`, to compare sentences in languages where we can't tell what a number is about. */
function withoutNumber({ text, amount: { span } }: Said): string {
  return `${text.slice(0, span.start)}#${text.slice(span.end)}`.replace(/\s+/g, ' ').trim();
}

/** True if a claim names the thing that its number is about. */
export function isOfName({ framed }: Said): boolean {
  const words = framed()?.frame.words.values() ?? NONE;
  return [...words].some(({ term, surely }) => surely === 1 && term.isName);
}

/**
 * The first word in the sentence of a number, if it's a name that belongs to the number; else null. A capital alone is no sign
 * of a name there. A possessive is one, and so are more capitals or a digit, or a mention in the title.
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

/** Forms of names: Acme's, IBM, OpenAI, Q4U. */
const SHOWS_NAME = /['’]s$|.[\p{Lu}\p{Nd}]/u;

/** True if two amounts of one kind differ, but by less than a factor of ten: a much larger one is about something else. */
export function differ(a: Amount, b: Amount): boolean {
  return isComparable(a, b) && isOfSize(Math.abs(a.low), Math.abs(b.low));
}

function isOfSize(one: number, other: number): boolean {
  return one !== other && one < other * FARTHEST && other < one * FARTHEST;
}

const FARTHEST = 10;

/** True if a number is among the numbers of a sentence, within the rounding of both. */
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

/** The words that belong to a claim's number and aren't known. CJK pairs that overlap a known word don't count, either. */
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

/** True for the word right before an amount, which is its verb: "revenue hit 130 million". */
function isVerbOf({ text, lexicon }: FramedText, { isName, end }: FrameTerm, { span }: Amount): boolean {
  return !lexicon.isCjk && !isName && end <= span.start && text.slice(end, span.start).trim() === '';
}

/** True for a change, a difference, or a distance from what was expected, rather than a level. */
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
