import * as vscode from 'vscode';
import type { Subject } from '../../lookUps/contract';
import { recognize } from '../../lookUps/recognize';
import { hostOf } from '../../lookUps/services';
import { notInBrowser } from './lookUps';

/** The source that the user wants to add. */
export interface WantedSource {
  readonly written: string;
  /** The subject to look up; null if the text is added as it is. */
  readonly subject: Subject | null;
}

interface Choice extends vscode.QuickPickItem {
  readonly subject: Subject | null;
  /** Other place to take the source from. */
  readonly from?: Elsewhere;
}

/** Other places of a source: a document of the user's, or the library that they keep in Zotero. */
type Elsewhere = 'file' | 'zotero';

/**
 * Asks for a source by an address, a number or a title. While the user types, two choices are offered: to add the text as it
 * is, or to look it up if it is something that others know. The offer makes no request.
 *
 * @param value text to begin with
 * @param isAvailable true if anything can be looked up in this window
 * @returns the text, or another place to take the source from; null if the user wants nothing
 */
export function askForSource(value: string, isAvailable: boolean): Promise<WantedSource | Elsewhere | null> {
  const picker = vscode.window.createQuickPick<Choice>();
  picker.title = vscode.l10n.t('Add Source');
  picker.placeholder = vscode.l10n.t('A web address, a DOI, an arXiv id, an ISBN, PMID: 123, or a title');
  picker.value = value;
  const offer = () => {
    picker.items = choicesFor(picker.value, isAvailable);
  };
  offer();
  return new Promise((done) => {
    picker.onDidChangeValue(offer);
    picker.onDidAccept(() => {
      const [choice] = picker.selectedItems;
      if (!choice) return;
      done(choice.from ?? { written: picker.value, subject: choice.subject });
      picker.hide();
    });
    picker.onDidHide(() => {
      done(null);
      picker.dispose();
    });
    picker.show();
  });
}

function choicesFor(written: string, isAvailable: boolean): readonly Choice[] {
  const subject = recognize(written);
  const isAddress = subject?.kind === 'doi' || /^https?:/i.test(written.trim());
  const asItIs: Choice = {
    label: vscode.l10n.t('$(add) Add as it is'),
    detail:
      isAddress || written.trim() === ''
        ? vscode.l10n.t('You write its title yourself. The network is not used.')
        : vscode.l10n.t('Uses this as its title.'),
    alwaysShow: true,
    subject: null,
  };
  const fromFile: Choice = {
    label: vscode.l10n.t('$(file) From a file…'),
    detail: vscode.l10n.t('A PDF, a Word document, a web page or a text. Its text is saved beside the brief.'),
    alwaysShow: true,
    subject: null,
    from: 'file',
  };
  const fromZotero: Choice = {
    label: vscode.l10n.t('$(library) From Zotero…'),
    detail: vscode.l10n.t('From your Zotero library. Zotero must be running.'),
    alwaysShow: true,
    subject: null,
    from: 'zotero',
  };
  // A browser can't reach Zotero.
  const others = isAvailable ? [fromFile, fromZotero] : [fromFile];
  if (!subject) return [asItIs, ...others];
  const host = hostOf(subject);
  return [
    asItIs,
    {
      label: vscode.l10n.t('$(globe) Look up at {0}', host),
      detail: isAvailable ? asks(subject) : notInBrowser(),
      alwaysShow: true,
      subject,
    },
    ...others,
  ];
}

function asks({ kind }: Subject): string {
  return kind === 'page'
    ? vscode.l10n.t('Gets its title, authors, date and text from its site.')
    : vscode.l10n.t('Finds its title, authors, publisher and date.');
}
