import type { Amount } from '../numbers';

/**
 * Stretches of time that are said without a number: "over the past decade" is ten years, "a year and a half" is 1.5,
 * 半年 is half of one. A claim need not be looked up for them, but a passage may say so what a claim says in years.
 *
 * @param text a passage, verbatim.
 */
export function findSpansInWords(text: string): Amount[] {
  if (!MAY_HOLD.test(text)) return [];
  const found: Amount[] = [];
  for (const { 0: surface, 1: word = '', 2: half, index } of text.matchAll(SPAN)) {
    const unit = UNITS.get(word.toLowerCase());
    if (unit !== undefined && LEAD.test(text.slice(Math.max(0, index - 16), index))) {
      found.push(span(surface, index, half === undefined ? 1 : 1.5, unit));
    }
  }
  for (const { 0: surface, 1: word = '', index } of text.matchAll(HALF)) {
    const unit = UNITS.get(word);
    if (unit !== undefined) found.push(span(surface, index, 0.5, unit));
  }
  return found;
}

function span(surface: string, start: number, value: number, unit: string): Amount {
  const end = start + surface.length;
  const exact = { low: value, high: value, step: 0, lowStep: 0, approximate: false, bound: null, checkable: false };
  return { surface, span: { start, end }, kind: 'dimension', value, unit, ...exact };
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
  ['年', 'year'],
  ['个月', 'month'],
  ['個月', 'month'],
  ['小时', 'h'],
  ['小時', 'h'],
  ['天', 'day'],
  ['時間', 'h'],
]);
const MAY_HOLD = /decade|century|jahrzehnt|décennie|década|decennio|and a half|半/i;
const SPAN =
  /(?<![\p{L}\d])(decade|century|jahrzehnt|décennie|década|decennio|(?:year|month)(?= and a half))(?![\p{L}])( and a half)?/giu;
/** An article, or what says which one; "the 19th century" counts none. */
const LEAD =
  /(?<![\p{L}\d])(?:an?|the|one|this|past|last|next|previous|coming|every|each|per|of|ein|einem|einen|eines|letzten|vergangenen|nächsten|une|la|dernière|prochaine|una|última|próxima|uma|un|ultimo|prossimo) $/iu;
/** 上半年 is a part of the year, and 两年半 has a number. */
const HALF = /(?<![上下前后後大个個\p{N}一二三四五六七八九十两兩年月])半(?:个|個)?(年|个月|個月|小时|小時|天|時間)/gu;
