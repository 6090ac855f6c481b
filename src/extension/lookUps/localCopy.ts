import * as vscode from 'vscode';
import type { Found } from '../../lookUps/contract';
import { freePlace, type LocalCopy, writeNew } from '../commands/newCopy';

/**
 * Asks whether the text of a page is kept as a file beside the brief, and writes it.
 *
 * @returns null where there is no text or no place for it, or the user wants none; 'give up' where they want no source either
 * @throws Error with what stood in the way
 */
export async function keepText(brief: vscode.Uri, found: Found): Promise<LocalCopy | null | 'give up'> {
  const { text, source } = found;
  if (text === null || brief.scheme === 'untitled') return null;
  const copy = await freePlace(brief, source.title ?? source.url ?? '', '.md');
  if (copy === null) return null;
  const keep: vscode.QuickPickItem = {
    label: vscode.l10n.t('$(new-file) Keep its text as {0}', copy.path),
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
  await writeNew(copy.uri, `<!-- ${source.url ?? ''}, ${source.accessed ?? ''} -->\n\n${text}\n`);
  return copy;
}
