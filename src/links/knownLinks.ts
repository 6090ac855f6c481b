/** Reads and writes the results that are kept from one check to the next. An entry of any other form is dropped. */
import { LINK_STATES, type LinkResult, type LinkState } from './link';

const HOUR_MS = 60 * 60 * 1000;

/** Time in milliseconds for which a result is believed. A link whose state could not be found out is tried again. */
const AGES: Readonly<Record<LinkState, number>> = {
  ok: 24 * HOUR_MS,
  redirected: 24 * HOUR_MS,
  moved: 24 * HOUR_MS,
  dead: HOUR_MS,
  blocked: HOUR_MS,
  unreachable: 0,
  unchecked: 0,
};

/** Most results that are kept; the oldest are dropped. */
const MOST_KEPT = 20_000;

/** Returns the results that still hold, by address. A name that was not found does not: this machine may have been offline. */
export function stillKnown(results: Iterable<LinkResult>, now: number): Map<string, LinkResult> {
  const held = [...results].filter(({ state, reason, at }) => reason !== 'name' && at <= now && now - at < AGES[state]);
  const kept = held.sort((a, b) => a.at - b.at).slice(-MOST_KEPT);
  return new Map(kept.map((result) => [result.url, result]));
}

export function encodeResults(results: Iterable<LinkResult>): string {
  return JSON.stringify({ version: 1, results: [...results] });
}

export function decodeResults(written: string): readonly LinkResult[] {
  try {
    const kept: unknown = JSON.parse(written);
    const results: unknown = isRecord(kept) && kept['version'] === 1 ? kept['results'] : [];
    return Array.isArray(results) ? results.filter(isResult) : [];
  } catch {
    return [];
  }
}

function isResult(value: unknown): value is LinkResult {
  if (!isRecord(value)) return false;
  const { url, state, status, reason, movedTo, archived = null, host = '', at } = value;
  const isCopy = isRecord(archived) && typeof archived['url'] === 'string' && isDay(archived['date']);
  return (
    typeof url === 'string' &&
    LINK_STATES.some((each) => each === state) &&
    (status === null || typeof status === 'number') &&
    (reason === null || typeof reason === 'string') &&
    (movedTo === null || typeof movedTo === 'string') &&
    (archived === null || isCopy) &&
    typeof host === 'string' &&
    typeof at === 'number'
  );
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
