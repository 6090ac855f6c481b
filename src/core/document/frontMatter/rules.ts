import type { RuleOverride } from '../types/frontMatter';
import type { Entry } from './entry';
import { RULE_SETTINGS } from './schemas';

/** The settings of rules under `rules`, as far as they are valid. */
export function rulesOf(header: Entry): RuleOverride[] {
  const value = header.pairs.get('rules')?.value;
  const rules: RuleOverride[] = [];
  for (const { key, keySpan, value: written } of value?.kind === 'map' ? value.pairs : []) {
    const setting = written?.kind === 'text' ? RULE_SETTINGS.find((known) => known === written.value) : undefined;
    if (setting === undefined || written === null) continue;
    rules.push({ code: { value: key, span: keySpan }, setting: { value: setting, span: written.span } });
  }
  return rules;
}
