import {
  type Finding,
  type FormulaFault,
  gravityOf,
  messageOf,
  type Problem,
  type Related,
  type RuleSetting,
  type Severity,
} from '../../base/problem';
import type { Span } from '../../base/text';
import type { NumbersElsewhere } from '../../brief/config/workspace';
import { sourcesById } from '../../brief/queries/sources';
import type { Brief } from '../../brief/types';
import { rankerOf } from '../../evidence/candidates';
import { frontMatter } from '../brief/frontMatter';
import { limit, tooMany } from '../brief/limit';
import { unusedSuppression } from '../brief/unusedSuppression';
import type { Rule, RuleContext } from '../rule';
import { RULES } from '../rules';
import { bidi } from '../text/bidi';
import { mostSevere } from './mostSevere';
import { suppressionsOf } from './suppressions';

/** Most problems reported for a file. Nobody would read more, and they would slow down an editor. */
export const MOST_PROBLEMS = 1000;

/** Most claims for which messages name the likeliest source. To rank for all of a huge file would be noticeably slow. */
const MOST_NAMED = 200;

const CODES = RULES.map(({ code }) => code);

export interface CheckOptions {
  /** Settings from outside the file. The settings in its own front matter take precedence. */
  readonly rules?: ReadonlyMap<string, RuleSetting>;
  /** The numbers of the other briefs of the workspace; null if there are none. */
  readonly elsewhere?: NumbersElsewhere | null;
  /** Removes known problems. The problems are given in document order. */
  readonly withoutKnown?: <P extends Pick<Problem, 'rule' | 'span' | 'about'>>(
    brief: Brief,
    problems: readonly P[],
  ) => readonly P[];
  /** Leaves out milder problems, as if no rule had found them. By default, none is left out. */
  readonly least?: Severity;
  /** Returns today's date where the user is, in ISO 8601. Without it, no fix that needs a date is offered. */
  readonly today?: () => string;
  /** Returns the fault of a formula: see {@link RuleContext}. Without it, formulas aren't checked. */
  readonly formulaFault?: ((source: string) => FormulaFault | null) | null;
  /**
   * Called for a rule that threw. It reports no more for this brief, and the other rules go on. Without this function, the
   * error goes to the caller.
   */
  readonly ruleFailed?: (rule: string, error: unknown) => void;
}

/**
 * Runs the rules over a brief.
 *
 * A setting replaces a rule's own severity. If a finding is milder than its rule (a hint of `citation/missing`, say), it
 * stays as mild: `citation/missing: error` turns only the warnings into errors.
 *
 * @returns the problems in document order; at the same place, in the order of {@link RULES}. At most {@link MOST_PROBLEMS},
 *   the most severe and spread over the text; then one of them says so.
 * @throws the error of a rule, if `ruleFailed` isn't given
 */
export function checkBrief(brief: Brief, options: CheckOptions = {}): Problem[] {
  return checkWith(RULES, brief, options);
}

/** Like {@link checkBrief}, with some of the rules. Only a run of all rules can report unused suppressions. */
export function checkWith(rules: readonly Rule[], brief: Brief, options: CheckOptions): Problem[] {
  const settings = settingsOf(brief, options);
  const suppressions = suppressionsOf(brief);
  const found: Found[] = [];
  const attempt = (rule: Rule, work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      if (!options.ruleFailed) throw error;
      options.ruleFailed(rule.code, error);
      return false;
    }
  };
  const run = (rule: Rule, context: RuleContext) => {
    const setting = settings.get(rule.code) ?? settings.get(rule.inPlaceOf ?? rule.code) ?? rule.severity;
    const isDone =
      setting !== 'off' &&
      attempt(rule, () => {
        for (const finding of rule.check(context)) {
          const one = foundBy(brief, rule, setting, finding);
          if (!suppressions.suppress(one)) found.push(one);
        }
      });
    if (!isDone) suppressions.skipped(rule.code);
  };
  let named = 0;
  const context: RuleContext = {
    brief,
    sources: sourcesById(brief),
    ranker: () => rankerOf(brief),
    likeliest: (claim) => (named++ < MOST_NAMED ? rankerOf(brief).likeliest(claim) : undefined),
    codes: CODES,
    elsewhere: options.elsewhere ?? null,
    today: options.today ?? null,
    formulaFault: options.formulaFault ?? null,
    unusedSuppressions: [],
  };
  const runnable = brief.misspeltFence ? rules.filter(canRunUndeclared) : rules;
  for (const rule of runnable) if (rule !== unusedSuppression) run(rule, context);
  if (runnable === RULES) run(unusedSuppression, { ...context, unusedSuppressions: suppressions.unused(CODES) });
  found.sort(byPlace);
  const least = gravityOf(options.least ?? 'hint');
  const others = options.withoutKnown?.(brief, found) ?? found;
  const wanted = others.filter(({ severity }) => gravityOf(severity) <= least);
  const problems: Problem[] = [];
  const failed = new Set<Rule>();
  for (const one of shownOf(brief, wanted, settings.get(limit.code) ?? limit.severity)) {
    const { by } = one;
    if (!failed.has(by) && !attempt(by, () => void problems.push(problemOf(one)))) failed.add(by);
  }
  return problems;
}

/** True if a rule needs no declarations. Front matter with a misspelt fence isn't read, and may declare any source. */
function canRunUndeclared(rule: Rule): boolean {
  return rule === frontMatter || rule === bidi;
}

/** A finding of a rule. Messages are made only for problems that are shown. */
interface Found extends Pick<Problem, 'rule' | 'severity' | 'span' | 'about'> {
  readonly by: Rule;
  readonly finding: Finding;
}

/** Returns at most {@link MOST_PROBLEMS} problems. If there are more, one of them says so, unless its rule is off. */
function shownOf(brief: Brief, found: readonly Found[], setting: RuleSetting): readonly Found[] {
  if (found.length <= MOST_PROBLEMS) return found;
  if (setting === 'off') return mostSevere(found, MOST_PROBLEMS, brief.content);
  const shown = mostSevere(found, MOST_PROBLEMS - 1, brief.content);
  return [...shown, foundBy(brief, limit, setting, tooMany(brief, shown.length, found.length))].sort(byPlace);
}

function settingsOf(brief: Brief, options: CheckOptions): ReadonlyMap<string, RuleSetting> {
  const settings = new Map(options.rules);
  for (const { code, setting } of brief.frontMatter?.rules ?? []) settings.set(code.value, setting.value);
  return settings;
}

function foundBy(brief: Brief, by: Rule, setting: Severity, finding: Finding): Found {
  const own = finding.severity ?? setting;
  const severity = own !== setting && gravityOf(own) > gravityOf(setting) ? own : setting;
  const { about } = finding;
  const found: Writable<Found> = { rule: by.code, severity, span: visible(brief, finding.span), by, finding };
  if (about !== undefined) found.about = about;
  return found;
}

function problemOf({ rule, severity, span, about, finding }: Found): Problem {
  const { related = NO_RELATED, unnecessary, fixes, commands } = finding;
  const problem: Writable<Problem> = { rule, severity, span, message: messageOf(finding), related };
  if (about !== undefined) problem.about = about;
  if (unnecessary !== undefined) problem.unnecessary = unnecessary;
  if (fixes !== undefined) problem.fixes = fixes;
  if (commands !== undefined) problem.commands = commands;
  return problem;
}

const NO_RELATED: readonly Related[] = [];

/** An object under construction. A key press makes a thousand of these, and spreads would be slow. */
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Returns a span within the text. It isn't empty if its line has a character to underline. */
function visible(brief: Brief, span: Span): Span {
  if (span.start >= 0 && span.end > span.start && span.end <= brief.content.length) return span;
  const start = Math.max(0, Math.min(span.start, brief.content.length));
  const end = Math.max(start, Math.min(span.end, brief.content.length));
  if (end > start) return { start, end };
  const line = brief.lines.lineAt(start);
  if (start < brief.lines.endOf(line)) return { start, end: start + 1 };
  return start > brief.lines.startOf(line) ? { start: start - 1, end: start } : { start, end };
}

/** Rules run in order and sorting is stable, so problems at one place stay in the order of the rules. */
function byPlace(a: Found, b: Found): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
