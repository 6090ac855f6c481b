import * as vscode from 'vscode';
import type { ListedSource, Mention } from '../../server/protocol';
import { type Group, type GroupRow, hasCopy, type Row } from './rows';

const LABELS: Readonly<Record<Group, () => string>> = {
  gaps: () => vscode.l10n.t('Citation needed'),
  undeclared: () => vscode.l10n.t('Not declared'),
  cited: () => vscode.l10n.t('Cited'),
  unused: () => vscode.l10n.t('Not cited'),
};

const ICONS: Readonly<Record<Group, vscode.ThemeIcon>> = {
  gaps: new vscode.ThemeIcon('question', new vscode.ThemeColor('list.warningForeground')),
  undeclared: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  cited: new vscode.ThemeIcon('book'),
  unused: new vscode.ThemeIcon('circle-large-outline', new vscode.ThemeColor('descriptionForeground')),
};

/** How a row is shown. */
export function itemOf(row: Row): vscode.TreeItem {
  switch (row.kind) {
    case 'group':
      return groupItem(row);
    case 'source':
      return sourceItem(row.source, row.group);
    case 'mention':
      return mentionItem(row.mention, row.key);
  }
}

function groupItem({ group, rows }: GroupRow): vscode.TreeItem {
  const item = new vscode.TreeItem(LABELS[group](), vscode.TreeItemCollapsibleState.Expanded);
  item.id = `group/${group}`;
  item.description = String(rows.length);
  return item;
}

function sourceItem(source: ListedSource, group: Group): vscode.TreeItem {
  const { id, citation, title, publisher, year, url, zotero, declared, citedBy } = source;
  const part = partWords(source);
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  const label = [citation, title].filter((part) => part !== '').join(' ');
  const item = new vscode.TreeItem(label, citedBy.length > 0 ? Collapsed : None);
  item.id = `source/${group}/${id}`;
  item.description = [citedBy.length > 1 ? `${citedBy.length}×` : '', part].filter((words) => words !== '').join(' · ');
  item.iconPath = ICONS[group];
  item.tooltip = [
    label,
    [publisher, year].filter((part) => part !== '').join(', '),
    url ?? '',
    part,
    declared ? times(citedBy.length) : vscode.l10n.t('No source has this id.'),
  ]
    .filter((part) => part !== '')
    .join('\n');
  // A work without a number is not a name that a citation could have.
  const marks = { declared: declared && citation !== '', linked: url, copied: hasCopy(source), zotero };
  item.contextValue = ['source', ...Object.entries(marks).flatMap(([mark, is]) => (is ? [mark] : []))].join(' ');
  item.accessibilityInformation = { label: `${item.tooltip}`.replace(/\n/g, '. ') };
  const place = declared ?? citedBy[0];
  if (place) item.command = showing(place);
  return item;
}

/** What its local copy holds, if that is not the whole source, or why there is none. */
function partWords({ textState }: ListedSource): string {
  switch (textState) {
    case 'abstract':
      return vscode.l10n.t('abstract only');
    case 'excerpt':
      return vscode.l10n.t('excerpt only');
    case 'paywall':
      return vscode.l10n.t('behind a paywall');
    case 'scripts':
      return vscode.l10n.t('a page made by scripts');
    case 'whole':
    case 'none':
      return '';
  }
}

function mentionItem({ uri, range, text }: Mention, key: string): vscode.TreeItem {
  const line = vscode.l10n.t('Line {0}', range.start.line + 1);
  const item = new vscode.TreeItem(text === '' ? line : text);
  item.id = `mention/${key}`;
  item.tooltip = `${text}\n${line}`;
  item.contextValue = 'mention';
  item.command = showing({ uri, range });
  return item;
}

/** A click shows a place, and leaves the focus in the view, as in other lists of places. */
export function showing(place: { readonly uri: string; readonly range: Mention['range'] }): vscode.Command {
  return { title: vscode.l10n.t('Show in File'), command: 'brief.sources.show', arguments: [place] };
}

/** How often a source is cited, in words. */
export function times(count: number): string {
  if (count === 0) return vscode.l10n.t('not cited');
  return count === 1 ? vscode.l10n.t('cited once') : vscode.l10n.t('cited {0} times', count);
}
