/** What is said of a number or a quotation: the verdict in one line, and its reason. */
import type { Brief, Source } from '../../brief';
import { count, listed, quoted, shown } from '../../checks/messages';
import { matchNumber, readPassageNumbers } from '../../evidence/matching';
import { primaryLanguage } from '../../evidence/ranking/passageIndex';
import type { NumberEvidence, NumberInstead, PassagePlace, QuotationEvidence } from '../../evidence/verdicts';
import { type Claim, sourceOf } from '../../queries';

/** A number or a quotation, of the claim that it stands in. */
export type Evidence = { readonly claim: Claim } & (
  | { readonly kind: 'number'; readonly number: NumberEvidence }
  | { readonly kind: 'quotation'; readonly quotation: QuotationEvidence }
);

/** The numbers and quotations of a claim. */
export function evidenceIn(claim: Claim): Evidence[] {
  const { numbers, quotations } = claim.evidence;
  return [
    ...numbers.map((number) => ({ kind: 'number' as const, number, claim })),
    ...quotations.map((quotation) => ({ kind: 'quotation' as const, quotation, claim })),
  ];
}

/** The verdict in words. */
export interface Said {
  /** The word for it: `Found`. */
  readonly word: string;
  /** What follows the word: ` in [5]`, `: [4] has no passage here`. */
  readonly rest: string;
  /** What to show of a passage; null: nothing. */
  readonly place: PassagePlace | null;
}

/** @returns null where there is nothing to say: it is not worth looking up, or nothing is cited for it */
export function verdictOf(brief: Brief, evidence: Evidence): Said | null {
  const { said } = knownOf(brief);
  const key = lookedUp(evidence);
  const before = said.get(key);
  if (before !== undefined) return before;
  const now = say(brief, evidence);
  said.set(key, now);
  return now;
}

/** What was said of a brief: each of the sources that something was looked up in has a card, and all of the cards say it. */
interface Known {
  readonly said: Map<LookedUp, Said | null>;
  /** Why numbers can not be checked, by the sources that they were looked up in, which those of a sentence share. */
  readonly reasons: Map<readonly string[], string>;
}

const known = new WeakMap<Brief, Known>();

function knownOf(brief: Brief): Known {
  const before = known.get(brief) ?? { said: new Map(), reasons: new Map() };
  known.set(brief, before);
  return before;
}

function say(brief: Brief, evidence: Evidence): Said | null {
  const { at, verdict, checkedAgainst } = lookedUp(evidence);
  switch (verdict) {
    case null:
      return excuseOf(evidence);
    case 'found':
      return { word: 'Found', rest: at ? ` in ${placeName(brief, at)}` : datedIn(brief, evidence), place: at };
    case 'altered':
      return {
        word: 'Altered',
        rest: `: differs from ${at ? placeName(brief, at) : 'its source'} ${inPlaces(evidence)}`,
        place: at,
      };
    case 'elsewhere':
      return { word: 'Found elsewhere', rest: `: ${elsewhere(brief, checkedAgainst, at)}`, place: at };
    case 'notFound': {
      const instead = evidence.kind === 'number' ? evidence.number.instead() : null;
      return {
        word: 'Not found',
        rest: ` in ${either(checkedAgainst)}${says(checkedAgainst, instead)}`,
        place: instead,
      };
    }
    case 'uncheckable':
      return { word: 'Cannot check', rest: `: ${whyUncheckable(brief, evidence)}`, place: null };
  }
}

type LookedUp = NumberEvidence | QuotationEvidence;

export function lookedUp(evidence: Evidence): LookedUp {
  return evidence.kind === 'number' ? evidence.number : evidence.quotation;
}

/** The words of the claim, for a list. */
export function nameOf(evidence: Evidence): string {
  return evidence.kind === 'number' ? evidence.number.quantity.surface : quoted(evidence.quotation.text);
}

function excuseOf(evidence: Evidence): Said | null {
  if (evidence.kind === 'number' && !evidence.number.quantity.checkable) return null;
  const { claim } = evidence;
  const { sentence } = lookedUp(evidence);
  const isComputed = claim.kind === 'insight' && claim.insight.sentences[sentence ?? -1]?.computed;
  const isOwn = claim.kind === 'insight' ? claim.insight.own : claim.figure.own;
  if (!isComputed && !isOwn) return null;
  return { word: isComputed ? 'Computed by the author' : "The author's own", rest: ': not looked up', place: null };
}

/** `[5]`, or `the title of [5]`. */
function placeName(brief: Brief, { source, passage }: PassagePlace): string {
  const from = sourceOf(brief, source)?.passages[passage]?.from;
  return from === 'title' ? `the title of ${shown(source)}` : shown(source);
}

/** A date that no passage has may be that of a source itself. */
function datedIn(brief: Brief, evidence: Evidence): string {
  if (evidence.kind !== 'number') return '';
  const { quantity, checkedAgainst } = evidence.number;
  const dated = checkedAgainst.find((id) => {
    const published = sourceOf(brief, id)?.published?.value;
    return published !== undefined && matchNumber(quantity, readPassageNumbers(published, 'en')) !== null;
  });
  return dated === undefined ? ` in ${either(checkedAgainst)}` : `: ${shown(dated)} was published then`;
}

function inPlaces(evidence: Evidence): string {
  const places = evidence.kind === 'quotation' ? evidence.quotation.differences.length : 0;
  return places === 1 ? 'in one place' : `in ${count(places, 'place')}`;
}

function elsewhere(brief: Brief, checkedAgainst: readonly string[], at: PassagePlace | null): string {
  const has = `${at ? placeName(brief, at) : 'another source'} has it`;
  if (checkedAgainst.length === 0) return has;
  const bare = withoutPassages(brief, checkedAgainst);
  return bare.length > 0 ? `${haveNone(bare)}, but ${has}` : `not in ${either(checkedAgainst)}, but ${has}`;
}

function says(checkedAgainst: readonly string[], instead: NumberInstead | null): string {
  if (!instead) return '';
  const where = checkedAgainst.length === 1 ? ', whose passage says' : `; a passage of ${shown(instead.source)} says`;
  return `${where} ${instead.quantity.surface}`;
}

function whyUncheckable(brief: Brief, evidence: Evidence): string {
  if (evidence.kind === 'quotation') return reasonFor(brief, evidence);
  const { reasons } = knownOf(brief);
  const { checkedAgainst } = evidence.number;
  const reason = reasons.get(checkedAgainst) ?? reasonFor(brief, evidence);
  reasons.set(checkedAgainst, reason);
  return reason;
}

/** The first reason that holds, in the order in which an author would mend them. */
function reasonFor(brief: Brief, evidence: Evidence): string {
  const { checkedAgainst } = lookedUp(evidence);
  const declared = new Set(checkedAgainst);
  const undeclared = citesOf(evidence).filter((id) => !declared.has(id));
  if (undeclared.length > 0) return `nothing declares ${either(undeclared)}`;
  const bare = withoutPassages(brief, checkedAgainst);
  if (bare.length > 0) return haveNone(bare);
  const sources = checkedAgainst.flatMap((id) => sourceOf(brief, id) ?? []);
  if (evidence.kind === 'quotation') {
    const language = primaryLanguage(evidence.quotation.text, brief.language);
    const foreign = sources.filter((source) => !speaks(brief, source, language));
    if (foreign.length > 0) return `the passages of ${either(foreign.map(({ id }) => id))} are in another language`;
  }
  const quoting = sources.filter(({ passages }) => !passages.some(({ from }) => from === 'text'));
  return `${either(quoting.map(({ id }) => id))} only has quotes about other things`;
}

/** The ids that it rests on. */
function citesOf(evidence: Evidence): readonly string[] {
  const { claim } = evidence;
  if (claim.kind === 'figure') return claim.figure.cites.map(({ value }) => value);
  const { sentence } = lookedUp(evidence);
  const own = sentence === null ? [] : (claim.insight.sentences[sentence]?.cites ?? []);
  return own.length > 0 ? own : claim.insight.cites;
}

function withoutPassages(brief: Brief, ids: readonly string[]): string[] {
  return ids.filter((id) => !sourceOf(brief, id)?.passages.some(({ from }) => from !== 'title'));
}

function speaks(brief: Brief, { passages, language }: Source, wanted: string): boolean {
  const tag = language?.value ?? brief.language;
  return passages.some(({ from, text }) => from !== 'title' && primaryLanguage(text, tag) === wanted);
}

function haveNone(ids: readonly string[]): string {
  return `${listed(ids, 3, 'and', shown)} ${ids.length === 1 ? 'has' : 'have'} no passage here`;
}

function either(ids: readonly string[]): string {
  return listed(ids, 3, 'or', shown);
}
