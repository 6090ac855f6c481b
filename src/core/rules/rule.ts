/** What a rule is, and the makers of rules: each visits one kind of thing, and tells the rule of each at its place. */

import type { Finding, FormulaFault, RuleSetting } from '../base/problem';
import { NONE } from '../base/same';
import type { InText, Local } from '../base/text';
import type { ResolvedBlock } from '../brief/blocks/parsedBlock';
import type { ConfigFile } from '../brief/config/config';
import type { NumbersElsewhere } from '../brief/config/workspace';
import { declaredFiguresOf } from '../brief/queries/blocks';
import {
  addressesOfSources,
  type InsightAt,
  insightsAt,
  insightsWith,
  partsWith,
  slipsWith,
  sourcesWith,
  type TextAt,
  textsWith,
} from '../brief/queries/finders';
import { filesNamedIn, filesNamedInConfig, type NamedFile } from '../brief/queries/namedFiles';
import type { SourcesById } from '../brief/queries/sources';
import type {
  Brief,
  Citation,
  Field,
  Figure,
  FigureReference,
  InlineLink,
  Origin,
  Slip,
  SlipKind,
  Source,
  Suppression,
} from '../brief/types';
import type { Ranker } from '../evidence/candidates';
import type { CalculationFault, DenialEvidence, NumberEvidence, QuotationEvidence } from '../evidence/verdicts';
import { type ClaimPart, denialsWith, faultsWith, numbersWith, quotationsWith } from './claimParts';

/** One kind of problem of a brief. Each rule is in a file of its own, named by its code. */
export interface Rule extends About {
  /** Finds every place. Pure, and linear in the size of the brief. Leaves out what another rule reports. */
  check(context: RuleContext): Iterable<Finding>;
}

/** The properties of a rule, and its check of a workspace's configuration, with spans in that file. */
interface About {
  /** `area/name`, public and stable, in small letters, digits and hyphens. */
  readonly code: string;
  /** Severity, unless a setting or a finding has another. */
  readonly severity: RuleSetting;
  /** The code of the rule that it replaces. Without a setting of its own, that rule's setting applies. */
  readonly inPlaceOf?: string;
  /** One sentence, for lists of rules. */
  readonly description: string;
  /** More things that the rule visits, with what it makes of them. */
  readonly also?: readonly Visit[];
  checkConfig?(context: ConfigContext): Iterable<Finding>;
}

/** The data for a rule that checks a configuration. */
export interface ConfigContext {
  readonly file: ConfigFile;
  /** The codes of all rules. */
  readonly codes: readonly string[];
}

/** The data for a rule that checks a brief. */
export interface RuleContext {
  readonly brief: Brief;
  /** The brief's sources by id. */
  readonly sources: SourcesById;
  /** Ranks the sources for a claim. Made when first called. */
  readonly ranker: () => Ranker;
  /** Returns the likeliest source for a claim; undefined if there is none, or if many claims were ranked in this check. */
  readonly likeliest: Ranker['likeliest'];
  /** The codes of all rules. */
  readonly codes: readonly string[];
  /** The numbers of the other briefs of the workspace; null if there are none. */
  readonly elsewhere: NumbersElsewhere | null;
  /** Returns today's date where the user is, in ISO 8601; null if unknown. */
  readonly today: (() => string) | null;
  /**
   * Returns the fault of a formula, given with its dollar signs; null if it is fine. Null in its place if formulas can't be
   * checked.
   */
  readonly formulaFault: ((source: string) => FormulaFault | null) | null;
  /** Known only after all other rules have run; empty for these. */
  readonly unusedSuppressions: readonly UnusedSuppression[];
}

/** A suppression, or one code of it, that suppresses no problem. */
export interface UnusedSuppression {
  readonly suppression: Suppression;
  /** The unused code; null if the whole comment is unused. */
  readonly code: Field | null;
}

/** Looks at some things of a brief. */
export type Visit = (context: RuleContext) => Iterable<Finding>;

/** What a rule makes of the things that it visits: of each, or of all together if one finding may be about several. */
export type Looks<T> =
  | { check(thing: T, context: RuleContext): Iterable<Finding>; readonly checkAll?: undefined }
  | { checkAll(things: readonly T[], context: RuleContext): Iterable<Finding>; readonly check?: undefined };

/** A test of the things to visit. It may depend only on its arguments. It is not called again for what an edit leaves unchanged. */
interface Where<Args extends readonly unknown[]> {
  where(...args: Args): boolean;
}

/** The test of {@link Where}, or a query of the model that gives the things to visit. */
type Which<Args extends readonly unknown[], T> =
  | (Where<Args> & { readonly which?: undefined })
  | { which(brief: Brief): readonly T[]; readonly where?: undefined };

/** Makes a rule that checks a brief as a whole. It says why it visits nothing. */
export function briefRule(rule: Rule): Rule {
  return rule;
}

/** Turns a maker of visits into a maker of rules. */
function visitingRule<O>(each: (options: O) => Visit): (rule: About & O) => Rule {
  return (rule) => {
    const { also } = rule;
    const visit = each(rule);
    return { ...rule, check: also ? all([visit, ...also]) : visit };
  };
}

function all(visits: readonly Visit[]): Visit {
  return (context) => lookedAt(visits, context, (visit) => visit(context));
}

function visiting<T>(thingsOf: (context: RuleContext) => readonly T[], { check, checkAll }: Looks<T>): Visit {
  return (context) => {
    const things = thingsOf(context);
    if (things.length === 0) return NONE;
    return checkAll ? checkAll(things, context) : lookedAt(things, context, check);
  };
}

/** Gathers what is found in each thing. Generators in generators would be slow for a rule that finds nothing. */
function lookedAt<T>(
  things: readonly T[],
  context: RuleContext,
  check: (thing: T, context: RuleContext) => Iterable<Finding>,
) {
  const found: Finding[] = [];
  for (const thing of things) for (const finding of check(thing, context)) found.push(finding);
  return found;
}

/** Makes a rule that visits a list of the model, for which there is no maker of its own. */
export function listRule<T>(rule: About & { list(context: RuleContext): readonly T[] } & Looks<T>): Rule {
  return visitingRule<typeof rule>((options) => visiting(options.list, options))(rule);
}

/** Visits the insights of a brief. They have no place but their span and the span of the point. */
function eachInsight(options: Which<[insight: Origin], number> & Looks<InsightAt>): Visit {
  const indexesOf = options.which ?? insightsWith(options.where);
  return visiting(({ brief }) => insightsAt(brief, indexesOf(brief)), options);
}
export const insightRule = visitingRule(eachInsight);

/** Visits the citations of the text. */
export function eachCitation(
  options: Where<[citation: Local<Citation>, block: ResolvedBlock]> & Looks<Citation>,
): Visit {
  const citationsOf = partsWith('citations', options.where);
  return visiting(({ brief }) => citationsOf(brief), options);
}
export const citationRule = visitingRule(eachCitation);

/** Visits the clusters of the text: citations that stand together. */
function eachCluster(options: Where<[cluster: readonly Local<Citation>[]]> & Looks<readonly Citation[]>): Visit {
  const clustersOf = partsWith('clusters', (cluster) => options.where(cluster));
  return visiting(({ brief }) => clustersOf(brief), options);
}
export const clusterRule = visitingRule(eachCluster);

/** Visits text that looks like a citation but isn't one. */
export function eachSlip(options: { readonly kinds: readonly SlipKind[] } & Looks<Slip>): Visit {
  const slipsOf = slipsWith(options.kinds);
  return visiting(({ brief }) => slipsOf(brief), options);
}
export const slipRule = visitingRule(eachSlip);

/** Visits the links of the text. */
export function eachLink(options: Where<[link: Local<InlineLink>, block: ResolvedBlock]> & Looks<InlineLink>): Visit {
  const linksOf = partsWith('links', ({ link }, block) => options.where(link, block));
  return visiting(({ brief }) => linksOf(brief), options);
}
export const linkRule = visitingRule(eachLink);

/** Visits the references to figures, `{{id}}` and `@fig:id`. */
export function eachReference(
  options: Where<[reference: Local<FigureReference>, block: ResolvedBlock]> & Looks<FigureReference>,
): Visit {
  const referencesOf = partsWith('figureReferences', options.where);
  return visiting(({ brief }) => referencesOf(brief), options);
}
export const referenceRule = visitingRule(eachReference);

/** Visits the sources of a brief. A test goes by their contents, without their places. */
function eachSource(options: Which<[source: Local<Source>], Source> & Looks<Source>): Visit {
  const sourcesOf = options.which ?? sourcesWith(options.where);
  return visiting(({ brief }) => sourcesOf(brief), options);
}
export const sourceRule = visitingRule(eachSource);

/** Visits the addresses that declarations of sources give in the document. */
export function eachAddress(options: Where<[address: string]> & Looks<Field>): Visit {
  const addressesOf = addressesOfSources(options.where);
  return visiting(({ brief }) => addressesOf(brief), options);
}
export const addressRule = visitingRule(eachAddress);

/** Visits the figures that a brief declares, or those that a query of the model gives. */
export function eachFigure(options: { which?(brief: Brief): readonly Figure[] } & Looks<Figure>): Visit {
  const figuresOf = options.which ?? declaredFiguresOf;
  return visiting(({ brief }) => figuresOf(brief), options);
}
export const figureRule = visitingRule(eachFigure);

/** Visits the front matter and the blocks as texts. */
function eachText(options: Where<[text: string]> & Looks<TextAt>): Visit {
  const textsOf = textsWith(options.where);
  return visiting(({ brief }) => textsOf(brief), options);
}
export const textRule = visitingRule(eachText);

/**
 * Visits numbers of insights, figures and tables, with what sources say about each: of claims that a source doesn't hold, or says
 * otherwise.
 */
export function eachNumber(options: Where<[number: InText<NumberEvidence>]> & Looks<ClaimPart<NumberEvidence>>): Visit {
  const numbersOf = numbersWith((number) => (options.where(number) ? number : null));
  return visiting(({ brief }) => numbersOf(brief), options);
}
export const numberRule = visitingRule(eachNumber);

/** Visits quotations as {@link eachNumber} visits numbers. */
function eachQuotation(
  options: Where<[quotation: InText<QuotationEvidence>]> & Looks<ClaimPart<QuotationEvidence>>,
): Visit {
  const quotationsOf = quotationsWith((quotation) => (options.where(quotation) ? quotation : null));
  return visiting(({ brief }) => quotationsOf(brief), options);
}
export const quotationRule = visitingRule(eachQuotation);

/** Visits the statements of claims that sources deny. */
export function eachDenial(options: Looks<ClaimPart<DenialEvidence>>): Visit {
  return visiting(({ brief }) => denialsOf(brief), options);
}
const denialsOf = denialsWith((denial) => denial);

/** Visits the faults in calculations that authors wrote. */
export function eachFault(options: Looks<ClaimPart<CalculationFault>>): Visit {
  return visiting(({ brief }) => faultsOf(brief), options);
}
const faultsOf = faultsWith((fault) => fault);

/**
 * Makes a rule that visits the bibliographies, styles and local copies that a brief or a configuration names.
 *
 * @param rule with its check of the configuration besides these
 */
export function fileRule({
  checkFile,
  checkConfig,
  ...about
}: About & { checkFile(file: NamedFile): Iterable<Finding> }): Rule {
  return {
    ...about,
    *check({ brief }) {
      for (const file of filesNamedIn(brief)) yield* checkFile(file);
    },
    *checkConfig(context) {
      for (const file of filesNamedInConfig(context.file)) yield* checkFile(file);
      if (checkConfig) yield* checkConfig(context);
    },
  };
}
