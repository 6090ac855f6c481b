import type { Finding, RuleSetting } from '../base/problem';
import type { ConfigFile } from '../brief/config/config';
import type { FiguresElsewhere } from '../brief/config/workspace';
import type { SourcesById } from '../brief/sources/meantSources';
import type { Brief, Field, Suppression } from '../brief/types';

/** One thing that can be wrong with a brief. It lives in one file, which its code names. */
export interface Rule {
  /** `area/name`, public and stable. */
  readonly code: string;
  /** How grave it is, where no setting and no finding says otherwise. */
  readonly severity: RuleSetting;
  /** The code of the rule in whose place it speaks: without a setting of its own, that rule's setting counts. */
  readonly inPlaceOf?: string;
  /** One sentence, for lists of rules. */
  readonly description: string;
  /** Finds every place. Pure, linear in the size of the brief, and silent about what another rule reports. */
  check(context: RuleContext): Iterable<Finding>;
  /** What it says of the configuration of a workspace, in spans of that file. */
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
  /** The codes of all rules. */
  readonly codes: readonly string[];
  /** The figures of the other briefs of the workspace. */
  readonly elsewhere: FiguresElsewhere;
  /** Tells this day where the user is, in ISO 8601; null: that is not known. */
  readonly today: (() => string) | null;
  /** Known only once all other rules have run: for those it is empty. */
  readonly unusedSuppressions: readonly UnusedSuppression[];
}

/** A suppression, or one code of it, that no problem met. */
export interface UnusedSuppression {
  readonly suppression: Suppression;
  /** The code that is at fault; null where the whole comment is. */
  readonly code: Field | null;
}
