import * as vscode from 'vscode';
import type { Zotero } from '../../lookUps';
import type { FoundSource } from '../../lookUps/contract';
import { verbatim } from '../client/verbatim';

interface Row extends vscode.QuickPickItem {
  readonly source: FoundSource;
}

/** Pause in typing before a search starts, in milliseconds. */
const PAUSE_MS = 150;

/**
 * Lets the user search the library while they type. At first it shows the items that were changed last.
 *
 * @returns null if nothing was picked
 * @throws as `search` does
 */
export function pickItem(zotero: Zotero): Promise<FoundSource | null> {
  const picker = vscode.window.createQuickPick<Row>();
  picker.title = vscode.l10n.t('Add Source from Zotero');
  picker.placeholder = vscode.l10n.t('Words of its title, its authors or its year');
  // Zotero finds more than the words that are shown.
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  return new Promise((done, fail) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking = new AbortController();
    const search = async () => {
      asking.abort();
      asking = new AbortController();
      const { signal } = asking;
      picker.busy = true;
      try {
        const found = await zotero.search(picker.value, signal);
        if (signal.aborted) return;
        picker.items = found.map(rowOf);
        picker.busy = false;
      } catch (error) {
        if (signal.aborted) return;
        fail(error);
        picker.hide();
      }
    };
    picker.onDidChangeValue(() => {
      clearTimeout(timer);
      timer = setTimeout(search, PAUSE_MS);
    });
    picker.onDidAccept(() => {
      const [row] = picker.selectedItems;
      if (!row) return;
      done(row.source);
      picker.hide();
    });
    picker.onDidHide(() => {
      clearTimeout(timer);
      asking.abort();
      done(null);
      picker.dispose();
    });
    picker.show();
    search();
  });
}

function rowOf(source: FoundSource): Row {
  const { title = '', authors = [], published = '', publisher = '' } = source;
  const [first = '', ...others] = authors;
  const who = others.length === 0 ? first : vscode.l10n.t('{0} and others', first);
  const about = [who, published.slice(0, 4)].filter((part) => part !== '').join(' · ');
  return {
    label: verbatim(title),
    description: verbatim(about),
    detail: verbatim(publisher),
    alwaysShow: true,
    source,
  };
}
