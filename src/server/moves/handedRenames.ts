import { derive } from '../../core/base/derive';
import { decoded } from '../documents/uris';
import type { Session } from '../session';

/** Time that an editor may take to apply the edit it was given, in milliseconds. */
const MOST_TIME = 60_000;

const timesOf = derive((_session: Session) => new Map<string, number>());

/** Notes that an edit given to the client renames a file. The client will ask about that rename as about any other. */
export function noteRename(session: Session, oldUri: string): void {
  timesOf(session).set(decoded(oldUri), performance.now());
}

/** True if an edit given to the client already has all changes for this rename. True only once for each noted rename. */
export function wasHanded(session: Session, oldUri: string): boolean {
  const times = timesOf(session);
  const time = times.get(decoded(oldUri));
  times.delete(decoded(oldUri));
  return time !== undefined && performance.now() - time < MOST_TIME;
}
