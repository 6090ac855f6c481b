import * as vscode from 'vscode';
import { FILTERS, type Filter, type Known, passes } from './rows';

const LABELS: Readonly<Record<Filter, () => string>> = {
  all: () => vscode.l10n.t('All sources'),
  withoutText: () => vscode.l10n.t('Without text'),
  notCited: () => vscode.l10n.t('Not cited'),
  attention: () => vscode.l10n.t('Claims to verify again, or a dead link'),
};

/** Has the user pick a filter, each with how many sources pass it; undefined if they pick none. */
export async function pickFilter(current: Filter, known: readonly Known[]): Promise<Filter | undefined> {
  const items = FILTERS.map((filter) => ({
    filter,
    label: LABELS[filter](),
    description: String(known.filter((one) => passes(filter, one)).length),
    iconPath: new vscode.ThemeIcon(filter === current ? 'check' : 'blank'),
  }));
  const placeHolder = vscode.l10n.t('Sources to show');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.filter;
}

/** Says above the rows that not all are shown; empty where all are. */
export function filterMessage(filter: Filter, known: readonly Known[]): string {
  if (filter === 'all') return '';
  const shown = known.filter((one) => passes(filter, one)).length;
  return vscode.l10n.t('{0}: {1} of {2} sources are shown.', LABELS[filter](), shown, known.length);
}
