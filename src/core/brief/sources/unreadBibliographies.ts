import type { Brief } from '../types';

/**
 * Returns the bibliographies, as they are named, that couldn't be read, or not yet: of the front matter, and of files that
 * many briefs share. A source that nothing else declares may stand in them.
 */
export function unreadBibliographies({
  frontMatter,
  bibliography,
}: Pick<Brief, 'frontMatter' | 'bibliography'>): string[] {
  const known = new Set(bibliography.map(({ path }) => path));
  const awaited = (frontMatter?.bibliography ?? []).map(({ value }) => value).filter((path) => !known.has(path));
  // A file of a library declares its source by its name, even if it can't be read.
  const unread = bibliography.filter(
    ({ unreadable, declarations }) => unreadable !== undefined && declarations.length === 0,
  );
  return [...new Set([...awaited, ...unread.map(({ path }) => path)])];
}

/** True if a source may stand in an unread bibliography. Numbers and ids of footnotes never do. */
export function mayBeUnread(id: string, brief: Parameters<typeof unreadBibliographies>[0]): boolean {
  return !/^(?:\d+$|\^)/.test(id) && unreadBibliographies(brief).length > 0;
}
