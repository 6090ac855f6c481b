import { matches } from '../numbers/matches';

/**
 * A number line with keys of claimed quantities and of the passages that hold them. With it, only a few of thousands of
 * passages need be looked at. It ignores units: `matchNumber` decides.
 */

import type { Quantity } from '../numbers';
import type { PassageNumbers } from '.';
import { windowsOf } from './amounts';
import type { Window } from './window';

/** Key of dates without a year. */
const NO_YEAR: Window = { from: -1, to: -1 };

/** Returns the values of a passage's amounts, the years of its dates, and the days of their months. */
export function keysOf({ readings, dates }: PassageNumbers): Set<number> {
  const keys = new Set(readings.map(({ value }) => value));
  for (const text of dates.byText.keys()) {
    for (const { 0: year } of matches(text, YEARS)) keys.add(Number(year));
    const day = /-(\d\d)$/.exec(text)?.[1];
    if (day !== undefined) keys.add(Number(day));
    if (text.length > 4) keys.add(NO_YEAR.from);
  }
  for (const { first, last } of dates.sorted) {
    for (const day of [first, last]) if (day !== null) keys.add(Number(day.slice(0, 4)));
  }
  return keys;
}

/** Returns ranges of keys. Every passage in which `matchNumber` finds the quantity has a key in one of them. */
export function keyWindows(claimed: Quantity): readonly Window[] {
  if (claimed.kind !== 'date') return windowsOf(claimed);
  const { first, last, value } = claimed;
  const years = matches(value, YEARS).map(([year]) => ({ from: Number(year), to: Number(year) }));
  const whole = first !== null && last !== null ? [yearsOf(first, last)] : [];
  return [...years, ...whole, ...(value.includes('X') ? [NO_YEAR] : [])];
}

function yearsOf(first: string, last: string): Window {
  return { from: Number(first.slice(0, 4)), to: Number(last.slice(0, 4)) };
}

const YEARS = /\d{4}/g;
