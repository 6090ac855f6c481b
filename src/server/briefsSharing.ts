import { type Brief, parseBrief, workspaceOf } from '../core/checking';
import { type SharedSource, sharesSource } from '../core/features';
import { bibliographyOf, type Extent } from './briefIndex';
import type { OpenDocument } from './document';
import { LSPErrorCodes, ResponseError } from './lsp';
import type { Session } from './session';

/** As many files are read at a time. */
const AT_ONCE = 8;

/** A brief that cites a source of a bibliography along with others. */
export interface SharingBrief {
  readonly uri: string;
  /** Null for one that is not open. */
  readonly version: number | null;
  readonly brief: Brief;
}

/**
 * The other briefs of the workspace that have a source from the same bibliography, in the order of their URIs. They are
 * looked for once the workspace is known.
 *
 * @param all whether none may be missing: an error says where that can not be
 */
export async function briefsSharing(
  session: Session,
  source: SharedSource,
  { uri: own }: OpenDocument,
  all: boolean,
): Promise<readonly SharingBrief[]> {
  const { index } = session;
  if (all) await wholeWorkspace(session);
  else await index.ready();
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
  for (let at = 0; at < closed.length; at += AT_ONCE) {
    const texts = await Promise.all(closed.slice(at, at + AT_ONCE).map((uri) => textOf(session, uri, words)));
    for (const text of texts) {
      const brief = text && (await readBrief(session, text));
      if (brief && sharesSource(brief, source)) found.push({ uri: text.uri, version: null, brief });
    }
  }
  return found.sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

/**
 * Waits till all briefs of the workspace are known, for what may miss none of them.
 *
 * @throws a ResponseError that says why they can not be known
 */
export async function wholeWorkspace({ index }: Session): Promise<void> {
  const extent = await index.whole();
  if (extent !== 'all') throw new ResponseError(LSPErrorCodes.RequestFailed, NOT_WHOLE[extent]);
}

const NOT_WHOLE: Readonly<Record<Exclude<Extent, 'all'>, string>> = {
  stopped: 'Not all briefs of the workspace were read, so some would be missed. Try again, and let them be read.',
  'too many': 'The workspace has more briefs than are read, so some would be missed. Open a folder of fewer briefs.',
};

/** The text of a brief that is not open; null where it does not hold the words at all. */
async function textOf({ workspace }: Session, uri: string, words: string) {
  const read = await workspace?.read(uri);
  return read && read !== 'unchanged' && read.text.includes(words) ? { uri, text: read.text } : null;
}

/** Reads a brief that is not open, with the bibliographies that it names. */
async function readBrief({ workspace, files }: Session, { uri, text }: { uri: string; text: string }): Promise<Brief> {
  const config = await workspace?.config(uri);
  const around = config ? { workspace: workspaceOf(config) } : {};
  const parsed = parseBrief(text, around);
  const bibliography = files ? await bibliographyOf(uri, parsed, files) : [];
  return parseBrief(text, { ...around, bibliography, previous: parsed });
}
