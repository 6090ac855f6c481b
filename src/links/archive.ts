import type { Request } from '../network/contract';
import type { ArchivedCopy } from './link';

const MOST_BYTES = 64 * 1024;

/**
 * Asks the Internet Archive for a copy of a page, by its availability API: the nearest to a day, or the latest.
 *
 * @param service `https://archive.org`, or what stands for it
 * @param options.near the day, in ISO 8601
 * @returns null where it has none; undefined where no answer came
 */
export async function archivedCopy(
  request: Request,
  service: string,
  url: string,
  options: {
    readonly timeoutMs: number;
    readonly signal: AbortSignal | undefined;
    readonly allowPrivate: boolean;
    readonly near: string | undefined;
  },
): Promise<ArchivedCopy | null | undefined> {
  const { signal, near = '', ...rest } = options;
  const stamp = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(near)?.slice(1).join('') ?? '';
  try {
    const { status, body, isCut } = await request({
      url: `${service}/wayback/available?url=${encodeURIComponent(url)}${stamp === '' ? '' : `&timestamp=${stamp}`}`,
      headers: { accept: 'application/json' },
      mostBytes: MOST_BYTES,
      ...rest,
      ...(signal ? { signal } : {}),
    });
    if (status !== 200 || isCut) return undefined;
    return readCopy(JSON.parse(new TextDecoder().decode(body)));
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Error && ('kind' in error || error instanceof SyntaxError)) return undefined;
    throw error;
  }
}

/** Returns the copy that an answer names if it is on web.archive.org, else null. Nothing else in the answer is believed. */
function readCopy(answer: unknown): ArchivedCopy | null {
  const closest = at(at(answer, 'archived_snapshots'), 'closest');
  const url = at(closest, 'url');
  const stamp = at(closest, 'timestamp');
  if (at(closest, 'available') !== true || typeof url !== 'string' || typeof stamp !== 'string') return null;
  const date = /^(\d{4})(\d\d)(\d\d)\d{6}$/.exec(stamp)?.slice(1).join('-');
  const safe = url.replace(/^http:/, 'https:');
  const isCopy = /^https:\/\/web\.archive\.org\/web\/\d{14}\/\S+$/.test(safe);
  return date !== undefined && isCopy && !Number.isNaN(Date.parse(date)) ? { url: new URL(safe).href, date } : null;
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
