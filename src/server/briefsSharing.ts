import { type Brief, parseBrief, type SharedSource, sharesSource, workspaceOf } from '../core';
import type { OpenDocument } from './document';
import type { Session } from './session';

/** A brief that cites a source of a bibliography along with others. */
export interface SharingBrief {
  readonly uri: string;
  /** Null for one that is not open. */
  readonly version: number | null;
  readonly brief: Brief;
}

/** The other briefs of the workspace that have a source from the same bibliography, in the order of their URIs. */
export async function briefsSharing(
  session: Session,
  source: SharedSource,
  { uri: own }: OpenDocument,
): Promise<readonly SharingBrief[]> {
  const found: SharingBrief[] = [];
  const open = new Set<string>();
  for (const document of session.documents()) {
    const { uri, version } = document;
    open.add(uri);
    const brief = document.brief();
    if (uri !== own && sharesSource(brief, source)) found.push({ uri, version, brief });
  }
  await session.index.ready();
  for (const { uri } of session.index.summaries()) {
    const brief = open.has(uri) ? null : await readBrief(session, uri, source.id);
    if (brief && sharesSource(brief, source)) found.push({ uri, version: null, brief });
  }
  return found.sort((a, b) => (a.uri < b.uri ? -1 : 1));
}

/** Reads a brief that is not open, with the files that it names; null where it does not hold the words at all. */
async function readBrief({ workspace, files }: Session, uri: string, words: string): Promise<Brief | null> {
  const read = await workspace?.read(uri);
  if (!workspace || !read || read === 'unchanged' || !read.text.includes(words)) return null;
  const config = await workspace.config(uri);
  const around = config ? { workspace: workspaceOf(config) } : {};
  const named = files ? await files.read(uri, parseBrief(read.text, around)) : {};
  return parseBrief(read.text, { ...around, ...named });
}
