/** The comments of people as comments of Word: replies and what is resolved stand in `commentsExtended.xml` ([MS-DOCX] 2.5.4). */
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type ICommentOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { type Element, xmlText } from './page';

/** A comment as the page says it in an attribute. */
interface Said {
  readonly text: string;
  readonly author: string | null;
  readonly date: string | null;
  readonly resolved: boolean;
}

/** Stands for the day of a comment that has none; taken out of the document at the end. */
export const NO_DAY = new Date(0);

/** The library writes what is resolved only where a comment has a parent. One that is not there is none in the document. */
const NO_PARENT = -1;

/** A thread in a paragraph: what begins its stretch, and what ends it. */
export interface WordThread {
  readonly start: readonly ParagraphChild[];
  readonly end: readonly ParagraphChild[];
}

/**
 * The thread of an element of the page.
 *
 * @param comments of the document, to which those of the thread are added
 */
export function threadOf(element: Element, comments: ICommentOptions[]): WordThread {
  const said = readComments(element.attributes['data-entry'] ?? '');
  const [first] = said.map((_, i) => comments.length + i);
  const resolved = said.at(-1)?.resolved === true;
  const ids = said.map((comment) => {
    const id = comments.length;
    const author = xmlText(comment.author ?? '');
    comments.push({
      id,
      author,
      initials: initialsOf(author),
      date: comment.date === null ? NO_DAY : new Date(`${comment.date}T00:00:00Z`),
      children: [new Paragraph({ children: linesOf(comment.text) })],
      resolved,
      parentId: first === undefined || id === first ? NO_PARENT : first,
    });
    return id;
  });
  return {
    start: ids.map((id) => new CommentRangeStart(id)),
    end: ids.flatMap((id) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]),
  };
}

function readComments(entry: string): readonly Said[] {
  const read: unknown = entry === '' ? null : JSON.parse(entry);
  const list: unknown = typeof read === 'object' && read !== null && 'comments' in read ? read.comments : [];
  return Array.isArray(list) ? list : [];
}

function linesOf(text: string): TextRun[] {
  return text.split('\n').map((line, i) => new TextRun({ text: xmlText(line), ...(i > 0 && { break: 1 }) }));
}

/** `AZ` of "AZ" and of "Ada Zorn". */
function initialsOf(author: string): string {
  const words = author.split(/\s+/).filter((word) => word !== '');
  return words.length < 2 ? author.slice(0, 9) : words.map((word) => [...word][0] ?? '').join('');
}
