import type { Brief, Field, Source, Suppression } from '../brief';
import type { Finding, RuleSetting } from '../problem';

/** One thing that can be wrong with a brief. It lives in one file, which its code names. */
export interface Rule {
  /** `area/name`, public and stable. */
  readonly code: string;
  /** How grave it is, where no setting and no finding says otherwise. */
  readonly severity: RuleSetting;
  /** One sentence, for lists of rules. */
  readonly description: string;
  /** Finds every place. Pure, linear in the size of the brief, and silent about what another rule reports. */
  check(context: RuleContext): Iterable<Finding>;
}

/** What a rule may look at. */
export interface RuleContext {
  readonly brief: Brief;
  /** The brief's sources by id. */
  readonly sources: ReadonlyMap<string, Source>;
  /** The codes of all rules. */
  readonly codes: readonly string[];
  /** Known only once all other rules have run: for those it is empty. */
  readonly unusedSuppressions: readonly UnusedSuppression[];
}

/** A suppression, or one code of it, that no problem met. */
export interface UnusedSuppression {
  readonly suppression: Suppression;
  /** The code that is at fault; null where the whole comment is. */
  readonly code: Field | null;
}
