/** What is known of earlier runs. It lies beside the copies as a file, and is read as such: what is not as it was written counts as nothing. */
import { type CopyState, type MissingReason, NOT_ASKED, type Outcome } from './contract';
import { isNameOfCopy } from './names';
import type { RobotsRule } from './robots';

export const RECORD_NAME = 'copies.json';

/** What came of a page, and when. */
export interface KnownPage {
  readonly url: string;
  /** ISO 8601. */
  readonly day: string;
  readonly outcome: Outcome;
}

/** What a host wants of programs. */
export interface KnownRobots {
  readonly origin: string;
  readonly day: string;
  readonly rules: readonly RobotsRule[];
}

export interface CopyRecord {
  /** By address. */
  readonly pages: Map<string, KnownPage>;
  /** By origin. */
  readonly robots: Map<string, KnownRobots>;
}

/** Reasons that hold until the user asks again. All others were found without asking, or by chance of the moment. */
const LASTING: ReadonlySet<string> = new Set<MissingReason>([
  ...(['robots', 'gone', 'refused', 'failed', 'busy', 'name', 'unreachable', 'timeout'] as const),
  ...(['too-large', 'type', 'unreadable', 'empty', 'paywall', 'sign-in', 'scripts'] as const),
]);
const STATES: ReadonlySet<string> = new Set<CopyState>(['whole', 'abstract', 'excerpt']);

/** Of more, the rules of a host are asked for again. */
const MOST_RULES = 500;
const MOST_PAGES = 50_000;

/** Whether what came of a page is kept for the next run. */
export function isLasting(outcome: Outcome): boolean {
  return 'name' in outcome || (LASTING.has(outcome.reason) && outcome.detail !== NOT_ASKED);
}

export function encodeRecord({ pages, robots }: CopyRecord): string {
  const hosts = [...robots.values()].filter(({ rules }) => rules.length <= MOST_RULES);
  return `${JSON.stringify({ version: 1, pages: [...pages.values()], robots: hosts }, null, 1)}\n`;
}

/** @param today robots of another day are not believed */
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
