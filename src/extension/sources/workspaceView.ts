import * as vscode from 'vscode';
import type { CitingBrief, WorkspaceSource } from '../../server/protocol';
import type { Client } from '../client';
import { showing, times } from './items';

type Row =
  | { readonly kind: 'source'; readonly source: WorkspaceSource }
  | { readonly kind: 'brief'; readonly brief: CitingBrief };

/** More often than this the view does not follow what is typed. */
const QUIET_MS = 2000;

/** The view of all sources of the workspace, with the briefs that cite each. It reads nothing until it is shown. */
export function createWorkspaceView(client: Client): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rows = async (): Promise<Row[]> => {
    const { sources } = await client.workspaceSources().catch(() => ({ sources: [] }));
    vscode.commands.executeCommand(
      'setContext',
      'brief.workspaceSourcesState',
      sources.length > 0 ? 'listed' : 'empty',
    );
    return sources.map((source) => ({ kind: 'source', source }));
  };
  const view = vscode.window.createTreeView<Row>('brief.workspaceSources', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (row) => (row.kind === 'source' ? sourceItem(row.source) : briefItem(row.brief)),
      getChildren: (row) => {
        if (!row) return rows();
        return row.kind === 'source' ? row.source.briefs.map((brief) => ({ kind: 'brief' as const, brief })) : [];
      },
    },
  });
  return vscode.Disposable.from(
    view,
    changed,
    client.onReady(() => changed.fire()),
    client.onStatus(() => {
      clearTimeout(timer);
      if (view.visible) timer = setTimeout(() => changed.fire(), QUIET_MS);
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

function sourceItem({ title, publisher, briefs }: WorkspaceSource): vscode.TreeItem {
  const item = new vscode.TreeItem(
    title === '' ? vscode.l10n.t('Untitled source') : title,
    vscode.TreeItemCollapsibleState.Collapsed,
  );
  const isOne = briefs.length === 1;
  const count = isOne ? vscode.l10n.t('in one brief') : vscode.l10n.t('in {0} briefs', briefs.length);
  const cited = isOne ? vscode.l10n.t('Cited in one brief.') : vscode.l10n.t('Cited in {0} briefs.', briefs.length);
  item.description = [publisher, count].filter((part) => part !== '').join(' · ');
  item.iconPath = new vscode.ThemeIcon('book');
  item.tooltip = [title, publisher, cited].filter((part) => part !== '').join('\n');
  return item;
}

function briefItem({ uri, title, times: count, range }: CitingBrief): vscode.TreeItem {
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  const item = new vscode.TreeItem(title === '' ? path : title);
  item.description = times(count);
  item.tooltip = path;
  item.iconPath = vscode.ThemeIcon.File;
  item.resourceUri = vscode.Uri.parse(uri);
  item.command = showing({ uri, range });
  return item;
}
