/** The usual ways to mark where a page begins in a text that has none: `<!-- page 12 -->`, `id="page-12"`. */

const NUMBER = String.raw`(\d{1,5}|[ivxlc]{1,8})`;
const COMMENT = new RegExp(String.raw`^(?:<!--)?\s*(?:page|pg|p\.)[\s:=#_-]*${NUMBER}\s*(?:-->)?$`, 'i');
const ID = new RegExp(`^(?:page|pg)[-_.]?${NUMBER}(?:-div)?$`, 'i');

/** The page that a comment says begins after it. */
export function pageOfComment(comment: string): string | undefined {
  return comment.length < 60 ? COMMENT.exec(comment)?.[1] : undefined;
}

/** The page that an `id` or `name` marks. */
export function pageOfId(id: string): string | undefined {
  return ID.exec(id)?.[1];
}

/** The page that a tag marks by its `id` or `name`. */
export function pageOfTag(tag: string): string | undefined {
  const id = /\s(?:id|name)\s*=\s*["']?([^\s"'>]{1,30})/i.exec(tag.slice(0, 500))?.[1];
  return id === undefined ? undefined : pageOfId(id);
}
