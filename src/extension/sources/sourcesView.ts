import * as vscode from 'vscode';
import type { Client } from '../client';
import type { ActiveBrief } from './activeBrief';
import { itemOf } from './items';
import { type Row, rowsOf } from './rows';

export const SOURCES_VIEW = 'brief.sources';

/** More often than this the view does not follow what is typed. */
const QUIET_MS = 300;

/** The view of the sources of the active brief. */
export function createSourcesView(client: Client, active: ActiveBrief): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = (after: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => changed.fire(), after);
  };

  const rows = async (): Promise<readonly Row[]> => {
    const uri = active.uri();
    const result = uri && (await client.sources(uri).catch(() => null));
    if (uri?.toString() !== active.uri()?.toString()) return rows();
    const found = result ? rowsOf(result) : [];
    const marks = result ? result.gaps.length + result.sources.filter(({ declared }) => !declared).length : 0;
    view.description = uri ? vscode.workspace.asRelativePath(uri).replace(/^.*[\\/]/, '') : '';
    view.badge = marks > 0 ? { value: marks, tooltip: badgeOf(marks) } : undefined;
    vscode.commands.executeCommand(
      'setContext',
      'brief.sourcesState',
      !uri ? 'none' : found.length > 0 ? 'listed' : 'empty',
    );
    return found;
  };
  const view = vscode.window.createTreeView<Row>(SOURCES_VIEW, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: itemOf,
      getChildren: (row) => (row ? [...row.rows] : rows().then((all) => [...all])),
    },
  });
  vscode.commands.executeCommand('setContext', 'brief.sourcesState', 'none');

  return vscode.Disposable.from(
    view,
    changed,
    active.onDidChange(() => refresh(0)),
    client.onReady(() => refresh(0)),
    client.onStatus(({ uri }) => {
      if (vscode.Uri.parse(uri).toString() === active.uri()?.toString()) refresh(QUIET_MS);
    }),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

/** @param marks how many places lack a source, one or more */
function badgeOf(marks: number): string {
  return marks === 1 ? vscode.l10n.t('1 place lacks a source') : vscode.l10n.t('{0} places lack a source', marks);
}
