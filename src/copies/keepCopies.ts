/**
 * Makes copies of sources in a folder. A later run goes on where this one stopped: what was answered is not asked for again.
 */
import { archivedCopy, createTurns, isPrivateHost, mayAsk, PACE, seemsOffline } from '../links';
import { type Asking, askPage, type Missing } from './askPage';
import { type CopyFolder, type KeepOptions, NO_ARCHIVE, type Outcome, type Wanted } from './contract';
import { nameOfCopy } from './names';
import { type ReadCopy, readAnswer } from './readAnswer';
import { type CopyRecord, decodeRecord, encodeRecord, isLasting, RECORD_NAME } from './record';

/** Time that running requests get after a stop, in milliseconds. */
const GRACE_MS = 5000;

/** Plan of a run. */
export interface CopyPlan {
  /** Hosts that would be asked first, each with its number of pages, in the order of the sources. */
  readonly hosts: ReadonlyMap<string, number>;
}

/** Finds the hosts that would be asked, without asking them. Private hosts are among them only if they may be asked. */
export async function planCopies(
  sources: readonly Wanted[],
  options: Pick<KeepOptions, 'folder' | 'archive' | 'again' | 'today' | 'allowPrivate'>,
): Promise<CopyPlan> {
  const { folder, today } = options;
  const { pages } = decodeRecord(await folder.read(RECORD_NAME), today);
  const names = await folder.names();
  const hosts = new Map<string, number>();
  for (const url of new Set(sources.map((source) => source.url))) {
    if (url === null || !mayAsk(url) || stillHolds(pages.get(url)?.outcome, names, options)) continue;
    const { host, hostname } = new URL(url);
    if (options.allowPrivate !== true && isPrivateHost(hostname)) continue;
    hosts.set(host, (hosts.get(host) ?? 0) + 1);
  }
  return { hosts };
}

/** True if the outcome of a page is known, and still holds. */
function stillHolds(
  outcome: Outcome | undefined,
  names: ReadonlySet<string>,
  { again, archive }: Pick<KeepOptions, 'again' | 'archive'>,
): outcome is Outcome {
  if (!outcome || !isLasting(outcome)) return false;
  if ('name' in outcome) return names.has(outcome.name);
  return again !== true && !(outcome.detail === NO_ARCHIVE && archive !== null);
}

/**
 * Makes copies, or finds the reason why one can't be had.
 *
 * @returns the outcome of each source, by its id. Sources that were not reached before a stop are left out.
 */
export async function keepCopies(
  sources: readonly Wanted[],
  options: KeepOptions,
): Promise<ReadonlyMap<string, Outcome>> {
  const { folder, today, signal } = options;
  const names = new Set(await folder.names());
  const record = decodeRecord(await folder.read(RECORD_NAME), today);
  const knownRobots = record.robots.size;
  const pace = { ...PACE, ...options.pace };
  const end = new AbortController();
  const stop = () => setTimeout(() => end.abort(signal?.reason), GRACE_MS).unref?.();
  signal?.addEventListener('abort', stop, { once: true });
  const turns = createTurns(pace, end.signal);
  const asking: Asking = {
    options,
    pace,
    turns,
    record,
    signal: end.signal,
    robots: new Map(),
    closed: new Set(),
    answered: new Set(),
  };
  const writing = writer(folder, record, names);
  const pages = new Map<string, Promise<Outcome>>();

  const outcomeOf = async (source: Wanted): Promise<Outcome> => {
    const { url } = source;
    if (url === null) return { reason: 'no-address' };
    if (!mayAsk(url)) return { reason: 'address', ...(URL.canParse(url) ? { host: new URL(url).host } : {}) };
    const known = record.pages.get(url)?.outcome;
    if (stillHolds(known, names, options)) return known;
    const outcome = await read(source, url, asking).then((copy) => writing.keep(source.id, copy));
    if (!isLasting(outcome)) return outcome;
    record.pages.set(url, { url, day: today, outcome });
    await writing.save();
    return outcome;
  };

  const outcomes = new Map<string, Outcome>();
  const settle = (source: Wanted, outcome: Outcome) => {
    outcomes.set(source.id, outcome);
    options.onOutcome?.(source, outcome);
  };
  /** The sources whose hosts were not found: their names are wrong, or this machine is offline. */
  const notFound: { readonly source: Wanted; readonly host: string }[] = [];
  await Promise.all(
    sources.map(async (source) => {
      // Two sources of one page have one copy.
      const pending = (source.url !== null && pages.get(source.url)) || outcomeOf(source);
      if (source.url !== null) pages.set(source.url, pending);
      const outcome = await pending.catch((error: unknown) => {
        if (signal?.aborted) return null;
        throw error;
      });
      if (!outcome) return;
      if ('reason' in outcome && outcome.reason === 'name') notFound.push({ source, host: outcome.host ?? '' });
      else settle(source, outcome);
    }),
  );
  const isOffline = seemsOffline(asking.answered.size > 0, new Set(notFound.map(({ host }) => host)));
  for (const { source, host } of notFound) settle(source, { reason: isOffline ? 'offline' : 'name', host });
  signal?.removeEventListener('abort', stop);
  if (record.robots.size > knownRobots) await writing.save();
  return outcomes;
}

/** A copy of a page or of its archived version, or the reason why it can't be had. */
type Kept = (ReadCopy & { readonly from: string }) | Missing;

async function read(source: Wanted, url: string, asking: Asking): Promise<Kept> {
  const page = await readAt(url, asking, { isGiven: true, minds: true });
  const { archive } = asking.options;
  if (!('reason' in page) || page.reason !== 'gone') return page;
  const archived = archive === null ? undefined : await archivedAt(source, url, archive, asking);
  if (archived === undefined) return { ...page, detail: NO_ARCHIVE };
  const copy = archived === null ? page : await readAt(archived, asking, { isGiven: false, minds: false });
  return 'reason' in copy ? page : copy;
}

async function readAt(url: string, asking: Asking, how: Parameters<typeof askPage>[2]): Promise<Kept> {
  const answer = await askPage(url, asking, how);
  if ('reason' in answer) return answer;
  const { extract, today } = asking.options;
  const copy = await readAnswer(answer, extract, today);
  return 'reason' in copy ? copy : { ...copy, from: answer.url };
}

/**
 * Returns the address of the archived page, without what the archive shows around it; null if the archive has none, undefined
 * if it did not answer.
 */
async function archivedAt(
  { accessed }: Wanted,
  url: string,
  archive: string,
  asking: Asking,
): Promise<string | null | undefined> {
  const { options, pace, turns, signal } = asking;
  const how = { timeoutMs: pace.timeoutMs, signal, allowPrivate: options.allowPrivate === true, near: accessed };
  const found = await turns.take(archive, () => archivedCopy(options.request, archive, url, how));
  return found ? found.url.replace(/\/web\/(\d{14})\//, '/web/$1id_/') : found;
}

interface Writer {
  /** Writes a copy under a name that is free. */
  keep(id: string, copy: Kept): Promise<Outcome>;
  /** Writes the record, one version after the other. */
  save(): Promise<unknown>;
}

function writer(folder: CopyFolder, record: CopyRecord, names: Set<string>): Writer {
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<unknown> | null = null;
  return {
    keep: async (id, copy) => {
      if ('reason' in copy) return copy;
      const name = nameOfCopy(id, copy.extension, names);
      if (name === null) return { reason: 'write' };
      names.add(name);
      try {
        await folder.writeNew(name, copy.text);
      } catch (error) {
        return { reason: 'write', detail: error instanceof Error ? error.message : String(error) };
      }
      return { name, state: copy.state, from: copy.from };
    },
    save: () => {
      // Calls while a version waits are written with it. If a record can't be written, some pages are only asked for again.
      waiting ??= last
        .then(() => {
          waiting = null;
          return folder.replace(RECORD_NAME, encodeRecord(record));
        })
        .catch(() => undefined);
      last = waiting;
      return waiting;
    },
  };
}
