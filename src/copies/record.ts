/** Record of earlier runs, a file beside the copies. Entries that are not valid are ignored. */
import { type CopyState, type MissingReason, NOT_ASKED, type Outcome } from './contract';
import { isNameOfCopy } from './names';
import type { RobotsRule } from './robots';

export const RECORD_NAME = 'copies.json';

/** Outcome of a page, and its day. */
export interface KnownPage {
  readonly url: string;
  /** Day of the outcome, in ISO 8601. */
  readonly day: string;
  readonly outcome: Outcome;
}

/** Rules of a host for programs, and the day on which they were read. */
export interface KnownRobots {
  readonly origin: string;
  readonly day: string;
  readonly rules: readonly RobotsRule[];
}

export interface CopyRecord {
  /** Outcomes by address. */
  readonly pages: Map<string, KnownPage>;
  /** Rules by origin. */
  readonly robots: Map<string, KnownRobots>;
}

/**
 * Reasons that hold until the user asks again. All others were found without asking, or may be different the next time: no answer
 * is none, as this machine may have been offline.
 */
const LASTING: ReadonlySet<string> = new Set<MissingReason>([
  ...(['robots', 'gone', 'refused', 'failed', 'busy'] as const),
  ...(['too-large', 'type', 'unreadable', 'empty', 'paywall', 'sign-in', 'scripts'] as const),
]);
const STATES: ReadonlySet<string> = new Set<CopyState>(['whole', 'abstract', 'excerpt']);

/** Most rules of a host in the record. A host with more is asked for them again. */
const MOST_RULES = 500;
const MOST_PAGES = 50_000;

/** True if an outcome is kept for the next run. */
export function isLasting(outcome: Outcome): boolean {
  return 'name' in outcome || (LASTING.has(outcome.reason) && outcome.detail !== NOT_ASKED);
}

export function encodeRecord({ pages, robots }: CopyRecord): string {
  const hosts = [...robots.values()].filter(({ rules }) => rules.length <= MOST_RULES);
  return `${JSON.stringify({ version: 1, pages: [...pages.values()], robots: hosts }, null, 1)}\n`;
}

/** @param today rules of hosts from another day are ignored */
export function decodeRecord(written: string | null, today: string): CopyRecord {
  const record: CopyRecord = { pages: new Map(), robots: new Map() };
  const read = parsed(written ?? '');
  if (!isMap(read) || read['version'] !== 1) return record;
  for (const page of listIn(read['pages']).slice(0, MOST_PAGES)) if (isPage(page)) record.pages.set(page.url, page);
  for (const host of listIn(read['robots']))
    if (isRobots(host) && host.day === today) record.robots.set(host.origin, host);
  return record;
}

function parsed(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return null;
  }
}

function isPage(value: unknown): value is KnownPage {
  return isMap(value) && isText(value['url']) && isDay(value['day']) && isOutcome(value['outcome']);
}

function isOutcome(value: unknown): value is Outcome {
  if (!isMap(value)) return false;
  const { name, state, from, reason, host = '', detail = '' } = value;
  if (name !== undefined)
    return isText(name) && isNameOfCopy(name) && isText(state) && STATES.has(state) && isText(from);
  return isText(reason) && LASTING.has(reason) && isText(host) && isText(detail);
}

function isRobots(value: unknown): value is KnownRobots {
  return (
    isMap(value) &&
    isText(value['origin']) &&
    isDay(value['day']) &&
    Array.isArray(value['rules']) &&
    value['rules'].length <= MOST_RULES &&
    value['rules'].every((rule) => isMap(rule) && typeof rule['allow'] === 'boolean' && isText(rule['path']))
  );
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isDay(value: unknown): boolean {
  return isText(value) && /^\d{4}-\d\d-\d\d$/.test(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 5000;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
