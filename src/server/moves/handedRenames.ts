import { derive } from '../../core/base/derive';
import { decoded } from '../documents/uris';
import type { Session } from '../session';

/** So long an editor may take to do what it was told, in milliseconds. */
const MOST_TIME = 60_000;

const timesOf = derive((_session: Session) => new Map<string, number>());

/** Notes that a file is renamed by an edit that the client was given: it asks about that as about any other rename. */
export function noteRename(session: Session, oldUri: string): void {
  timesOf(session).set(decoded(oldUri), performance.now());
}

/** Whether all that such a rename changes was in that edit already. It is so once. */
export function wasHanded(session: Session, oldUri: string): boolean {
  const times = timesOf(session);
  const time = times.get(decoded(oldUri));
  times.delete(decoded(oldUri));
  return time !== undefined && performance.now() - time < MOST_TIME;
}
