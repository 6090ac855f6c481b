import { type RuleSetting, SEVERITIES, type Severity } from '../../core/base/problem';
import { say } from '../../core/base/say';

/** True if a severity is at least as grave as `least`. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}

/** Returns the name of a severity in the current language. */
export function nameOfSeverity(severity: RuleSetting): string {
  return NAMES[severity]();
}

const NAMES: Readonly<Record<RuleSetting, () => string>> = {
  error: () => say('error'),
  warning: () => say('warning'),
  information: () => say('information'),
  hint: () => say('hint'),
  off: () => say('off'),
};
