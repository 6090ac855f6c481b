/** Types for copies of sources, and for making them. This module needs neither Node nor VS Code. */
import type { Pace } from '../links';
import type { Request } from '../network/contract';

/** Part of its source that a copy has. */
export type CopyState = 'whole' | 'abstract' | 'excerpt';

/**
 * Reason why there is no copy.
 *
 * - `no-address`, `address`: the source has no address, or one that is never asked for.
 * - `private`: the address is on this machine or its network. `robots`: its host allows no programs there.
 * - `gone`: the page does not exist, and the archive has no copy. `refused`, `failed`: a status that says no, or an error of
 *   the host.
 * - `busy`: its host wants to be left alone for long.
 * - `name`, `unreachable`, `timeout`, `offline`: no answer.
 * - `too-large`, `type`, `unreadable`, `empty`: the answer can't be used.
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
/** The detail of a request that was not sent, because its host wants to be left alone. */
export const NOT_ASKED = 'not asked';

/** Outcome for a source: its copy, or the reason why there is no copy. */
export type Outcome =
  | {
      /** The name of its file in the folder. */
      readonly name: string;
      readonly state: CopyState;
      /** Address of the text: the page, the target of its redirects, or the archive. */
      readonly from: string;
    }
  | {
      readonly reason: MissingReason;
      /** Host that gave the reason. */
      readonly host?: string;
      /** A status, a type, or a clause that says more. */
      readonly detail?: string;
    };

/** A source whose text is wanted. */
export interface Wanted {
  readonly id: string;
  /** Address of the source; null if it has none. */
  readonly url: string | null;
  /** Day on which the source was read, in ISO 8601: the nearest archived copy is taken. */
  readonly accessed?: string;
}

/** The folder of copies. It makes sure that nothing is written anywhere else. */
export interface CopyFolder {
  /** Returns the names of everything in it, in lower case. Empty if the folder does not exist yet. */
  names(): Promise<ReadonlySet<string>>;
  /** Reads a file in it; null if it does not exist. */
  read(name: string): Promise<string | null>;
  /** Makes a file, and the folder. Rejects if a file of that name exists. */
  writeNew(name: string, text: string): Promise<void>;
  /** Writes the record, and replaces an older one. */
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
  /** Archive to ask for copies of pages that are gone; null for none. */
  readonly archive: string | null;
  /** The current day, in ISO 8601. */
  readonly today: string;
  /** True if the addresses of sources may be on this machine or its network. No redirect may lead there. */
  readonly allowPrivate?: boolean;
  /** True to ask again for what could not be had before. */
  readonly again?: boolean;
  /** Begins no more pages when aborted. Those that were begun get some seconds to finish. */
  readonly signal?: AbortSignal;
  /** Called with each source once its outcome is known. */
  readonly onOutcome?: (source: Wanted, outcome: Outcome) => void;
  readonly pace?: Partial<Pace>;
}

/** Outcome as a brief can record it: the path and part of a copy, or the reason why there is no copy. */
export interface Made {
  readonly id: string;
  /** Path of the copy; null without a copy, as `part` says. */
  readonly path: string | null;
  /** Part of the source in the copy, or the reason why there is no copy; null for the whole source. */
  readonly part: 'abstract' | 'excerpt' | 'paywall' | 'scripts' | null;
}

/** @param prefix path before the names of files in the brief: `sources/` */
export function madeOf(id: string, prefix: string, outcome: Outcome): Made[] {
  if ('name' in outcome)
    return [{ id, path: `${prefix}${outcome.name}`, part: outcome.state === 'whole' ? null : outcome.state }];
  const { reason } = outcome;
  return reason === 'paywall' || reason === 'scripts' ? [{ id, path: null, part: reason }] : [];
}
