import * as vscode from 'vscode';
import type { StatusParams } from '../server/protocol';
import type { Client } from './client';
import type { Previews } from './preview/previews';
import { columnWith } from './preview/source';

/** Shows "12 of 13 cited" for the brief in the active editor or preview; a click goes to the first insight that is not. */
export function createStatusBar(client: Client, previews: Previews): vscode.Disposable {
  const statuses = new Map<string, StatusParams>();
  const item = vscode.window.createStatusBarItem('brief.cited', vscode.StatusBarAlignment.Right, 100);
  item.name = 'Cited Insights';

  const show = () => {
    const uri = previews.active()?.uri ?? vscode.window.activeTextEditor?.document.uri;
    // Only documents that are briefs have one.
    const status = uri && statuses.get(uri.toString());
    if (!uri || !status) return item.hide();
    item.text = textOf(status);
    item.tooltip = `${tooltipOf(status)}${problemsOf(uri)}`;
    item.accessibilityInformation = { label: item.text };
    item.command = commandFor(uri, status);
    item.show();
  };

  return vscode.Disposable.from(
    item,
    client.onStatus((status) => {
      // The server gives back the address as the client wrote it, which may differ in how it is encoded.
      statuses.set(vscode.Uri.parse(status.uri).toString(), status);
      show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.languages.onDidChangeDiagnostics(show),
    previews.onDidChangeActive(show),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      statuses.delete(uri.toString());
      show();
    }),
  );
}

/** The author's own judgement needs no source, so it is left out of both numbers, as in the preview. */
function textOf({ insights, cited, own, verified, stale }: StatusParams): string {
  const coverage = insights === 0 ? 'No insights' : `${cited} of ${insights - own} cited`;
  return verified + stale === 0 ? coverage : `${coverage}, ${verified} verified`;
}

function tooltipOf({ insights, cited, own, verified, stale, uncited, evidence }: StatusParams): string {
  const { found, elsewhere, notFound, uncheckable } = evidence;
  const lines = [`Insights: ${insights}`, `With a source: ${cited}`, `Own judgement: ${own}`];
  const checked = found + elsewhere + notFound;
  if (checked > 0) lines.push(`Numbers and quotations found in their sources: ${found} of ${checked}`);
  if (uncheckable > 0) lines.push(`Without a passage to check: ${uncheckable}`);
  if (verified + stale > 0) lines.push(`Verified: ${verified}`);
  if (stale > 0) lines.push(`Changed since they were verified: ${stale}`);
  if (uncited.length > 0) lines.push(`Not cited: ${uncited.length}`, 'Click to go to the first one.');
  return lines.join('\n');
}

/** How many errors and warnings the brief has; nothing where it has none. */
function problemsOf(uri: vscode.Uri): string {
  const ours = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'brief');
  const counts = [
    [vscode.DiagnosticSeverity.Error, 'error'],
    [vscode.DiagnosticSeverity.Warning, 'warning'],
  ] as const;
  const found = counts.flatMap(([severity, name]) => {
    const count = ours.filter((problem) => problem.severity === severity).length;
    return count === 0 ? [] : [`${count} ${name}${count === 1 ? '' : 's'}`];
  });
  return found.length === 0 ? '' : `\nProblems: ${found.join(', ')}`;
}

/** Shows the first uncited insight; undefined, so that a click does nothing, where all are cited. */
function commandFor(uri: vscode.Uri, { uncited: [first] }: StatusParams): vscode.Command | undefined {
  if (!first) return undefined;
  const { start, end } = first;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  return {
    title: 'Go to First Uncited Insight',
    command: 'vscode.open',
    arguments: [uri, { selection, viewColumn: columnWith(uri) }],
  };
}
