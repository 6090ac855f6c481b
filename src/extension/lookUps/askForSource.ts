import * as vscode from 'vscode';
import type { Subject } from '../../lookUps/contract';
import { recognize } from '../../lookUps/recognize';
import { hostOf } from '../../lookUps/services';
import { notInBrowser } from './lookUps';

/** What the user wants to be added. */
export interface WantedSource {
  readonly written: string;
  /** What is to be looked up; null where it is to be written as it is. */
  readonly subject: Subject | null;
}

interface Choice extends vscode.QuickPickItem {
  readonly subject: Subject | null;
}

/**
 * Asks for a source by an address, a number or a title. While it is written, both are offered: to add it as it is, and to look
 * it up where it is something that others know. Nothing is asked of anybody for that.
 *
 * @param value what is offered to begin with
 * @param isAvailable whether anything can be looked up in this window
 */
export function askForSource(value: string, isAvailable: boolean): Promise<WantedSource | null> {
  const picker = vscode.window.createQuickPick<Choice>();
  picker.title = vscode.l10n.t('Add Source');
  picker.placeholder = vscode.l10n.t('An address, a DOI, an arXiv id, an ISBN, PMID: 123, or a title');
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
      done({ written: picker.value, subject: choice.subject });
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
        ? vscode.l10n.t('You write its title yourself. Nothing is asked of anybody.')
        : vscode.l10n.t('With this as its title.'),
    alwaysShow: true,
    subject: null,
  };
  if (!subject) return [asItIs];
  const host = hostOf(subject);
  return [
    asItIs,
    {
      label: vscode.l10n.t('$(globe) Look up at {0}', host),
      detail: isAvailable ? asks(subject) : notInBrowser(),
      alwaysShow: true,
      subject,
    },
  ];
}

function asks({ kind }: Subject): string {
  return kind === 'page'
    ? vscode.l10n.t('Asks its site for its title, authors, date and text.')
    : vscode.l10n.t('Asks for its title, authors, publisher and date.');
}
