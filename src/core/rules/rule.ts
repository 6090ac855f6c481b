import type { Finding, FormulaFault, RuleSetting } from '../base/problem';
import type { BlockLists, ResolvedBlock } from '../brief/blocks/parsedBlock';
import type { ConfigFile } from '../brief/config/config';
import type { NumbersElsewhere } from '../brief/config/workspace';
import { blocksWith, sourcesWith } from '../brief/queries/finders';
import type { SourcesById } from '../brief/queries/sources';
import type { Brief, Field, Source, Suppression } from '../brief/types';
import type { Ranker } from '../evidence/candidates';

/** One thing that can be wrong with a brief. It lives in one file, which its code names. */
export interface Rule extends About {
  /** Finds every place. Pure, linear in the size of the brief, and silent about what another rule reports. */
  check(context: RuleContext): Iterable<Finding>;
}

/** What is known of a rule, and what it says of the configuration of a workspace, in spans of that file. */
interface About {
  /** `area/name`, public and stable. */
  readonly code: string;
  /** How grave it is, where no setting and no finding says otherwise. */
  readonly severity: RuleSetting;
  /** The code of the rule in whose place it speaks: without a setting of its own, that rule's setting counts. */
  readonly inPlaceOf?: string;
  /** One sentence, for lists of rules. */
  readonly description: string;
  checkConfig?(context: ConfigContext): Iterable<Finding>;
}

/** What a rule may look at that speaks of a configuration. */
export interface ConfigContext {
  readonly file: ConfigFile;
  /** The codes of all rules. */
  readonly codes: readonly string[];
}

/** What a rule may look at. */
export interface RuleContext {
  readonly brief: Brief;
  /** The brief's sources by id. */
  readonly sources: SourcesById;
  /** Ranks the sources for a claim. It is made when it is first asked for. */
  readonly ranker: () => Ranker;
  /** The codes of all rules. */
  readonly codes: readonly string[];
  /** The numbers of the other briefs of the workspace; null where there are none. */
  readonly elsewhere: NumbersElsewhere | null;
  /** Tells this day where the user is, in ISO 8601; null: that is not known. */
  readonly today: (() => string) | null;
  /** What is wrong with a formula, given with its dollar signs; null: nothing is. Null in its place: nobody knows. */
  readonly formulaFault: ((source: string) => FormulaFault | null) | null;
  /** Known only once all other rules have run: for those it is empty. */
  readonly unusedSuppressions: readonly UnusedSuppression[];
}

/** A suppression, or one code of it, that no problem met. */
export interface UnusedSuppression {
  readonly suppression: Suppression;
  /** The code that is at fault; null where the whole comment is. */
  readonly code: Field | null;
}

/** A rule that looks at a brief as a whole. */
export function briefRule(rule: Rule): Rule {
  return rule;
}

/** A rule that visits blocks. */
export function blockRule({
  where,
  checkBlock,
  ...about
}: About & {
  /** Which blocks it visits, by what a block means alone. Blocks that an edit left alone are not asked about again. */
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

/** A rule that visits sources. */
export function sourceRule({
  where,
  checkSource,
  ...about
}: About & {
  /** Which sources it visits, by what a source says, of which spans are no part. */
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
