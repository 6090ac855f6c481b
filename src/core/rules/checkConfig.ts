import { messageOf, type Problem } from '../base/problem';
import { type ConfigFile, ruleSettingsOf } from '../brief/config/config';
import { RULES } from './rules';

/**
 * Runs the rules that speak of a configuration: on what it says, and on the files that it names.
 *
 * @returns the problems in the order of its text, with spans in that text. What its own `rules` say holds.
 */
export function checkConfig(file: ConfigFile): Problem[] {
  const settings = ruleSettingsOf(file.config);
  const codes = RULES.map(({ code }) => code);
  const problems: Problem[] = [];
  for (const rule of RULES) {
    const severity = settings.get(rule.code) ?? rule.severity;
    if (severity === 'off') continue;
    for (const finding of rule.checkConfig?.({ file, codes }) ?? [])
      problems.push({
        ...finding,
        message: messageOf(finding),
        rule: rule.code,
        severity: finding.severity ?? severity,
        related: finding.related ?? [],
      });
  }
  return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
