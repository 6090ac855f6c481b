import { decoded } from '../documents/uris';
import type { Session } from '../session';

/** So long an editor may take to do what it was told, in milliseconds. */
const MOST_TIME = 60_000;

const handed = new WeakMap<Session, Map<string, number>>();

/** Notes that a file is renamed by an edit that the client was given: it asks about that as about any other rename. */
export function noteRename(session: Session, oldUri: string): void {
  const times = handed.get(session) ?? new Map<string, number>();
  handed.set(session, times);
  times.set(decoded(oldUri), performance.now());
}

/** Whether all that such a rename changes was in that edit already. It is so once. */
export function wasHanded(session: Session, oldUri: string): boolean {
  const times = handed.get(session);
  const time = times?.get(decoded(oldUri));
  times?.delete(decoded(oldUri));
  return time !== undefined && performance.now() - time < MOST_TIME;
}
