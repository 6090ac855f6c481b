import * as vscode from 'vscode';
import { OUTPUT_FORMATS, OUTPUTS, type OutputFormat } from '../../core/page/exporting/outputs';
import type { ExportResult } from '../../server/protocol';
import type { Client } from '../client';
import type { ExportChoices } from '../client/clientRequests';
import { fail } from '../client/messages';
import { isOneOf } from '../exporting/sameFile';
import { saveWhole } from '../exporting/saveWhole';
import type { ActiveBrief } from '../sources/activeBrief';
import { nameOf } from '../uris';

/** The services that an export needs. */
export interface ExportServices {
  readonly client: Client;
  readonly active: ActiveBrief;
  readonly extensionUri: vscode.Uri;
}

/** Asks for a format, then does the same as {@link exportAs}. */
export async function exportBrief(services: ExportServices): Promise<void> {
  if (!briefOf(services)) return;
  const trouble = await services.client.printTrouble();
  const items = OUTPUT_FORMATS.map((format) => {
    const { name, use } = OUTPUTS[format];
    const detail = format === 'pdf' && trouble !== null ? { detail: `$(warning) ${trouble}` } : {};
    return { label: name, description: use(vscode.l10n.t), ...detail, format };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Export'),
    placeHolder: vscode.l10n.t('Choose a format for the brief'),
  });
  if (picked) await exportAs(picked.format, services);
}

/** Returns the commands that export in one format each. */
export function exportCommands(services: ExportServices): Readonly<Record<string, () => Promise<void>>> {
  const commands = OUTPUT_FORMATS.flatMap((format) => {
    const { command } = OUTPUTS[format];
    return command === undefined ? [] : [[command, () => exportAs(format, services)] as const];
  });
  return Object.fromEntries(commands);
}

/** Saves the active brief, the one of the preview or the editor, as a file of this format. */
async function exportAs(format: OutputFormat, services: ExportServices): Promise<void> {
  const { name, extension } = OUTPUTS[format];
  const uri = briefOf(services);
  if (!uri) return;
  // If the file can't be made, the user isn't asked for its place.
  const impossible = format === 'pdf' ? await services.client.printTrouble() : null;
  if (impossible !== null)
    return offerHtml(vscode.l10n.t('{0} was not exported. {1}', nameOf(uri), impossible), services);
  const comments = await askForComments(uri, services);
  if (comments === null) return;
  const place = placeFor(uri, extension);
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export as {0}', name),
    saveLabel: vscode.l10n.t('Export'),
    ...(place && { defaultUri: place }),
    filters: { [name]: [extension] },
  });
  if (!target) return;
  const evidence = vscode.workspace.getConfiguration('brief', uri).get('export.evidence', false);
  await exportTo(uri, target, { format, comments, evidence }, services);
}

/** Writes a file, and offers what to do next: to open it, or to write it again with the evidence. */
async function exportTo(uri: vscode.Uri, target: vscode.Uri, how: Wanted, services: ExportServices): Promise<void> {
  const trouble = await write(uri, target, how, services);
  if (trouble === CANCELLED) return;
  if (trouble !== null) {
    const message = vscode.l10n.t('{0} was not exported to {1}. {2}', nameOf(uri), nameOf(target), trouble);
    if (how.format === 'pdf') await offerHtml(message, services);
    else fail(message);
    return;
  }
  const open = vscode.l10n.t('Open');
  const withEvidence = vscode.l10n.t('With Evidence');
  const picked = await vscode.window.showInformationMessage(
    vscode.l10n.t('The brief was exported to {0}.', nameOf(target)),
    open,
    ...(OUTPUTS[how.format].isPage && !how.evidence ? [withEvidence] : []),
  );
  if (picked === withEvidence) await exportTo(uri, target, { ...how, evidence: true }, services);
  else if (picked === open) await openExported(target);
}

/** The format of an export, and whether people's comments and, on a page, the evidence are included. */
interface Wanted {
  readonly format: OutputFormat;
  readonly comments: boolean;
  readonly evidence: boolean;
}

/** Returns true if the comments of a brief are to be exported. Asks only if it has any. Null if the user cancels. */
async function askForComments(uri: vscode.Uri, { client }: ExportServices): Promise<boolean | null> {
  await vscode.workspace.openTextDocument(uri);
  if (!(await client.threads(uri))?.threads.length) return false;
  const without = { label: vscode.l10n.t('Without Comments'), description: vscode.l10n.t('For readers') };
  const all = { label: vscode.l10n.t('With Comments'), description: vscode.l10n.t('For reviewers') };
  const picked = await vscode.window.showQuickPick([without, all], {
    title: vscode.l10n.t('Export'),
    placeHolder: vscode.l10n.t('This brief has comments. Export them?'),
  });
  return picked ? picked === all : null;
}

/** Shows why there is no PDF, and offers HTML instead. */
async function offerHtml(message: string, services: ExportServices): Promise<void> {
  const picked = await vscode.window.showErrorMessage(message, vscode.l10n.t('Export as {0}', 'HTML'));
  if (picked !== undefined) await exportAs('html', services);
}

const CANCELLED = Symbol('cancelled');

/** @returns the reason why the file isn't written, in sentences; null if it is */
function write(uri: vscode.Uri, target: vscode.Uri, how: Wanted, services: ExportServices) {
  const { name, isPage } = OUTPUTS[how.format];
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Exporting {0} as {1}', nameOf(uri), name),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (_, token): Promise<string | typeof CANCELLED | null> => {
    try {
      const choices: ExportChoices = { ...how, ...(isPage && { style: await readStyle(services) }) };
      // The document in a preview may be in no editor.
      await vscode.workspace.openTextDocument(uri);
      const result = await services.client.exportAs(uri, choices, token);
      if (token.isCancellationRequested) return CANCELLED;
      if (!result) return notABrief();
      if ('error' in result) return result.error;
      const harmed = await whatItWouldHarm(target, [uri, ...result.reads.map((read) => vscode.Uri.parse(read))]);
      if (harmed !== null) return harmed;
      await saveWhole(target, bytesOf(result));
      return null;
    } catch (error) {
      if (token.isCancellationRequested) return CANCELLED;
      return error instanceof Error ? error.message : String(error);
    }
  });
}

/** Returns the reason why a file can't be overwritten; null if it can. */
async function whatItWouldHarm(target: vscode.Uri, used: readonly vscode.Uri[]): Promise<string | null> {
  if (await isOneOf(target, used))
    return vscode.l10n.t('It is the brief itself, or a file that the brief uses. Choose another name.');
  const atWork = vscode.workspace.textDocuments.filter(({ isDirty, languageId }) => isDirty || languageId === 'brief');
  const isOpen = await isOneOf(
    target,
    atWork.map((document) => document.uri),
  );
  return isOpen ? vscode.l10n.t('It is open in an editor. Close it, or choose another name.') : null;
}

/** Returns the style sheet of a page: the server may be unable to read it. */
async function readStyle({ extensionUri }: ExportServices): Promise<string> {
  const path = vscode.Uri.joinPath(extensionUri, 'dist', 'webview', 'preview-style.css');
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(path));
}

function bytesOf(result: Exclude<ExportResult, { readonly error: string }>): Uint8Array {
  if ('base64' in result) return Uint8Array.from(atob(result.base64), (char) => char.charCodeAt(0));
  return new TextEncoder().encode('html' in result ? result.html : result.text);
}

/** Returns the reason why a file isn't exported. */
export function notABrief(): string {
  return vscode.l10n.t('It is not checked as a brief. Run "Brief: Check This File" first.');
}

/** Returns the brief to export; null if none is active. */
function briefOf({ active }: ExportServices): vscode.Uri | null {
  return active.uri(vscode.l10n.t('Open a brief first. The one in the active editor or preview is exported.'));
}

async function openExported(target: vscode.Uri): Promise<void> {
  // Only the machine that the window runs on can show its files in another program.
  const isHere = target.scheme === 'file' && vscode.env.remoteName === undefined;
  if (isHere) await vscode.env.openExternal(target);
  else await vscode.commands.executeCommand('vscode.open', target);
}

/** Returns the default place for an export of a brief: beside it, under its name. */
function placeFor(uri: vscode.Uri, extension: string): vscode.Uri | undefined {
  const name = nameOf(uri).replace(/(?:\.brief)?(?:\.brief|\.md|\.markdown)$/i, '') || 'brief';
  // An export to Markdown must not replace its own brief.
  const file = `${name}${`${name}.${extension}` === nameOf(uri) ? '-exported' : ''}.${extension}`;
  if (uri.scheme !== 'untitled') return vscode.Uri.joinPath(uri, '..', file);
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder && vscode.Uri.joinPath(folder.uri, file);
}
