import * as vscode from 'vscode';
import type { SourcesResult } from '../../server/protocol';
import type { Client } from '../client';
import type { CheckLinks } from '../commands/checkLinks';
import { openIfClosed } from '../preview/source';
import type { ActiveBrief } from './activeBrief';
import { draggingFrom } from './dragging';
import { filterMessage, pickFilter } from './filters';
import { itemOf } from './items';
import { type Filter, type Known, passes, type Row, rowsOf } from './rows';

const SOURCES_VIEW = 'brief.sources';

/** More often than this the view does not follow what is typed. */
const QUIET_MS = 300;

export interface SourcesView extends vscode.Disposable {
  refresh(): void;
  /** Has the user pick which sources are listed. */
  filter(): Promise<void>;
  showAll(): void;
  /** The row that is selected. */
  selected(): Row | undefined;
}

/** The view of the sources of the active brief. */
export function createSourcesView(client: Client, active: ActiveBrief, links: CheckLinks): SourcesView {
  const changed = new vscode.EventEmitter<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let filter: Filter = 'all';
  let known: readonly Known[] = [];
  const refresh = (after: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => changed.fire(), after);
  };
  const setContext = (key: string, value: unknown) => vscode.commands.executeCommand('setContext', key, value);

  const rows = async (): Promise<readonly Row[]> => {
    const uri = active.uri();
    const result = uri && (await sourcesOf(client, uri).catch(() => null));
    if (uri?.toString() !== active.uri()?.toString()) return rows();
    const { sources = [], gaps = [] } = result ?? {};
    const dead = uri ? links.deadIn(uri) : new Set<string>();
    known = sources.map((source) => ({ source, dead: source.url !== null && dead.has(source.url) }));
    const shown = known.filter((one) => passes(filter, one));
    const marks = gaps.length + sources.filter(({ declared }) => !declared).length;
    view.description = uri ? vscode.workspace.asRelativePath(uri).replace(/^.*[\\/]/, '') : '';
    view.badge = marks > 0 ? { value: marks, tooltip: badgeOf(marks) } : undefined;
    view.message = uri ? filterMessage(filter, known) : '';
    setContext('brief.sourcesState', !uri ? 'none' : sources.length + gaps.length > 0 ? 'listed' : 'empty');
    return rowsOf(shown, filter === 'all' ? gaps : []);
  };
  const view = vscode.window.createTreeView<Row>(SOURCES_VIEW, {
    showCollapseAll: true,
    dragAndDropController: draggingFrom(active.uri),
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: itemOf,
      getChildren: (row) => (row ? [...row.rows] : rows().then((all) => [...all])),
    },
  });
  setContext('brief.sourcesState', 'none');

  const show = (next: Filter) => {
    filter = next;
    setContext('brief.sourcesFiltered', filter !== 'all');
    refresh(0);
  };
  const follow = (uri: vscode.Uri) => {
    if (uri.toString() === active.uri()?.toString()) refresh(QUIET_MS);
  };
  const listeners = vscode.Disposable.from(
    view,
    changed,
    active.onDidChange(() => refresh(0)),
    client.onReady(() => refresh(0)),
    links.onDidCheck(() => refresh(0)),
    client.onStatus(({ uri }) => follow(vscode.Uri.parse(uri))),
    client.onPreview(follow),
    // Not every change of the text changes the status.
    vscode.workspace.onDidChangeTextDocument(({ document }) => follow(document.uri)),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
  return {
    refresh: () => refresh(0),
    filter: async () => {
      const picked = await pickFilter(filter, known);
      if (picked !== undefined) show(picked);
    },
    showAll: () => show('all'),
    selected: () => view.selection[0],
    dispose: () => listeners.dispose(),
  };
}

async function sourcesOf(client: Client, brief: vscode.Uri): Promise<SourcesResult | null> {
  await openIfClosed(brief);
  return client.sources(brief);
}

/** @param marks how many places lack a source, one or more */
function badgeOf(marks: number): string {
  return marks === 1 ? vscode.l10n.t('1 place lacks a source') : vscode.l10n.t('{0} places lack a source', marks);
}
