/** The marks of Markdown files that are briefs, for pages that VS Code makes of them. */
import * as vscode from 'vscode';
import type { RenderedMark } from '../../../server/protocol';
import type { Briefs } from '../../briefs';
import type { Client } from '../../client';
import { openDocument } from '../../uris';
import { marksAfterEdit, type TextMark } from './placeMarks';

/** The marks of a text, with their places in it. */
export interface Marked {
  readonly version: number;
  readonly text: string;
  readonly marks: readonly TextMark[];
  readonly cards: string;
}

export interface KnownMarks extends vscode.Disposable {
  /** Makes each brief ask for its marks when it is opened, so that its first page has them. */
  use(): void;
  /** Returns the marks for a page that is made now; undefined if its text is no brief, or its marks aren't known yet. */
  of(uri: vscode.Uri): Marked | undefined;
}

/** Wait before pages are made again, in milliseconds. VS Code waits 300 before it looks whether a text has changed. */
const AFTER_VSCODE = 500;
/** How often pages are asked for again, each time after twice the wait, until those that are still the same count as closed. */
const MOST_TRIES = 5;

/**
 * A page is made at once, and its marks come later from the server. So the page first has the marks of the last text that still
 * hold. If the server sends other marks, the page is made again. While the user types, marks mostly come before VS Code makes
 * the page again by itself.
 */
export function createKnownMarks(client: Client, briefs: Briefs): KnownMarks {
  const known = new Map<string, Marked>();
  /** The marks on pages that may be open, by the addresses of their texts; undefined: no marks. */
  const shown = new Map<string, Marked | undefined>();

  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** Has pages made again later if their marks have changed, unless a change of their text does so meanwhile. */
  const lookLater = (tries = 0) => {
    clearTimeout(waiting);
    waiting = setTimeout(
      () => {
        if ([...shown].every(([uri, marked]) => sameMarks(marked, known.get(uri)))) return;
        // Without VS Code's extension for Markdown there is no such command, and no page.
        vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);
        // VS Code drops the command while it waits to look at the text, which takes long on a busy machine. So it is sent again.
        if (tries < MOST_TRIES) lookLater(tries + 1);
        else shown.clear();
      },
      AFTER_VSCODE * 2 ** Math.max(0, tries - 1),
    );
  };
  const ask = async (uri: vscode.Uri) => {
    const result = await client.marks(uri).catch(() => null);
    const document = openDocument(uri);
    // The text has changed meanwhile. Its page is made again, and asks again.
    if (result === null || document?.version !== result.version) return;
    const marks = result.marks.map((mark) => markIn(document, mark));
    const { version, cards } = result;
    known.set(uri.toString(), { version, text: document.getText(), marks, cards });
    lookLater();
  };
  let isUsed = false;
  const askFirst = (document: vscode.TextDocument | undefined) => {
    if (document?.languageId === 'markdown' && briefs.has(document) && !known.has(document.uri.toString()))
      ask(document.uri);
  };
  const listeners = vscode.Disposable.from(
    client.onStatus(({ uri }) => {
      const parsed = vscode.Uri.parse(uri);
      if (shown.has(parsed.toString())) ask(parsed);
      else if (isUsed) askFirst(openDocument(parsed));
    }),
    client.onPreview((uri) => {
      if (shown.has(uri.toString())) ask(uri);
    }),
    client.onNoBrief((uri) => {
      if (known.delete(uri.toString())) lookLater();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      known.delete(uri.toString());
      shown.delete(uri.toString());
    }),
  );

  return {
    use: () => {
      isUsed = true;
      vscode.workspace.textDocuments.forEach(askFirst);
    },
    of: (uri) => {
      const document = openDocument(uri);
      if (document?.languageId !== 'markdown') return undefined;
      const before = briefs.has(document) ? known.get(uri.toString()) : undefined;
      const text = document.getText();
      const now = before && { ...before, text, marks: marksAfterEdit(before.marks, before.text, text) };
      shown.set(uri.toString(), now);
      if (briefs.has(document) && before?.version !== document.version) ask(uri);
      return now;
    },
    dispose: () => {
      clearTimeout(waiting);
      listeners.dispose();
    },
  };
}

function markIn(document: vscode.TextDocument, { range, ...mark }: RenderedMark): TextMark {
  const offsetOf = ({ line, character }: RenderedMark['range']['start']) =>
    document.offsetAt(new vscode.Position(line, character));
  return { ...mark, start: offsetOf(range.start), end: offsetOf(range.end) };
}

function sameMarks(a: Marked | undefined, b: Marked | undefined): boolean {
  return a?.text === b?.text && a?.cards === b?.cards && JSON.stringify(a?.marks) === JSON.stringify(b?.marks);
}
