import type { Amount } from '../numbers';

/**
 * Stretches of time that are said without a number: "over the past decade" is ten years, "a year and a half" is 1.5.
 * A claim need not be looked up for them, but a passage may say so what a claim says in years.
 */
export function findSpansInWords(text: string): Amount[] {
  if (!MAY_HOLD.test(text)) return [];
  const found: Amount[] = [];
  for (const { 0: surface, 1: lead = '', 2: word = '', 3: half, index } of text.matchAll(SPAN)) {
    const unit = UNITS.get(word.toLowerCase());
    if (unit === undefined || (half === undefined && (unit === 'year' || unit === 'month'))) continue;
    const value = half === undefined ? 1 : 1.5;
    found.push({
      surface: surface.slice(lead.length),
      span: { start: index + lead.length, end: index + surface.length },
      kind: 'dimension',
      value,
      unit,
      low: value,
      high: value,
      step: 0,
      lowStep: 0,
      approximate: false,
      bound: null,
      checkable: false,
    });
  }
  return found;
}

const UNITS: ReadonlyMap<string, string> = new Map([
  ['decade', 'decade'],
  ['century', 'century'],
  ['jahrzehnt', 'decade'],
  ['décennie', 'decade'],
  ['década', 'decade'],
  ['decennio', 'decade'],
  ['year', 'year'],
  ['month', 'month'],
]);
const MAY_HOLD = /decade|century|jahrzehnt|d[eé]cen|década|and a half/i;
/** "The 19th century" is none: before the word stands an article, or what says which one. */
const SPAN =
  /(?<![\p{L}\d])((?:an?|the|one|this|past|last|next|previous|coming|every|each|per|of|ein|einem|einen|eines|letzten|vergangenen|nächsten|une|la|dernière|prochaine|una|última|próxima|uma|un|ultimo|prossimo) )(decade|century|year|month|jahrzehnt|décennie|década|decennio)(?![\p{L}])( and a half)?/giu;
