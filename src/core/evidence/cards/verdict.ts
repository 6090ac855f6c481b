/** The verdict on a number or a quotation in one line, and its reason. */

import { derive } from '../../base/derive';
import { digits, listed, quoted, shown } from '../../base/messages';
import { say } from '../../base/say';
import { hasPassage, sourceOf } from '../../brief/queries/citedSources';
import { textStateOf } from '../../brief/sources/textState';
import type { Brief, Source } from '../../brief/types';
import { languageOfPart } from '../../document/language';
import type { Claim } from '../claims';
import { matchNumber, readPassageNumbers } from '../matching';
import type { Quantity } from '../numbers';
import { formulaOf } from '../sums/formula';
import type {
  Calculation,
  DenialEvidence,
  NumberEvidence,
  NumberInstead,
  PassagePlace,
  QuotationEvidence,
} from '../verdicts';

/** A number, a quotation, or words that a source denies, with the claim that has them. */
export type Evidence = { readonly claim: Claim } & (
  | { readonly kind: 'number'; readonly number: NumberEvidence }
  | { readonly kind: 'quotation'; readonly quotation: QuotationEvidence }
  | { readonly kind: 'denial'; readonly denial: DenialEvidence }
);

/** The numbers and quotations of a claim, and what its sources deny of it. */
export function evidenceIn(claim: Claim): Evidence[] {
  const { numbers, quotations, denied } = claim.evidence;
  return [
    ...numbers.map((number) => ({ kind: 'number' as const, number, claim })),
    ...quotations.map((quotation) => ({ kind: 'quotation' as const, quotation, claim })),
    ...denied.map((denial) => ({ kind: 'denial' as const, denial, claim })),
  ];
}

/** The verdict in words. */
export interface Said {
  /** The word for it: `Found`. */
  readonly word: string;
  /** The text after the word: ` in [5]`, `: [4] has no passage here`. */
  readonly rest: string;
  /** The stretch of a passage to show; null: nothing. */
  readonly place: PassagePlace | null;
}

/** @returns null if there is nothing to say: the evidence isn't worth looking up, or nothing is cited for it */
export function verdictOf(brief: Brief, evidence: Evidence): Said | null {
  const { verdicts } = knownOf(brief);
  const key = lookedUp(evidence);
  const before = verdicts.get(key);
  if (before !== undefined) return before;
  const now = saidOf(brief, evidence);
  verdicts.set(key, now);
  return now;
}

/** Cached texts of a brief: each source in which something was looked up has a card, and all of these cards use them. */
interface Known {
  readonly verdicts: Map<LookedUp, Said | null>;
  /** Reasons why numbers can't be checked, by the list of searched sources, which the numbers of a sentence share. */
  readonly reasons: Map<readonly string[], string>;
}

const knownOf = derive((_brief: Brief): Known => ({ verdicts: new Map(), reasons: new Map() }));

/** @param text a sentence whose verdict is marked: `**Found** in [5]` */
function said(text: string, place: PassagePlace | null): Said {
  const [before = '', word = '', ...rest] = text.split('**');
  return { word: before + word, rest: rest.join('**'), place };
}

function saidOf(brief: Brief, evidence: Evidence): Said | null {
  const { at, verdict, checkedAgainst } = lookedUp(evidence);
  switch (verdict) {
    case null:
      return excuseOf(evidence);
    case 'found': {
      const calculation = evidence.kind === 'number' ? evidence.number.calculation : null;
      if (calculation) return said(foundBy(brief, calculation), at);
      const reservation = evidence.kind === 'number' ? evidence.number.reservation : null;
      if (at && reservation === 'language')
        return said(say('**Number found** in {0}, in another language', placeName(brief, at)), at);
      if (at && reservation === 'place')
        return said(say('**Number found** in {0}, but for another place', placeName(brief, at)), at);
      if (at && evidence.kind === 'number' && evidence.number.isWithin)
        return said(say('**Found** in {0}, within what the claim says', placeName(brief, at)), at);
      return said(at ? say('**Found** in {0}', placeName(brief, at)) : datedIn(brief, evidence), at);
    }
    case 'differs': {
      const place = evidence.kind === 'number' ? (evidence.number.otherwise?.at ?? at) : at;
      return said(say('**Differs** from {0}', place ? placeName(brief, place) : say('its source')), place);
    }
    case 'altered':
      return said(alteredFrom(at ? placeName(brief, at) : say('its source'), evidence), at);
    case 'elsewhere':
      return said(say('**Found elsewhere**: {0}', elsewhere(brief, checkedAgainst, at)), at);
    case 'notFound': {
      if (evidence.kind !== 'number') return said(notFound(checkedAgainst, null), null);
      const { calculation, quantity } = evidence.number;
      const place = calculation && placesIn(calculation)[0];
      if (calculation) return said(madeOf(brief, calculation, quantity), place ?? null);
      const instead = evidence.number.instead();
      return said(notFound(checkedAgainst, instead), instead);
    }
    case 'uncheckable':
      return said(say('**Cannot check**: {0}', whyUncheckable(brief, evidence)), null);
  }
}

type LookedUp = NumberEvidence | QuotationEvidence | DenialEvidence;

export function lookedUp(evidence: Evidence): LookedUp {
  switch (evidence.kind) {
    case 'number':
      return evidence.number;
    case 'quotation':
      return evidence.quotation;
    case 'denial':
      return evidence.denial;
  }
}

/** The words of the claim, for a list. */
export function nameOf(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'number':
      return evidence.number.quantity.surface;
    case 'quotation':
      return quoted(evidence.quotation.text);
    case 'denial':
      return quoted(evidence.denial.otherwise.said);
  }
}

function excuseOf(evidence: Evidence): Said | null {
  if (evidence.kind === 'number' && !evidence.number.quantity.checkable) return null;
  const { claim } = evidence;
  const { sentence } = lookedUp(evidence);
  const isComputed = claim.kind === 'insight' && claim.insight.sentences[sentence ?? -1]?.computed;
  const { own, cites } = claim.kind === 'insight' ? claim.insight : claim.figure;
  const isLookedUp = claim.kind === 'insight' && claim.insight.ownBySection && cites.length > 0;
  const isOwn = own && !isLookedUp;
  if (!isComputed && !isOwn) return null;
  return said(
    isComputed ? say('**Computed by the author**: not checked') : say("**The author's own**: not looked up"),
    null,
  );
}

/** `[5]`, or `the title of [5]`. */
function placeName(brief: Brief, { source, passage }: PassagePlace): string {
  const from = sourceOf(brief, source)?.passages[passage]?.from;
  return from === 'title' ? say('the title of {0}', shown(source)) : shown(source);
}

/** Says that a number was found. A date that no passage has may be the date of a source itself. */
function datedIn(brief: Brief, evidence: Evidence): string {
  if (evidence.kind !== 'number') return say('**Found**');
  const { quantity, checkedAgainst } = evidence.number;
  const dated = checkedAgainst.find((id) => {
    const published = sourceOf(brief, id)?.published?.value;
    return published !== undefined && matchNumber(quantity, readPassageNumbers(published, 'en')) !== null;
  });
  return dated === undefined
    ? say('**Found** in {0}', either(checkedAgainst))
    : say('**Found**: {0} was published then', shown(dated));
}

function alteredFrom(place: string, evidence: Evidence): string {
  const places = evidence.kind === 'quotation' ? evidence.quotation.differences.length : 0;
  return places === 1
    ? say('**Altered**: differs from {0} in one place', place)
    : say('**Altered**: differs from {0} in {1} places', place, digits(places));
}

function elsewhere(brief: Brief, checkedAgainst: readonly string[], at: PassagePlace | null): string {
  const holder = at ? placeName(brief, at) : say('another source');
  if (checkedAgainst.length === 0) return say('{0} has it', holder);
  const bare = withoutPassages(brief, checkedAgainst);
  return bare.length > 0
    ? say('{0}, but {1} has it', haveNone(brief, bare), holder)
    : say('not in {0}, but {1} has it', either(checkedAgainst), holder);
}

function notFound(checkedAgainst: readonly string[], instead: NumberInstead | null): string {
  const sources = either(checkedAgainst);
  if (!instead) return say('**Not found** in {0}', sources);
  const { surface } = instead.quantity;
  return checkedAgainst.length === 1
    ? say('**Not found** in {0}, whose passage says {1}', sources, surface)
    : say('**Not found** in {0}; a passage of {1} says {2}', sources, shown(instead.source), surface);
}

/** The places of the numbers that a calculation takes from passages, the first in each passage. */
export function placesIn({ operands }: Calculation): PassagePlace[] {
  const first = new Map<string, PassagePlace>();
  for (const { at } of operands) {
    const key = at ? `${at.passage} ${at.source}` : '';
    if (at && !first.has(key)) first.set(key, at);
  }
  return [...first.values()];
}

function foundBy(brief: Brief, calculation: Calculation): string {
  const names = [...new Set(placesIn(calculation).map((place) => placeName(brief, place)))];
  const formula = formulaOf(calculation);
  return names.length === 0
    ? say('**Found**, computed: {0}', formula)
    : say('**Found** in {0}, computed: {1}', listed(names, 3, 'and', String), formula);
}

function madeOf(brief: Brief, calculation: Calculation, { surface: claimed, unit }: Quantity): string {
  const formula = formulaOf(calculation);
  const result = `${calculation.result}${unit === '%' ? '%' : ''}`;
  const [place] = placesIn(calculation);
  return 'formula' in calculation || !place
    ? say('**Not found**: {0} gives {1}, not {2}', formula, result, claimed)
    : say('**Not found** in {0}: {1} gives {2}, not {3}', placeName(brief, place), formula, result, claimed);
}

function whyUncheckable(brief: Brief, evidence: Evidence): string {
  if (evidence.kind !== 'number') return reasonFor(brief, evidence);
  const { reasons } = knownOf(brief);
  const { checkedAgainst } = evidence.number;
  const reason = reasons.get(checkedAgainst) ?? reasonFor(brief, evidence);
  reasons.set(checkedAgainst, reason);
  return reason;
}

/** The first reason that holds, in the order in which an author would fix them. */
function reasonFor(brief: Brief, evidence: Evidence): string {
  const { checkedAgainst } = lookedUp(evidence);
  const declared = new Set(checkedAgainst);
  const undeclared = citesOf(evidence).filter((id) => !declared.has(id));
  if (undeclared.length > 0) return say('nothing declares {0}', either(undeclared));
  const bare = withoutPassages(brief, checkedAgainst);
  if (bare.length > 0) return haveNone(brief, bare);
  const sources = checkedAgainst.flatMap((id) => sourceOf(brief, id) ?? []);
  if (evidence.kind === 'quotation') {
    const language = languageOfPart(evidence.quotation.text, brief.language);
    const foreign = sources.filter((source) => !speaks(brief, source, language));
    if (foreign.length > 0)
      return say('the passages of {0} are in another language', either(foreign.map(({ id }) => id)));
  }
  const partial = sources.filter(isPartial);
  if (partial.length > 0) return onlyPartOf(partial);
  const quoting = sources.filter(({ passages }) => !passages.some(({ from }) => from === 'text'));
  return say('{0} has only quotes about other things', either(quoting.map(({ id }) => id)));
}

function isPartial(source: Source): boolean {
  const state = textStateOf(source);
  return state === 'abstract' || state === 'excerpt';
}

function onlyPartOf(sources: readonly Source[]): string {
  const names = either(sources.map(({ id }) => id));
  return sources.every((source) => textStateOf(source) === 'abstract')
    ? say('only the abstract of {0} is here', names)
    : say('only a part of {0} is here', names);
}

/** The ids that are cited for the evidence. */
function citesOf(evidence: Evidence): readonly string[] {
  const { claim } = evidence;
  if (claim.kind === 'figure') return claim.figure.cites.map(({ value }) => value);
  const { sentence } = lookedUp(evidence);
  const own = sentence === null ? [] : (claim.insight.sentences[sentence]?.cites ?? []);
  return own.length > 0 ? own : claim.insight.cites;
}

function withoutPassages(brief: Brief, ids: readonly string[]): string[] {
  return ids.filter((id) => {
    const source = sourceOf(brief, id);
    return !source || !hasPassage(source);
  });
}

function speaks(brief: Brief, { passages, language }: Source, wanted: string): boolean {
  const tag = language?.value ?? brief.language;
  return passages.some(({ from, text }) => from !== 'title' && languageOfPart(text, tag) === wanted);
}

function haveNone(brief: Brief, ids: readonly string[]): string {
  const whole = ids.map((id) => sourceOf(brief, id)?.partOf).find((id) => id !== undefined);
  if (whole !== undefined) return say('the text of {0} is missing', shown(whole));
  const names = listed(ids, 3, 'and', shown);
  return ids.length === 1 ? say('{0} has no passage here', names) : say('{0} have no passage here', names);
}

function either(ids: readonly string[]): string {
  return listed(ids, 3, 'or', shown);
}
