import * as vscode from 'vscode';
import type { ListedSource, Mention } from '../../server/protocol';
import { toRange } from '../commands/documentEdits';
import { columnWith } from '../preview/source';
import { type Group, type GroupRow, hasCopy, type Row, type SourceRow } from './rows';

const LABELS: Readonly<Record<Group, () => string>> = {
  gaps: () => vscode.l10n.t('Citation needed'),
  undeclared: () => vscode.l10n.t('Not declared'),
  cited: () => vscode.l10n.t('Cited'),
  unused: () => vscode.l10n.t('Not cited'),
};

const ICONS = {
  undeclared: new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground')),
  dead: new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground')),
  whole: new vscode.ThemeIcon('book'),
  part: new vscode.ThemeIcon('bookmark'),
  none: new vscode.ThemeIcon('circle-large-outline', new vscode.ThemeColor('descriptionForeground')),
};

/** Returns the item that shows a row. */
export function itemOf(row: Row): vscode.TreeItem {
  switch (row.kind) {
    case 'group':
      return groupItem(row);
    case 'source':
      return sourceItem(row);
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

function sourceItem({ source, group, dead }: SourceRow): vscode.TreeItem {
  const { id, citation, title, publisher, year, url, zotero, declared, citedBy, stale } = source;
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  const label = [citation, title].filter((part) => part !== '').join(' ');
  const item = new vscode.TreeItem(label, citedBy.length > 0 ? Collapsed : None);
  const state = [
    textWords(source),
    dead ? vscode.l10n.t('dead link') : '',
    stale > 0 ? vscode.l10n.t('to verify again: {0}', stale) : '',
  ];
  item.id = `source/${group}/${id}`;
  item.description = joined([citedBy.length > 1 ? `${citedBy.length}×` : '', ...state], ' · ');
  item.iconPath = declared ? iconOf(source, dead) : ICONS.undeclared;
  item.tooltip = joined(
    [
      label,
      joined([publisher, year], ', '),
      url ?? '',
      ...state,
      declared ? times(citedBy.length) : vscode.l10n.t('No source has this id.'),
    ],
    '\n',
  );
  // A work without a number has no id that a citation could name.
  const named = citation !== '';
  const marks = { named, declared: declared && named, linked: url, copied: hasCopy(source), zotero };
  item.contextValue = ['source', ...Object.entries(marks).flatMap(([mark, is]) => (is ? [mark] : []))].join(' ');
  item.accessibilityInformation = { label: `${item.tooltip}`.replace(/\n/g, '. ') };
  const place = declared ?? citedBy[0];
  if (place) item.command = showing(place);
  return item;
}

/** Says how much of a source's text is here, or why there is none; empty if that isn't known. */
function textWords({ textState }: ListedSource): string {
  switch (textState) {
    case 'whole':
      return vscode.l10n.t('text here');
    case 'abstract':
      return vscode.l10n.t('abstract only');
    case 'excerpt':
      return vscode.l10n.t('excerpt only');
    case 'paywall':
      return vscode.l10n.t('behind a paywall');
    case 'scripts':
      return vscode.l10n.t('a page made by scripts');
    case 'none':
      return '';
  }
}

/** Joins the parts of a line that aren't empty. */
function joined(parts: readonly string[], between: string): string {
  return parts.filter((part) => part !== '').join(between);
}

/** Returns the icon that tells how much of a source can be read here, and whether its page is gone. */
function iconOf(source: ListedSource, dead: boolean): vscode.ThemeIcon {
  if (dead) return ICONS.dead;
  if (source.textState === 'whole') return ICONS.whole;
  return hasCopy(source) ? ICONS.part : ICONS.none;
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

/**
 * Returns the command of a row that shows a place. A click leaves the focus in the view, as in other lists of places. Enter
 * moves it to the text.
 */
export function showing(place: { readonly uri: string; readonly range: Mention['range'] }): vscode.Command {
  const uri = vscode.Uri.parse(place.uri, true);
  const viewColumn = columnWith(uri) ?? vscode.ViewColumn.Active;
  const how: vscode.TextDocumentShowOptions = { selection: toRange(place.range), viewColumn };
  return { title: vscode.l10n.t('Show in File'), command: 'vscode.open', arguments: [uri, how] };
}

/** Says how often a source is cited. */
export function times(count: number): string {
  if (count === 0) return vscode.l10n.t('not cited');
  return count === 1 ? vscode.l10n.t('cited once') : vscode.l10n.t('cited {0} times', count);
}
