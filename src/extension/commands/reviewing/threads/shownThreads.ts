import * as vscode from 'vscode';
import type { ToldComment, ToldThread } from '../../../../server/protocol';
import { toRange } from '../../documentEdits';

/** A comment as VS Code shows it. Its text is always shown as plain text. */
export class BriefComment implements vscode.Comment {
  body: string;
  mode = vscode.CommentMode.Preview;
  readonly author: vscode.CommentAuthorInformation;
  readonly label?: string;
  readonly contextValue = 'written';

  told: ToldComment;
  readonly thread: vscode.CommentThread;

  constructor(told: ToldComment, thread: vscode.CommentThread) {
    this.told = told;
    this.thread = thread;
    this.body = told.text;
    this.author = { name: told.author ?? vscode.l10n.t('Not signed') };
    if (told.date !== null) this.label = told.date;
  }
}

interface ShownThread {
  readonly thread: vscode.CommentThread;
  told: ToldThread;
}

/** The threads that VS Code shows for some files. */
export interface ShownThreads extends vscode.Disposable {
  /** Replaces the shown threads of a file. Threads that continue stay as they are, open or not. */
  show(uri: vscode.Uri, threads: readonly ToldThread[]): void;
  /** Returns the shown threads of a file, in document order. */
  of(uri: vscode.Uri): readonly ShownThread[];
  /** Makes the next call of `show` for the file open its first new thread. */
  expandNext(uri: vscode.Uri): void;
  clear(uri: vscode.Uri): void;
}

export function createShownThreads(controller: vscode.CommentController): ShownThreads {
  const files = new Map<string, readonly ShownThread[]>();
  const expanding = new Set<string>();
  const of = (uri: vscode.Uri) => files.get(uri.toString()) ?? [];
  const begin = (uri: vscode.Uri, told: ToldThread): ShownThread => {
    const thread = controller.createCommentThread(uri, toRange(told.range), []);
    thread.collapsibleState = expanding.has(uri.toString())
      ? vscode.CommentThreadCollapsibleState.Expanded
      : vscode.CommentThreadCollapsibleState.Collapsed;
    const shown = { thread, told };
    fill(shown, told);
    expanding.delete(uri.toString());
    return shown;
  };
  return {
    of,
    show(uri, threads) {
      const before = [...of(uri)];
      const take = (isIt: (shown: ShownThread) => boolean) => {
        const index = before.findIndex(isIt);
        return index < 0 ? undefined : before.splice(index, 1)[0];
      };
      // Threads with the same first comment are matched first. The rest, such as those with an edited comment, are matched in
      // order.
      const same = threads.map((told) => take((shown) => nameOf(shown.told) === nameOf(told)));
      const now = threads.map((told, i) => {
        const shown = same[i] ?? (before.length > 0 ? before.shift() : undefined);
        if (!shown) return begin(uri, told);
        update(shown, told);
        return shown;
      });
      for (const { thread } of before) thread.dispose();
      if (now.length > 0) files.set(uri.toString(), now);
      else files.delete(uri.toString());
    },
    expandNext: (uri) => expanding.add(uri.toString()),
    clear(uri) {
      for (const { thread } of of(uri)) thread.dispose();
      files.delete(uri.toString());
    },
    dispose() {
      for (const shown of files.values()) for (const { thread } of shown) thread.dispose();
    },
  };
}

function nameOf({ comments: [first] }: ToldThread): string {
  return JSON.stringify([first?.author, first?.date, first?.text]);
}

function update(shown: ShownThread, told: ToldThread): void {
  const { thread, told: before } = shown;
  const range = toRange(told.range);
  if (!thread.range?.isEqual(range)) thread.range = range;
  shown.told = told;
  if (before.resolved !== told.resolved || wordsOf(before) !== wordsOf(told)) fill(shown, told);
  // Each comment keeps its current place, so that it can be edited there.
  else
    for (const [i, comment] of thread.comments.entries()) {
      const now = told.comments[i];
      if (now && comment instanceof BriefComment) comment.told = now;
    }
}

function fill({ thread }: ShownThread, told: ToldThread): void {
  const before = thread.comments;
  thread.comments = told.comments.map((comment, i) => {
    const same = before.find((one) => one instanceof BriefComment && sameWords(one.told, comment));
    const known = same ?? (before.length === told.comments.length ? before[i] : undefined);
    // The box in which the user writes stays open, with what is written in it.
    if (!(known instanceof BriefComment) || known.mode !== vscode.CommentMode.Editing)
      return new BriefComment(comment, thread);
    known.told = comment;
    return known;
  });
  thread.state = told.resolved ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
  thread.contextValue = told.resolved ? 'resolved' : 'open';
  // Without a label, VS Code would invite the user to start a discussion.
  thread.label = told.resolved ? vscode.l10n.t('Resolved comment') : vscode.l10n.t('Open comment');
  thread.canReply = true;
}

function sameWords(one: ToldComment, other: ToldComment): boolean {
  return one.author === other.author && one.date === other.date && one.text === other.text;
}

function wordsOf({ comments }: ToldThread): string {
  return JSON.stringify(comments.map(({ author, date, text }) => [author, date, text]));
}
