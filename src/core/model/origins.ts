import type { Brief, Insight } from '../brief';

const origins = new WeakMap<Brief, readonly Insight[]>();

/** Keeps what the insights of a brief are copies of, in their order. */
export function keepOrigins(brief: Brief, insights: readonly Insight[]): void {
  origins.set(brief, insights);
}

/**
 * For each insight of a brief an object that stays the same from version to version, as long as nothing of the insight
 * and of its block changes but its place. Its spans mean nothing outside of its block.
 */
export function originsOf(brief: Brief): readonly Insight[] {
  return origins.get(brief) ?? brief.insights;
}

const meanings = new WeakMap<Brief, readonly object[]>();

/** Keeps what the blocks of a brief were resolved to, in their order. */
export function keepMeanings(brief: Brief, resolved: readonly object[]): void {
  meanings.set(brief, resolved);
}

/**
 * For each block of a brief an object that stays the same from version to version, as long as the block means the same:
 * its text, and all that the model has read of it.
 */
export function meaningsOf(brief: Brief): readonly object[] {
  return meanings.get(brief) ?? [];
}
