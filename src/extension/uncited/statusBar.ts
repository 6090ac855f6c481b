import * as vscode from 'vscode';
import type { StatusParams } from '../../server/protocol';
import type { Client } from '../client';
import type { Previews } from '../preview/previews';
import { activeEditor, columnWith } from '../preview/source';

/** Shows "12 of 13 cited" for the brief in the active editor or preview. A click goes to the first insight that isn't cited. */
export function createStatusBar(client: Client, previews: Previews): vscode.Disposable {
  const statuses = new Map<string, StatusParams>();
  const item = vscode.window.createStatusBarItem('brief.cited', vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t('Cited Insights');

  const show = () => {
    const uri = previews.active()?.uri ?? activeEditor()?.document.uri;
    // Only briefs have a status.
    const status = uri && statuses.get(uri.toString());
    if (!uri || !status) return item.hide();
    item.text = textOf(status);
    item.tooltip = [...factsOf(status), ...problemsOf(uri)].join('\n');
    item.accessibilityInformation = { label: item.text };
    item.command = commandFor(uri, status);
    item.show();
  };

  const forget = (uri: vscode.Uri) => {
    statuses.delete(uri.toString());
    show();
  };

  return vscode.Disposable.from(
    item,
    client.onStatus((status) => {
      // The server returns the address as the client wrote it, which may be encoded differently.
      statuses.set(vscode.Uri.parse(status.uri).toString(), status);
      show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.languages.onDidChangeDiagnostics(show),
    previews.onDidChangeActive(show),
    client.onNoBrief(forget),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => forget(uri)),
  );
}

/** The author's own judgement needs no source, so it is left out of both numbers, as in the preview. */
function textOf({ insights, cited, own, verified, stale }: StatusParams): string {
  if (insights === 0) return vscode.l10n.t('No insights');
  const all = insights - own;
  return verified + stale === 0
    ? vscode.l10n.t('{0} of {1} cited', cited, all)
    : vscode.l10n.t('{0} of {1} cited, {2} verified', cited, all, verified);
}

/** Returns the lines of the tooltip. */
function factsOf({ insights, cited, own, verified, stale, showsHints, uncited, ...status }: StatusParams): string[] {
  const { evidence, sources, texts } = status;
  const { found, differs, elsewhere, notFound, uncheckable } = evidence;
  const lines = [
    vscode.l10n.t('Insights with a source: {0} of {1}', cited, insights - own),
    ...(own > 0 ? [vscode.l10n.t('Own judgement (no source needed): {0}', own)] : []),
  ];
  const checked = found + differs + elsewhere + notFound;
  if (checked > 0)
    lines.push(vscode.l10n.t('Numbers and quotations found in their sources: {0} of {1}', found, checked));
  if (uncheckable > 0) lines.push(vscode.l10n.t('Numbers and quotations that cannot be checked: {0}', uncheckable));
  if (uncheckable > 0 && texts < sources)
    lines.push(
      vscode.l10n.t('Sources: {0}, with text: {1}', sources, texts),
      vscode.l10n.t('To check more, add text or quotes to the sources.'),
    );
  if (verified + stale > 0) lines.push(vscode.l10n.t('Verified: {0}', verified));
  if (stale > 0) lines.push(vscode.l10n.t('Changed since they were verified: {0}', stale));
  const { words, characters, minutes } = status.length;
  if (words > 0)
    lines.push(
      // As word processors do, a text in Chinese is counted in characters.
      characters > words / 2 ? vscode.l10n.t('Characters: {0}', words) : vscode.l10n.t('Words: {0}', words),
      vscode.l10n.t('Reading time in minutes: {0}', minutes),
    );
  if (!showsHints) lines.push(vscode.l10n.t('Hints are hidden.'));
  if (uncited.length > 0)
    lines.push(vscode.l10n.t('Not cited: {0}', uncited.length), vscode.l10n.t('Click to go to the first one.'));
  return lines;
}

/** Returns a line with the number of errors, and one with the number of warnings. A line is left out if its number is 0. */
function problemsOf(uri: vscode.Uri): string[] {
  const ours = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'brief');
  const count = (severity: vscode.DiagnosticSeverity) => ours.filter((problem) => problem.severity === severity).length;
  const errors = count(vscode.DiagnosticSeverity.Error);
  const warnings = count(vscode.DiagnosticSeverity.Warning);
  return [
    ...(errors > 0 ? [vscode.l10n.t('Errors: {0}', errors)] : []),
    ...(warnings > 0 ? [vscode.l10n.t('Warnings: {0}', warnings)] : []),
  ];
}

/**
 * Returns the command that shows the first uncited insight. Returns undefined if all are cited, so that a click does nothing.
 */
function commandFor(uri: vscode.Uri, { uncited: [first] }: StatusParams): vscode.Command | undefined {
  if (!first) return undefined;
  const { start, end } = first;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  return {
    title: vscode.l10n.t('Go to First Uncited Insight'),
    command: 'vscode.open',
    arguments: [uri, { selection, viewColumn: columnWith(uri) }],
  };
}
