import { today } from '../../../core/base/dates';
import type { ThreadAction } from '../../../core/editor';
import { toTextEdits } from '../../diagnostics/toLsp';
import type { OpenDocument } from '../../documents/document';
import { ErrorCodes, ResponseError } from '../../lsp';
import { isRange, readLocated, readTextDocument } from '../../messages/readParams';
import { rangeElsewhere } from '../../moves/rangeElsewhere';
import { part } from '../../part';
import { type EditThreadParams, isReviewer, THREAD_ACTIONS } from '../../protocol';
import type { Feature } from '../feature';

/** Lists and edits the comments that people write into briefs. */
export const threads: Feature = {
  register: ({ onRequest, onDocument, agreement, session }) => {
    onDocument('brief/threads', readLocated, async (document) => {
      const { commentableSpans } = await import('../../../core/editor');
      const { toldThreads } = await import('../../../core/checking');
      const { positions, version } = document;
      const brief = document.brief();
      return {
        version,
        threads: toldThreads(brief, positions.rangeOf),
        commentable: commentableSpans(brief).map(positions.rangeOf),
      };
    });
    onDocument('brief/editThread', readParams, async (document, wanted) => {
      const { editThread } = await import('../../../core/editor');
      const done = editThread(document.brief(), actionOf(wanted, document));
      if ('refused' in done) return done;
      return { version: document.version, edits: toTextEdits(document.positions, done.edits) };
    });
    onRequest('brief/workspaceThreads', async () => {
      const { index } = session();
      for (const document of session().documents()) index.seen(document.uri, document.brief());
      await index.ready();
      const moved = <T extends { readonly range: Parameters<typeof rangeElsewhere>[0] }>(one: T): T => ({
        ...one,
        range: rangeElsewhere(one.range, agreement()),
      });
      const found = index.summaries().filter((brief) => brief.threads.length > 0);
      const briefs = found.sort((a, b) => (a.uri < b.uri ? -1 : 1));
      return {
        briefs: briefs.map(({ uri, threads }) => ({
          uri,
          threads: threads.map((thread) => ({ ...moved(thread), comments: thread.comments.map(moved) })),
        })),
      };
    });
  },
};

function actionOf({ range, action, text = '', author = '' }: EditThreadParams, document: OpenDocument): ThreadAction {
  const at = document.positions.spanOf(range);
  switch (action) {
    case 'add':
    case 'reply':
      return { kind: action, at, text, author, date: today() };
    case 'edit':
      return { kind: action, at, text };
    case 'resolve':
    case 'reopen':
      return { kind: 'resolve', at, resolved: action === 'resolve' };
    default:
      return { kind: action, at };
  }
}

function readParams(method: string, params: unknown): EditThreadParams {
  const textDocument = readTextDocument(method, params);
  const fail = (what: string): never => {
    throw new ResponseError(ErrorCodes.InvalidParams, `${method}: ${what}`);
  };
  const range = part(params, 'range');
  const given = part(params, 'action');
  const action =
    THREAD_ACTIONS.find((one) => one === given) ?? fail(`action must be one of ${THREAD_ACTIONS.join(', ')}.`);
  if (!isRange(range)) return fail('range must be a range.');
  const [text, author] = [part(params, 'text'), part(params, 'author')];
  const isNew = action === 'add' || action === 'reply';
  const takesText = isNew || action === 'edit';
  if (takesText && (typeof text !== 'string' || text.length > LONGEST_COMMENT))
    return fail(`text must be a text of at most ${LONGEST_COMMENT} characters.`);
  if (isNew && (typeof author !== 'string' || !isReviewer(author))) return fail('author must be initials such as AZ.');
  return {
    textDocument,
    range,
    action,
    ...(takesText ? { text: String(text) } : {}),
    ...(isNew ? { author: String(author) } : {}),
  };
}

/** Longest comment, in UTF-16 units: a longer text is a document of its own. */
const LONGEST_COMMENT = 20_000;
