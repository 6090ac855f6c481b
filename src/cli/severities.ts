import { SEVERITIES, type Severity } from '../core/problem';

/** Whether a severity is at least as grave as `least`. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}
