import { LANGUAGES } from '../../languages';
import type { UnitWord } from './units';

/** Units that aren't dimensions, by the names that languages have for them. */
const OTHERS: Readonly<Record<string, UnitWord>> = {
  '°': { kind: 'number', unit: '°', exponent: 0 },
  times: { kind: 'number', unit: 'times', exponent: 0 },
  '%': { kind: 'percent', unit: '%', exponent: 0 },
  pp: { kind: 'percent', unit: 'pp', exponent: 0 },
  'basis point': { kind: 'percent', unit: 'pp', exponent: -2 },
  'per mille': { kind: 'percent', unit: '%', exponent: -1 },
};

function namesIn(isCjk: boolean): ReadonlyMap<string, UnitWord> {
  const names = new Map<string, UnitWord>();
  for (const { units = {}, isCjk: ofCjk = false } of LANGUAGES) {
    if (ofCjk !== isCjk) continue;
    for (const [unit, list] of Object.entries(units)) {
      const word: UnitWord = OTHERS[unit] ?? { kind: 'dimension', unit, exponent: 0 };
      for (const name of list.split('|')) names.set(name, word);
    }
  }
  return names;
}

/** Names in Latin letters, lower case; with at most four words. */
export const UNIT_NAMES = namesIn(false);

/** Names in Chinese (simplified), Japanese and Korean. */
export const UNIT_NAMES_CJK = namesIn(true);
