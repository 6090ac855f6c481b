import * as vscode from 'vscode';
import type { CitingBrief, WorkspaceSource } from '../../server/protocol';
import type { Client } from '../client';
import { showing, times } from './items';

type SourceRow = { readonly kind: 'source'; readonly source: WorkspaceSource };
type Row =
  /** The library, or all other sources. */
  | { readonly kind: 'group'; readonly isLibrary: boolean; readonly rows: readonly SourceRow[] }
  | SourceRow
  /** A brief; its path is shown if another brief beside it has the same title. */
  | { readonly kind: 'brief'; readonly brief: CitingBrief; readonly withPath: boolean };

/** Wait after the last change before the view follows it, in milliseconds. */
const QUIET_MS = 2000;

export interface WorkspaceView extends vscode.Disposable {
  refresh(): void;
}

/** Makes the view of all sources of the workspace, with the briefs that cite each. It reads nothing until it is shown. */
export function createWorkspaceView(client: Client): WorkspaceView {
  const changed = new vscode.EventEmitter<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rows = async (): Promise<Row[]> => {
    const { sources } = await client.workspaceSources().catch(() => ({ sources: [] }));
    vscode.commands.executeCommand(
      'setContext',
      'brief.workspaceSourcesState',
      sources.length > 0 ? 'listed' : 'empty',
    );
    const all = sources.map((source): SourceRow => ({ kind: 'source', source }));
    const library = all.filter(({ source }) => source.library);
    if (library.length === 0) return all;
    const others = all.filter(({ source }) => !source.library);
    return [
      { kind: 'group', isLibrary: true, rows: library },
      ...(others.length > 0 ? [{ kind: 'group' as const, isLibrary: false, rows: others }] : []),
    ];
  };
  const view = vscode.window.createTreeView<Row>('brief.workspaceSources', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: itemOf,
      getChildren: (row) => {
        if (!row) return rows();
        if (row.kind === 'group') return [...row.rows];
        return row.kind === 'source' ? briefRows(row.source.briefs) : [];
      },
    },
  });
  const listeners = vscode.Disposable.from(
    view,
    changed,
    client.onReady(() => changed.fire()),
    client.onStatus(() => {
      clearTimeout(timer);
      if (view.visible) timer = setTimeout(() => changed.fire(), QUIET_MS);
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
  return { refresh: () => changed.fire(), dispose: () => listeners.dispose() };
}

function itemOf(row: Row): vscode.TreeItem {
  if (row.kind === 'brief') return briefItem(row.brief, row.withPath);
  return row.kind === 'source' ? sourceItem(row.source) : groupItem(row.isLibrary, row.rows.length);
}

function groupItem(isLibrary: boolean, count: number): vscode.TreeItem {
  const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const label = isLibrary ? vscode.l10n.t('Library') : vscode.l10n.t('Other sources');
  const item = new vscode.TreeItem(label, isLibrary ? Expanded : Collapsed);
  item.id = isLibrary ? 'library' : 'others';
  item.description = String(count);
  return item;
}

/**
 * Returns the item of a source. A source of the library is named by its id, so that its use is read before its title. A click
 * on it opens its file.
 */
function sourceItem({ title, publisher, address, briefs, library }: WorkspaceSource): vscode.TreeItem {
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const id = library ? `@${library.id}` : '';
  const named = title === '' && !library ? vscode.l10n.t('Untitled source') : title;
  const item = new vscode.TreeItem(library ? id : named, briefs.length > 0 ? Collapsed : None);
  const { used, cited } = useOf(briefs.length);
  const said = library ? [used, named, publisher, address] : [publisher, address, used];
  item.description = said.filter((part) => part !== '').join(' · ');
  item.iconPath =
    briefs.length > 0
      ? new vscode.ThemeIcon('book')
      : new vscode.ThemeIcon('circle-large-outline', new vscode.ThemeColor('descriptionForeground'));
  item.tooltip = [id, named, publisher, address, cited].filter((part) => part !== '').join('\n');
  item.accessibilityInformation = { label: `${item.tooltip}`.replace(/\n/g, '. ') };
  if (library) {
    item.id = `library/${library.uri}`;
    item.command = showing(library);
  }
  return item;
}

/** Says how many briefs use a source: in short, beside its name, and as a sentence. */
function useOf(briefs: number): { readonly used: string; readonly cited: string } {
  if (briefs === 0) return { used: vscode.l10n.t('used by no brief'), cited: vscode.l10n.t('No brief cites it.') };
  if (briefs === 1) return { used: vscode.l10n.t('used by one brief'), cited: vscode.l10n.t('Cited in one brief.') };
  return { used: vscode.l10n.t('used by {0} briefs', briefs), cited: vscode.l10n.t('Cited in {0} briefs.', briefs) };
}

function briefRows(briefs: readonly CitingBrief[]): Row[] {
  return briefs.map((brief) => {
    const withPath = briefs.filter(({ title }) => title === brief.title).length > 1;
    return { kind: 'brief', brief, withPath };
  });
}

function briefItem({ uri, title, times: count, range }: CitingBrief, withPath: boolean): vscode.TreeItem {
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  const item = new vscode.TreeItem(title === '' ? path : title);
  item.description = withPath && title !== '' ? `${path} · ${times(count)}` : times(count);
  item.tooltip = path;
  item.iconPath = vscode.ThemeIcon.File;
  item.resourceUri = vscode.Uri.parse(uri);
  item.command = showing({ uri, range });
  return item;
}
