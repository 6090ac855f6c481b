import type { Finding, FormulaFault, RuleSetting } from '../base/problem';
import type { BlockLists, ResolvedBlock } from '../brief/blocks/parsedBlock';
import type { ConfigFile } from '../brief/config/config';
import type { NumbersElsewhere } from '../brief/config/workspace';
import { blocksWith, sourcesWith } from '../brief/queries/finders';
import type { SourcesById } from '../brief/queries/sources';
import type { Brief, Field, Source, Suppression } from '../brief/types';
import type { Ranker } from '../evidence/candidates';

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

/** Makes a rule that checks a brief as a whole. */
export function briefRule(rule: Rule): Rule {
  return rule;
}

/** Makes a rule that visits blocks. */
export function blockRule({
  where,
  checkBlock,
  ...about
}: About & {
  /** Selects the blocks to visit, only by what a block means. Not called again for blocks that an edit leaves unchanged. */
  readonly where: (block: ResolvedBlock) => boolean;
  checkBlock(block: BlockLists, context: RuleContext): Iterable<Finding>;
}): Rule {
  const blocksOf = blocksWith(where);
  return {
    ...about,
    *check(context) {
      for (const block of blocksOf(context.brief)) yield* checkBlock(block, context);
    },
  };
}

/** Makes a rule that visits sources. */
export function sourceRule({
  where,
  checkSource,
  ...about
}: About & {
  /** Selects the sources to visit, by their contents, which don't include spans. */
  readonly where: (source: Source) => boolean;
  checkSource(source: Source, context: RuleContext): Iterable<Finding>;
}): Rule {
  const sourcesOf = sourcesWith(where);
  return {
    ...about,
    *check(context) {
      for (const source of sourcesOf(context.brief)) yield* checkSource(source, context);
    },
  };
}
