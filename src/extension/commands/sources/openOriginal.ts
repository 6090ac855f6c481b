import * as vscode from 'vscode';
import type { OriginalParams } from '../../../server/protocol';
import type { Client } from '../../client';
import type { ActiveBrief } from '../../sources/activeBrief';
import { openOriginal, type Way } from '../../sources/originals';
import { rowIn } from './sourcesView';

/** Opens what a row of the Sources view stands for, or else what is cited at the cursor. */
export async function openOriginalOf(client: Client, active: ActiveBrief, way: Way, value: unknown): Promise<void> {
  const row = rowIn(value);
  const uri = active.uri();
  const of: OriginalParams['of'] | null =
    row?.kind === 'source'
      ? { source: row.source.id }
      : row?.kind === 'mention'
        ? { position: row.mention.range.start }
        : null;
  if (of && uri) return openOriginal(client, uri, of, way);
  const editor = await active.editor(vscode.l10n.t('Open a brief first, and put the cursor on a citation.'));
  if (editor) await openOriginal(client, editor.document.uri, { position: editor.selection.active }, way);
}
