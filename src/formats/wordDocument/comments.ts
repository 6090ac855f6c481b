/**
 * Reads the comments of a document as threads in CriticMarkup. `commentsExtended.xml` ([MS-DOCX] 2.5.4) says which comment
 * answers which, and which are resolved. Without that part, each comment is a thread.
 */
import { type CommentWords, writeThreadComment } from '../../core/brief/comments/words';
import { readXml } from './xml';

interface WordComment extends CommentWords {
  readonly id: string;
  /** Id of its last paragraph, which the other part refers to. */
  readonly paraId: string;
}

/** Returns the threads as written in a brief, by the ids of their first comments. */
export function readThreads(comments: string, extended: string): ReadonlyMap<string, string> {
  const found = readComments(comments);
  const { parents, done } = readExtended(extended);
  const byParagraph = new Map(found.map((comment) => [comment.paraId, comment]));
  const threads = new Map<string, WordComment[]>();
  for (const comment of found) {
    const parent = byParagraph.get(parents.get(comment.paraId) ?? '');
    const thread = parent && threads.get(parent.id);
    if (thread) thread.push(comment);
    else threads.set(comment.id, [comment]);
  }
  return new Map(
    [...threads].flatMap(([id, thread]) => {
      const said = thread.filter(({ text }) => text.trim() !== '');
      const isResolved = thread.some(({ paraId }) => done.has(paraId));
      const written = said.map((comment, i) =>
        writeThreadComment({ ...comment, resolved: isResolved && i === said.length - 1 }),
      );
      return written.length === 0 ? [] : [[id, written.join(' ')] as const];
    }),
  );
}

function readComments(xml: string): WordComment[] {
  const found: WordComment[] = [];
  let open: { id: string; paraId: string; author: string; date: string; text: string } | null = null;
  let inText = false;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'w:comment') {
        const { 'w:id': id = '', 'w:author': author = '', 'w:date': date = '' } = attributes;
        open = { id, paraId: '', author, date, text: '' };
      } else if (!open) return;
      else if (name === 'w:p') {
        if (open.paraId !== '' || open.text !== '') open.text += '\n';
        open.paraId = attributes['w14:paraId'] ?? open.paraId;
      } else if (name === 'w:t') inText = true;
      else if (name === 'w:br' || name === 'w:cr') open.text += '\n';
      else if (name === 'w:tab') open.text += ' ';
    },
    text: (text) => {
      if (open && inText) open.text += text;
    },
    close: (name) => {
      if (name === 'w:t') inText = false;
      if (name !== 'w:comment' || !open) return;
      const { id, paraId, author, date, text } = open;
      // Word writes the time on the clock of the author, whatever its zone says.
      const day = /^\d{4}-\d\d-\d\d(?=T|$)/.exec(date)?.[0] ?? null;
      found.push({ id, paraId, text, author: author.trim() || null, date: day, resolved: false });
      open = null;
    },
  });
  return found;
}

/** Reads the parent of each comment, and which comments are done, by the ids of their paragraphs. */
function readExtended(xml: string) {
  const parents = new Map<string, string>();
  const done = new Set<string>();
  readXml(xml, {
    open: (name, attributes) => {
      const id = name === 'w15:commentEx' ? attributes['w15:paraId'] : undefined;
      if (id === undefined) return;
      const parent = attributes['w15:paraIdParent'];
      if (parent !== undefined) parents.set(id, parent);
      if (/^(?:1|true|on)$/.test(attributes['w15:done'] ?? '')) done.add(id);
    },
  });
  return { parents, done };
}
