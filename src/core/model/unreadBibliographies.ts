import type { Brief } from '../brief';

/**
 * The bibliographies, as the front matter names them, that could not be read, or not yet: what nothing else declares may
 * stand in them.
 */
export function unreadBibliographies({
  frontMatter,
  bibliography,
}: Pick<Brief, 'frontMatter' | 'bibliography'>): string[] {
  const read = new Set(bibliography.filter(({ unreadable }) => unreadable === undefined).map(({ path }) => path));
  return (frontMatter?.bibliography ?? []).map(({ value }) => value).filter((path) => !read.has(path));
}

/** Whether a source may stand in one of them. What is a number, or of a footnote, no bibliography has. */
export function mayBeUnread(id: string, brief: Parameters<typeof unreadBibliographies>[0]): boolean {
  return !/^(?:\d+$|\^)/.test(id) && unreadBibliographies(brief).length > 0;
}
