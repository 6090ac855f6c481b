/** What is kept of sources, and what that needs. Nothing of Node or VS Code is in here. */
import type { Pace } from '../links';
import type { Request } from '../network/contract';

/** How much of its source a copy is. */
export type CopyState = 'whole' | 'abstract' | 'excerpt';

/**
 * Why there is no copy.
 *
 * - `no-address`, `address`: the source has none, or one that nobody is asked for.
 * - `private`: on this machine or its network. `robots`: its host wants no programs there.
 * - `gone`: it does not exist, and the archive has no copy. `refused`, `failed`: a status that says no, or an error of the host.
 * - `busy`: its host wants to be left alone for long.
 * - `name`, `unreachable`, `timeout`, `offline`: no answer.
 * - `too-large`, `type`, `unreadable`, `empty`: nothing that is read.
 * - `paywall`, `sign-in`, `scripts`: its text is not in its page.
 * - `write`, `place`: no file could be made, or the brief has no place to name one.
 */
export type MissingReason =
  | 'no-address'
  | 'address'
  | 'private'
  | 'robots'
  | 'gone'
  | 'refused'
  | 'failed'
  | 'busy'
  | 'name'
  | 'unreachable'
  | 'timeout'
  | 'offline'
  | 'too-large'
  | 'type'
  | 'unreadable'
  | 'empty'
  | 'paywall'
  | 'sign-in'
  | 'scripts'
  | 'write'
  | 'place';

/** The detail of a page that is gone, if no archive was asked, or none answered. */
export const NO_ARCHIVE = 'archive not asked';
/** The detail of what was not asked for, because its host wants to be left alone. */
export const NOT_ASKED = 'not asked';

/** What came of a source. */
export type Outcome =
  | {
      /** The name of its file in the folder. */
      readonly name: string;
      readonly state: CopyState;
      /** Where it was read: the page, where that leads, or the archive. */
      readonly from: string;
    }
  | {
      readonly reason: MissingReason;
      /** Who answered so. */
      readonly host?: string;
      /** A status, a type, or a clause that says more. */
      readonly detail?: string;
    };

/** A source whose text is wanted. */
export interface Wanted {
  readonly id: string;
  /** Null: it has none. */
  readonly url: string | null;
  /** When it was read, in ISO 8601: of archived copies, the nearest is taken. */
  readonly accessed?: string;
}

/** The folder that copies come to. It makes sure that nothing is written anywhere else. */
export interface CopyFolder {
  /** The names of all that is in it, in lower case. Empty if it is not there yet. */
  names(): Promise<ReadonlySet<string>>;
  /** The text of a file in it; null if there is none. */
  read(name: string): Promise<string | null>;
  /** Makes a file, and the folder. Rejects if there is one of that name. */
  writeNew(name: string, text: string): Promise<void>;
  /** Writes the record, in place of an older one. */
  replace(name: string, text: string): Promise<void>;
}

/** Reads a PDF or a Word document. Never rejects. */
export type Extract = (
  name: string,
  bytes: Uint8Array,
) => Promise<{ readonly text: string; readonly extension: '.txt' | '.md' } | { readonly error: string }>;

export interface KeepOptions {
  readonly folder: CopyFolder;
  /** Rejects with a `NetworkError` if there is no answer. */
  readonly request: Request;
  readonly extract: Extract;
  /** Where copies of pages that are gone are asked for; null: nowhere. */
  readonly archive: string | null;
  /** The day, in ISO 8601. */
  readonly today: string;
  /** Whether the addresses of sources may be those of this machine and its network. No redirect leads there. */
  readonly allowPrivate?: boolean;
  /** Asks again for what could not be had before. */
  readonly again?: boolean;
  /** Begins no more pages. Those that were begun get some seconds to be finished. */
  readonly signal?: AbortSignal;
  /** Is told each source when it is known what came of it. */
  readonly onOutcome?: (source: Wanted, outcome: Outcome) => void;
  readonly pace?: Partial<Pace>;
}

/** What a brief can say of what came of a source: the path of its copy and what part it is, or why there is none. */
export interface Made {
  readonly id: string;
  /** Null: there is no copy, as `part` says. */
  readonly path: string | null;
  /** Null: all of the source. */
  readonly part: 'abstract' | 'excerpt' | 'paywall' | 'scripts' | null;
}

/** @param prefix what stands before the names of files in the brief: `sources/` */
export function madeOf(id: string, prefix: string, outcome: Outcome): Made[] {
  if ('name' in outcome)
    return [{ id, path: `${prefix}${outcome.name}`, part: outcome.state === 'whole' ? null : outcome.state }];
  const { reason } = outcome;
  return reason === 'paywall' || reason === 'scripts' ? [{ id, path: null, part: reason }] : [];
}
