import * as vscode from 'vscode';
import type { Client } from '../client';
import { inform } from '../client/messages';
import { toRange } from '../commands/documentEdits';
import { citationAt } from './citationAt';
import type { Row } from './rows';

/** Media type of a source that is dragged out of the view: the brief's address and the source's id, on a line each. */
const DRAGGED = 'application/vnd.brief.source';

/** Lets sources that the brief declares be dragged out of the view. Nothing can be dropped on it. */
export function draggingFrom(brief: () => vscode.Uri | null): vscode.TreeDragAndDropController<Row> {
  return {
    dragMimeTypes: [DRAGGED],
    dropMimeTypes: [],
    handleDrag: ([row], data) => {
      const uri = brief();
      // A work without a number has no id that a citation could name.
      if (uri && row?.kind === 'source' && row.source.declared && row.source.citation !== '')
        data.set(DRAGGED, new vscode.DataTransferItem(`${uri}\n${row.source.id}`));
    },
  };
}

/** Cites a source where it is dropped, as *Cite Here* does at the cursor. */
export function citeOnDrop(client: Client): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider([{ language: 'brief' }, { language: 'markdown' }], {
    provideDocumentDropEdits: async (document, position, data) => {
      const [uri, id] = (await data.get(DRAGGED)?.asString())?.split('\n') ?? [];
      if (uri === undefined || id === undefined) return undefined;
      if (uri !== document.uri.toString()) {
        inform(vscode.l10n.t('This source belongs to another brief. Add it to this one first.'));
        return undefined;
      }
      const found = await citationAt(client, document, new vscode.Range(position, position), id);
      if (typeof found === 'string') inform(found);
      if (found === null || typeof found === 'string') return undefined;
      const edit = new vscode.DocumentDropEdit('');
      edit.additionalEdit = new vscode.WorkspaceEdit();
      for (const { range, newText } of found) edit.additionalEdit.replace(document.uri, toRange(range), newText);
      return edit;
    },
  });
}
