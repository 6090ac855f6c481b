import * as vscode from 'vscode';
import type { Found } from '../../lookUps/contract';
import type { Client } from '../client';
import { freePath, placeOfCopy } from '../commands/sources/newCopy';

/** A local copy that is to be made. */
export interface WantedCopy {
  /** Relative to the brief. */
  readonly path: string;
  readonly text: string;
}

/**
 * Asks whether the text of a page is kept as a file beside the brief or in its library.
 *
 * @param written what the user gave for the source
 * @returns null where there is no text or no place for it, or the user wants none; 'give up' where they want no source either
 */
export async function askForText(
  client: Client,
  brief: vscode.Uri,
  written: string,
  found: Found,
): Promise<WantedCopy | null | 'give up'> {
  const { text, source } = found;
  if (text === null || brief.scheme === 'untitled') return null;
  const path = await freePath(brief, source.title ?? source.url ?? '', '.md');
  if (path === null) return null;
  const place = await placeOfCopy(client, brief, written, { ...source, text: path });
  const keep: vscode.QuickPickItem = {
    label: vscode.l10n.t('$(new-file) Keep its text as {0}', vscode.workspace.asRelativePath(place)),
    detail: found.isCut
      ? vscode.l10n.t('Only the first 5 MB of the page were read. Numbers and quotations are looked up in the copy.')
      : vscode.l10n.t('Numbers and quotations of your brief are looked up in the copy.'),
  };
  const without: vscode.QuickPickItem = { label: vscode.l10n.t('$(add) Add it without its text') };
  const options = {
    title: vscode.l10n.t('Add Source'),
    placeHolder: source.title ?? source.url ?? '',
    ignoreFocusOut: true,
  };
  const choice = await vscode.window.showQuickPick([keep, without], options);
  if (choice !== keep) return choice ? null : 'give up';
  return { path, text: `<!-- ${source.url ?? ''}, ${source.accessed ?? ''} -->\n\n${text}\n` };
}
