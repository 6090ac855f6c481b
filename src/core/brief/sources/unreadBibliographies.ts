import type { Brief } from '../types';

/**
 * The bibliographies, as they are named, that could not be read, or not yet: those of the front matter, and those that many
 * briefs share. What nothing else declares may stand in them.
 */
export function unreadBibliographies({
  frontMatter,
  bibliography,
}: Pick<Brief, 'frontMatter' | 'bibliography'>): string[] {
  const known = new Set(bibliography.map(({ path }) => path));
  const awaited = (frontMatter?.bibliography ?? []).map(({ value }) => value).filter((path) => !known.has(path));
  // A file of a library declares by its name.
  const unread = bibliography.filter(
    ({ unreadable, declarations }) => unreadable !== undefined && declarations.length === 0,
  );
  return [...new Set([...awaited, ...unread.map(({ path }) => path)])];
}

/** Whether a source may stand in one of them. What is a number, or of a footnote, no bibliography has. */
export function mayBeUnread(id: string, brief: Parameters<typeof unreadBibliographies>[0]): boolean {
  return !/^(?:\d+$|\^)/.test(id) && unreadBibliographies(brief).length > 0;
}
