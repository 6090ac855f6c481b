import * as vscode from 'vscode';
import type { EditThreadParams } from '../../../../server/protocol';
import type { Briefs } from '../../../briefs';
import type { Client } from '../../../client';
import { inform } from '../../../client/messages';
import { activeEditor } from '../../../preview/source';
import { openDocument } from '../../../uris';
import { makeNamedEdits, toRange, whyUnknown } from '../../documentEdits';
import { askForReviewer, knownReviewer, rememberReviewer } from '../reviewer';
import { BriefComment, createShownThreads, type ShownThreads } from './shownThreads';

/** The comments of open briefs, beside their text. */
export interface Threads extends vscode.Disposable {
  /** Shows the comments of a brief that was checked for the first time, and lets the user write comments there. */
  begin(uri: vscode.Uri): void;
  /** Opens a box for a comment at the cursor; or says why there can't be one, before the user types it. */
  add(): Promise<void>;
  /** Shows the threads of all briefs of the workspace, in VS Code's own list. */
  list(): Promise<void>;
  /** Goes to the next open thread from the cursor, and opens it. */
  goTo(direction: 'next' | 'previous'): Promise<void>;
}

export function createThreads(client: Client, briefs: Briefs): Threads {
  const controller = vscode.comments.createCommentController('brief', 'Research Briefs');
  controller.options = {
    prompt: vscode.l10n.t('Reply'),
    placeHolder: vscode.l10n.t('Write a comment. It is kept in the brief, and readers do not see it.'),
  };
  const offer = () => {
    controller.commentingRangeProvider = {
      provideCommentingRanges: async (document) =>
        briefs.has(document) ? ((await client.threads(document.uri))?.commentable.map(toRange) ?? []) : [],
    };
  };
  const shown = createShownThreads(controller);
  const refresh = createRefresh(client, shown);
  const refreshQuietly = (uri: vscode.Uri) => {
    refresh(uri).catch(() => undefined);
  };
  /** The briefs of VS Code's own list, which stay in it when they are closed. */
  const listed = new Set<string>();
  const close = async (uri: vscode.Uri) => {
    if (!listed.has(uri.toString())) return shown.clear(uri);
    const all = await client.workspaceThreads().catch(() => ({ briefs: [] }));
    const told = all.briefs.find((brief) => vscode.Uri.parse(brief.uri).toString() === uri.toString());
    if (!openDocument(uri)) shown.show(uri, told?.threads ?? []);
  };
  const commands = createActions(createEdit(client), shown, refreshQuietly);
  const listeners = vscode.Disposable.from(
    controller,
    shown,
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const isTold = shown.of(document.uri).length > 0 || contentChanges.some((one) => touchesComment(document, one));
      if (isTold && briefs.has(document)) refreshQuietly(document.uri);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => close(uri)),
    client.onNoBrief((uri) => {
      shown.clear(uri);
      offer();
    }),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(`brief.comments.${name}`, run)),
  );
  return {
    begin(uri) {
      // VS Code asked for ranges before the file was a brief, and asks again only for a new provider. While it asks, it may not
      // show new threads, so the threads come first.
      refresh(uri).then(offer, offer);
    },
    async add() {
      const editor = activeEditor();
      const told = editor && briefs.has(editor.document) ? await client.threads(editor.document.uri) : null;
      if (editor && told && !told.commentable.some((range) => isBeside(toRange(range), editor.selection)))
        inform(vscode.l10n.t('A comment goes after a list item, paragraph or cell. Choose one.'));
      // VS Code's own command asks for the text where the cursor is.
      else await vscode.commands.executeCommand('workbench.action.addComment');
    },
    async list() {
      const { briefs: told } = await client.workspaceThreads();
      for (const { uri, threads } of told) {
        const brief = vscode.Uri.parse(uri);
        listed.add(brief.toString());
        shown.show(brief, threads);
      }
      await vscode.commands.executeCommand('workbench.action.focusCommentsPanel');
    },
    async goTo(direction) {
      const editor = activeEditor();
      if (!editor) return;
      await refresh(editor.document.uri);
      goToOpen(editor, shown, direction);
    },
    dispose: () => listeners.dispose(),
  };
}

/** True if a selection is on the lines of a range, or beside them: VS Code opens a box there. */
function isBeside(range: vscode.Range, { start, end }: vscode.Range): boolean {
  return start.line <= range.end.line + 1 && range.start.line <= end.line + 1;
}

/**
 * Makes a function that shows the current threads of a brief. A call during another one for the same brief shares its request.
 */
function createRefresh(client: Client, shown: ShownThreads) {
  const asking = new Map<string, Promise<void>>();
  const ask = async (uri: vscode.Uri): Promise<void> => {
    const result = await client.threads(uri);
    const document = openDocument(uri);
    if (!result || !document) return;
    // The user typed meanwhile.
    if (result.version < document.version) return ask(uri);
    shown.show(uri, result.threads);
  };
  return (uri: vscode.Uri): Promise<void> => {
    const key = uri.toString();
    const running = asking.get(key) ?? ask(uri).finally(() => asking.delete(key));
    asking.set(key, running);
    return running;
  };
}

/** Makes the actions of the buttons of comments and threads, by the names of their commands. */
function createActions(edit: Edit, shown: ShownThreads, refresh: (uri: vscode.Uri) => void) {
  const change = async (uri: vscode.Uri, range: vscode.Range | undefined, what: What) => {
    if (!range || !(await edit(uri, range, what))) return false;
    refresh(uri);
    return true;
  };
  /** @throws CancellationError if nothing was written: VS Code empties the box of a comment once its command has ended well */
  const say = async ({ thread, text }: vscode.CommentReply) => {
    const known = knownReviewer();
    const author = known ?? (await askForReviewer(vscode.l10n.t('Add Comment')));
    if (author === null) throw new vscode.CancellationError();
    const last = thread.comments.at(-1);
    const isReply = last instanceof BriefComment;
    const range = isReply ? toRange(last.told.range) : thread.range;
    if (!isReply) shown.expandNext(thread.uri);
    if (!(await change(thread.uri, range, { action: isReply ? 'reply' : 'add', text, author })))
      throw new vscode.CancellationError();
    // The server's thread replaces this one.
    if (!isReply) thread.dispose();
    if (known === null) await rememberReviewer(author);
  };
  const ofThread = (action: What['action']) => (thread: vscode.CommentThread) => {
    const first = thread.comments[0];
    return first instanceof BriefComment ? change(thread.uri, toRange(first.told.range), { action }) : thread.dispose();
  };
  return {
    create: say,
    reply: say,
    resolve: ofThread('resolve'),
    reopen: ofThread('reopen'),
    deleteThread: ofThread('delete-thread'),
    delete: ({ thread, told }: BriefComment) => change(thread.uri, toRange(told.range), { action: 'delete' }),
    edit: (comment: BriefComment) => setMode(comment, vscode.CommentMode.Editing),
    cancel: (comment: BriefComment) => {
      comment.body = comment.told.text;
      setMode(comment, vscode.CommentMode.Preview);
    },
    save: async (comment: BriefComment) => {
      const { thread, told, body } = comment;
      const isSame = body.trim() === told.text;
      if (!isSame && !(await change(thread.uri, toRange(told.range), { action: 'edit', text: body })))
        return reopen(comment);
      if (comment.told !== told) comment.body = comment.told.text;
      setMode(comment, vscode.CommentMode.Preview);
    },
  };
}

/** Goes to the next open thread from the cursor, round the end of the brief, and opens it. */
function goToOpen(editor: vscode.TextEditor, shown: ShownThreads, direction: 'next' | 'previous'): void {
  const open = shown.of(editor.document.uri).filter(({ told }) => !told.resolved);
  const places = open.map(({ told }) => toRange(told.comments[0]?.range ?? told.range));
  const { active } = editor.selection;
  const next = places.findIndex((range) => range.start.isAfter(active));
  const previous = places.findLastIndex((range) => range.start.isBefore(active));
  const index = direction === 'next' ? Math.max(next, 0) : previous < 0 ? open.length - 1 : previous;
  const [found, place] = [open[index], places[index]];
  if (!found || !place) {
    inform(vscode.l10n.t('There is no open comment in this brief.'));
    return;
  }
  editor.selection = new vscode.Selection(place.start, place.start);
  editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  found.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
}

/** A change to a comment or a thread. */
type What = Pick<EditThreadParams, 'action' | 'text' | 'author'>;

type Edit = (uri: vscode.Uri, range: vscode.Range, what: What) => Promise<boolean>;

/**
 * Makes a function that applies the server's edits to a document. It returns true if they were made; else it has told the user
 * why not.
 */
function createEdit(client: Client): Edit {
  return async (uri, range, what) => {
    const document = openDocument(uri) ?? (await vscode.workspace.openTextDocument(uri));
    const unknown = () =>
      whyUnknown(document, vscode.l10n.t('This brief is not checked, so you cannot comment on it.'));
    const trouble = await makeNamedEdits(document, () => client.editThread(uri, range, what), unknown).catch(
      (error: unknown) => ({ why: error instanceof Error ? error.message : String(error), changed: false }),
    );
    if (trouble) tell(trouble, what.text);
    return trouble === null;
  };
}

/** Says why a comment was not written, and offers its words: their box may be gone, as when the brief was closed. */
async function tell({ why, changed }: { readonly why: string; readonly changed: boolean }, words = ''): Promise<void> {
  const copy = vscode.l10n.t('Copy Comment');
  const buttons = words.trim() === '' ? [] : [copy];
  const show = changed ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  if ((await show<string>(why, ...buttons)) === copy) await vscode.env.clipboard.writeText(words);
}

function setMode(comment: BriefComment, mode: vscode.CommentMode): void {
  const { thread } = comment;
  comment.mode = mode;
  // VS Code notices only a new list, not a change in the old one.
  thread.comments = [...thread.comments];
}

/** Shows the box of a comment again, which VS Code closes before its command has ended. It opens the box of a new comment only. */
function reopen(comment: BriefComment): void {
  const { thread, told, body } = comment;
  const again = new BriefComment(told, thread);
  again.body = body;
  again.mode = vscode.CommentMode.Editing;
  thread.comments = thread.comments.map((one) => (one === comment ? again : one));
}

/** True if a line changed by an edit now holds a mark of a comment (`{>>` or `<<}`). */
function touchesComment(
  document: vscode.TextDocument,
  { range, text }: vscode.TextDocumentContentChangeEvent,
): boolean {
  const last = Math.min(document.lineCount - 1, range.start.line + text.split('\n').length - 1);
  for (let line = range.start.line; line <= last; line++) if (/\{>>|<<\}/.test(document.lineAt(line).text)) return true;
  return false;
}
