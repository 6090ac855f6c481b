import type { RuleSetting } from '../problem';
import type { Config } from './config';

/**
 * The severity, or `off`, that a configuration gives to rules. What must be cited is a matter of rules too: of each
 * thing that can be asked to have a citation, one rule speaks. What `rules` says of such a rule counts more.
 */
export function ruleSettingsOf({ rules, mustCite }: Config): ReadonlyMap<string, RuleSetting> {
  const settings = new Map<string, RuleSetting>();
  if (mustCite) {
    if (!mustCite.includes('insight')) settings.set('citation/missing', 'off');
    if (!mustCite.includes('figure')) settings.set('figure/uncited', 'off');
    if (mustCite.includes('sentence')) settings.set('citation/missing-in-sentence', 'warning');
  }
  for (const { code, setting } of rules) settings.set(code.value, setting.value);
  return settings;
}
