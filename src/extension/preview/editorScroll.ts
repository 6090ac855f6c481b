/** Scrolls editors to a line, and tells which line is at the top of one, with the headings that VS Code keeps there. */
import * as vscode from 'vscode';

export interface EditorScroll {
  /** Brings a zero-based line to the top of an editor, below the headings that stay there. */
  scrollTo(editor: vscode.TextEditor, line: number): void;
  /** To be called when an editor shows other lines. Scrolls it again if `scrollTo` has brought it to a wrong line. */
  scrolled(editor: vscode.TextEditor): void;
}

/**
 * Number of corrections after a scroll. VS Code keeps some lines above the line that it brings to the top, and counts wrapped
 * lines as several. So an editor may end up elsewhere.
 */
const TRIES = 6;
/** Accepted distance from the wanted line, in lines. */
const APART = 1;
/** Time after a request in which an editor's scrolling counts as its effect, in milliseconds. */
const ANSWER = 250;

interface Wanted {
  /** The line that is to be the first in view. */
  readonly line: number;
  /** The place that VS Code was asked to show, as an offset in the text. */
  readonly asked: number;
  /** Bounds of the right place, as offsets in the text. */
  readonly low: number;
  readonly high: number;
  readonly at: number;
  readonly triesLeft: number;
}

export function createEditorScroll(): EditorScroll {
  const wanted = new WeakMap<vscode.TextEditor, Wanted>();

  const ask = (editor: vscode.TextEditor, next: Omit<Wanted, 'at'>) => {
    wanted.set(editor, { ...next, at: Date.now() });
    const place = editor.document.positionAt(next.asked);
    editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.AtTop);
  };
  return {
    scrollTo: (editor, wish) => {
      const { document } = editor;
      const line = Math.max(0, wish - headingsAtTop(document, wish));
      // The first line is asked for directly, because no lines are above it.
      const low = document.offsetAt(new vscode.Position(line, 0));
      const asked = line === 0 ? 0 : document.offsetAt(new vscode.Position(line + linesAbove(editor), 0));
      ask(editor, { line, asked, low, high: asked, triesLeft: TRIES });
    },
    scrolled: (editor) => {
      const last = wanted.get(editor);
      const now = editor.visibleRanges[0]?.start.line;
      if (!last || now === undefined || last.triesLeft === 0 || Date.now() - last.at > ANSWER) return;
      if (Math.abs(now - last.line) <= APART) return;
      const [low, high] = now < last.line ? [last.asked, last.high] : [last.low, last.asked];
      if (high - low < 2) return;
      ask(editor, { ...last, asked: (low + high) >> 1, low, high, triesLeft: last.triesLeft - 1 });
    },
  };
}

/** Returns the zero-based line at the top of an editor, below the headings that stay there. */
export function topOf(editor: vscode.TextEditor): number {
  const first = editor.visibleRanges[0]?.start.line ?? 0;
  return first + headingsAtTop(editor.document, first);
}

/** Returns the number of lines that VS Code keeps above a line that it brings to the top. */
function linesAbove({ document }: vscode.TextEditor): number {
  const settings = vscode.workspace.getConfiguration('editor', document);
  return Math.max(settings.get('cursorSurroundingLines', 0), mostHeadings(settings));
}

/** Counts the headings that stay at the top while a line is the first in view: one for each section that it is in. */
function headingsAtTop(document: vscode.TextDocument, line: number): number {
  const most = mostHeadings(vscode.workspace.getConfiguration('editor', document));
  let [count, level] = [0, levelAt(document, line)];
  for (let i = line - 1; i >= 0 && level > 2 && line - i < FAR; i--) {
    const above = levelAt(document, i);
    if (above >= level) continue;
    level = above;
    count++;
  }
  return Math.min(count, most);
}

/** Number of lines above that are searched for headings. */
const FAR = 2000;

function mostHeadings(settings: vscode.WorkspaceConfiguration): number {
  return settings.get('stickyScroll.enabled', true) ? settings.get('stickyScroll.maxLineCount', 5) : 0;
}

/**
 * Returns the level of the heading on a line; 7 for other lines. The title counts as no heading, as it doesn't stay at the top.
 */
function levelAt(document: vscode.TextDocument, line: number): number {
  if (line >= document.lineCount) return 7;
  return /^ {0,3}(#{2,6})[ \t]/.exec(document.lineAt(line).text)?.[1]?.length ?? 7;
}
