import * as vscode from 'vscode';
import type { SuggestedSource } from '../../server/protocol';
import { toRange } from '../commands/documentEdits';
import { columnWith } from '../preview/source';

/** A claim in the editor of its brief, and a passage in an editor beside it. */
export interface SideBySide {
  showClaim(range: vscode.Range): Promise<void>;
  /** @param at where the passage stands; null: nothing is shown */
  showPassage(at: SuggestedSource['at']): Promise<void>;
  /** Takes the marks away, closes what was opened, and goes back to the brief. */
  end(): Promise<void>;
}

/** Shows claims of a brief, and passages beside them. The focus stays where it is. */
export function showSideBySide(editor: vscode.TextEditor): SideBySide {
  const { document, viewColumn = vscode.ViewColumn.One } = editor;
  const mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    borderStyle: 'solid',
    borderWidth: '1px',
    borderColor: new vscode.ThemeColor('editorBracketMatch.border'),
  });
  const openBefore = new Set(tabsOfTexts().map(nameOf));
  let passage: vscode.TextEditor | null = null;
  let wanted: SuggestedSource['at'] = null;
  const show = (shown: vscode.TextEditor, range: vscode.Range) => {
    shown.setDecorations(mark, [range]);
    shown.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };
  return {
    showClaim: async (range) => {
      const shown = await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true });
      shown.selection = new vscode.Selection(range.start, range.start);
      show(shown, range);
    },
    showPassage: async (at) => {
      wanted = at;
      passage?.setDecorations(mark, []);
      if (!at) return;
      try {
        const shown = await vscode.window.showTextDocument(vscode.Uri.parse(at.uri), {
          viewColumn: passage?.viewColumn ?? vscode.ViewColumn.Beside,
          preserveFocus: true,
          preview: true,
        });
        passage = shown;
        // Who goes through the list quickly wants to see the last one.
        if (wanted === at) show(shown, toRange(at.range));
      } catch {
        // A file that is gone by now: its words are in the list.
      }
    },
    end: async () => {
      mark.dispose();
      const shown = passage;
      const tab = tabsOfTexts().find(
        ({ uri, column }) => uri === shown?.document.uri.toString() && column === shown.viewColumn,
      );
      if (tab && !openBefore.has(nameOf(tab))) await vscode.window.tabGroups.close(tab.tab, true);
      // One that was closed meanwhile stays closed.
      if (columnWith(document.uri) !== undefined) await vscode.window.showTextDocument(document, { viewColumn });
    },
  };
}

interface TextTab {
  readonly tab: vscode.Tab;
  readonly uri: string;
  readonly column: vscode.ViewColumn;
}

function tabsOfTexts(): TextTab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs, viewColumn }) =>
    tabs.flatMap((tab) =>
      tab.input instanceof vscode.TabInputText ? [{ tab, uri: tab.input.uri.toString(), column: viewColumn }] : [],
    ),
  );
}

function nameOf({ uri, column }: TextTab): string {
  return `${column} ${uri}`;
}
