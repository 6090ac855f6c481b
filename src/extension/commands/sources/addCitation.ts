import * as vscode from 'vscode';
import type { CandidatesResult } from '../../../server/protocol';
import type { Client } from '../../client';
import { inform } from '../../client/messages';
import type { ActiveBrief } from '../../sources/activeBrief';
import { makeEdits, makeSource, whyUnknown } from '../documentEdits';
import { pickSource } from './sourcePicker';

/**
 * Cites a source that the user picks, at the cursor of the active brief. All of it is one step to undo. Where the text
 * changes while the picker is open, its places are no longer right, and the user is asked again.
 */
export async function addCitation(client: Client, active: ActiveBrief): Promise<void> {
  const editor = await active.editor(vscode.l10n.t('Open a brief first. The citation is added at its cursor.'));
  if (!editor) return;
  let hint = vscode.l10n.t('Find a source by id, title, author, publisher or year');
  for (;;) {
    let result: CandidatesResult | null = null;
    const ask = async (search: string) => {
      result = await client.candidates(editor.document.uri, editor.selection, search);
      return result?.offer ? { ...result.offer, version: result.version } : null;
    };
    const picked = await pickSource(ask, hint);
    if (picked === 'unoffered') return sayNoInsight(editor.document, result);
    if (!picked) return;
    if (picked.kind === 'source' && picked.source.edits.length === 0) {
      inform(vscode.l10n.t('{0} is already cited there.', picked.source.citation));
      return;
    }
    const made =
      picked.kind === 'new'
        ? makeSource(editor, picked.added, picked.version)
        : makeEdits(editor, picked.source.edits, picked.version);
    if (await made) return;
    hint = vscode.l10n.t('The text has changed meanwhile. Pick the source again');
  }
}

function sayNoInsight(document: vscode.TextDocument, result: CandidatesResult | null): void {
  inform(
    result
      ? vscode.l10n.t(
          'There is no insight here. Put the cursor into a list item or a paragraph to cite a source for it.',
        )
      : whyUnknown(document, vscode.l10n.t('This brief is not checked, so there are no sources to offer.')),
  );
}
