import { derive } from '../../core/base/derive';
import { say } from '../../core/base/say';
import {
  type BibliographyFile,
  type Brief,
  type ConfigFile,
  parseBrief,
  relink,
  workspaceOf,
} from '../../core/checking';
import { type SharedSource, sharesSource } from '../../core/editor';
import { LSPErrorCodes, ResponseError } from '../lsp';
import type { Session } from '../session';
import { bibliographyOf, type Extent } from './briefIndex';
import type { BriefText } from './workspaceFiles';

/** The most UTF-16 units of text that are kept from the last search. A search for references is often followed by a rename. */
const MOST_KEPT = 1 << 19;

/** The number of files that are read at a time. */
const AT_ONCE = 8;

/** A brief that cites a source of a bibliography along with others. */
export interface SharingBrief {
  readonly uri: string;
  /** Null if the brief is not open. */
  readonly version: number | null;
  readonly brief: Brief;
}

/**
 * Finds the other briefs of the workspace that have a source from the same bibliography, in the order of their URIs. Waits
 * until the workspace is known.
 *
 * @param own the URI of the asking file, which is left out
 * @param all true if no brief may be missed: throws if some can't be known
 */
export async function briefsSharing(
  session: Session,
  source: SharedSource,
  own: string,
  all: boolean,
): Promise<readonly SharingBrief[]> {
  const { index } = session;
  if (all) {
    assertRead(session, own);
    await wholeWorkspace(session);
  } else await index.ready();
  // An open brief whose files are not read has no source from them.
  await session.allWhole();
  const found: SharingBrief[] = [];
  const open = new Set<string>();
  for (const document of session.documents()) {
    const { uri, version } = document;
    open.add(uri);
    const brief = document.brief();
    if (uri !== own && sharesSource(brief, source)) found.push({ uri, version, brief });
  }
  // The 6 of `[5-7]` stands in no text.
  const words = /^\d+$/.test(source.id) ? '' : source.id;
  const closed = index.holding(words).filter((uri) => !open.has(uri));
  const unopened = closedBriefsOf(session);
  const read = new Map<string, ClosedBrief>();
  let length = 0;
  for (let at = 0; at < closed.length; at += AT_ONCE) {
    const texts = await Promise.all(
      closed.slice(at, at + AT_ONCE).map(async (uri) => ({ uri, text: await unopened.text(uri) })),
    );
    for (const { uri, text } of texts) {
      if (!text?.text.includes(words)) continue;
      const closedBrief = await unopened.read(uri, text);
      length += text.text.length;
      if (length <= MOST_KEPT) read.set(uri, closedBrief);
      if (sharesSource(closedBrief.brief, source)) found.push({ uri, version: null, brief: closedBrief.brief });
    }
  }
  unopened.keepOnly(read);
  return found.sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

/**
 * Waits until all briefs of the workspace are known.
 *
 * @throws a ResponseError that says why they cannot be known
 */
export async function wholeWorkspace({ index }: Session): Promise<void> {
  refuse(await index.whole());
}

/**
 * Throws unless all briefs of the open folder around a file can be known.
 *
 * @throws a ResponseError that says what to do, if only open briefs are known there
 */
export function assertRead(session: Session, uri: string): void {
  refuse(session.unread(uri) ?? 'all');
}

function refuse(extent: Extent): void {
  if (extent !== 'all') throw new ResponseError(LSPErrorCodes.RequestFailed, NOT_WHOLE[extent]());
}

const NOT_WHOLE: Readonly<Record<Exclude<Extent, 'all'>, () => string>> = {
  stopped: () =>
    say('Not all briefs of the workspace were read, so some would be missed. Try again, and wait until all are read.'),
  'too many': () =>
    say(
      'The workspace has too many briefs to read them all, so some would be missed. Open a folder with fewer briefs.',
    ),
  'not trusted': () =>
    say(
      'This folder is not trusted, so only open briefs are read, and others would keep the old id. Trust the folder, and try again.',
    ),
  'out of reach': () =>
    say(
      'Only open briefs are read in this folder, and others would keep the old id. Open the folder in VS Code on the desktop, or rename the source and its citations by hand.',
    ),
};

/** A brief that is not open, and what it was read from. */
interface ClosedBrief {
  readonly text: BriefText;
  readonly config: ConfigFile | null;
  readonly bibliography: readonly BibliographyFile[];
  readonly brief: Brief;
}

/** Reads briefs that are not open, each again only after something that it was read from has changed. */
const closedBriefsOf = derive(({ workspace, files }: Session) => {
  let kept: ReadonlyMap<string, ClosedBrief> = new Map();
  return {
    /** The text of a brief: the same object as before as long as its file has not changed. */
    text: async (uri: string): Promise<BriefText | null> => {
      const known = kept.get(uri)?.text;
      const read = (await workspace?.read(uri, known?.state)) ?? null;
      return read === 'unchanged' ? (known ?? null) : read;
    },
    /** Reads a brief, with the bibliographies that it names. */
    read: async (uri: string, text: BriefText): Promise<ClosedBrief> => {
      const config = (await workspace?.config(uri)) ?? null;
      const around = config ? { workspace: workspaceOf(config) } : {};
      const last = kept.get(uri);
      const known = last?.text === text && last.config === config ? last : undefined;
      const parsed = known?.brief ?? parseBrief(text.text, around);
      const bibliography = files ? await bibliographyOf(uri, parsed, files) : [];
      if (known && sameFiles(known.bibliography, bibliography)) return known;
      return { text, config, bibliography, brief: relink(parsed, { ...around, bibliography }) };
    },
    /** Keeps these briefs for the next search, and forgets all others. */
    keepOnly: (briefs: ReadonlyMap<string, ClosedBrief>): void => {
      kept = briefs;
    },
  };
});

/** True if both lists have the same files. A file that hasn't changed is the same object. */
function sameFiles(a: readonly BibliographyFile[], b: readonly BibliographyFile[]): boolean {
  return a.length === b.length && a.every((file, i) => file === b[i]);
}
