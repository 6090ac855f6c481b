import * as vscode from 'vscode';
import type { AcceptProblemsParams, NewText } from '../../server/protocol';
import type { Client } from '../client';
import { fail, inform } from '../client/messages';
import { saveWhole } from '../exporting/saveWhole';
import type { ActiveBrief } from '../sources/activeBrief';
import { nameOf } from '../uris';
import { whyUnknown } from './documentEdits';
import { assertNoLink } from './sources/newCopy';

/**
 * Accepts all problems of the active brief, or of all briefs of its folder: they are written into the baseline that
 * `brief check` knows, too, and not shown any more. Where no configuration names one, it does then.
 *
 * @param chosen the scope, where another command names it; else the user is asked
 */
export async function acceptProblems(client: Client, active: ActiveBrief, chosen: unknown): Promise<void> {
  const editor = await active.editor(vscode.l10n.t('Open a brief first: its problems are accepted.'));
  if (!editor) return;
  const { uri } = editor.document;
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (!folder || !vscode.workspace.isTrusted) {
    inform(
      folder
        ? vscode.l10n.t('Trust this folder first: accepted problems are saved in a file there.')
        : vscode.l10n.t('Open the folder of this brief first: accepted problems are saved in a file there.'),
    );
    return;
  }
  const scope = chosen === 'file' || chosen === 'workspace' ? chosen : await askForScope();
  if (!scope) return;
  const progress = {
    location: vscode.ProgressLocation.Window,
    title: vscode.l10n.t('Collecting the problems'),
  };
  const result = await vscode.window.withProgress(progress, () => client.acceptProblems(uri, scope, folder));
  if (!result || 'refused' in result) {
    const unchecked = vscode.l10n.t('This brief is not checked, so its problems are not known.');
    inform(result?.refused ?? whyUnknown(editor.document, unchecked));
    return;
  }
  const { baseline, config, accepted, files } = result;
  try {
    const takeBack = await writeBaseline(baseline, config !== null);
    if (config)
      await writeConfig(config).catch(async (error) => {
        // A baseline that nothing names would be left behind.
        await takeBack();
        throw error;
      });
    await sayAccepted(vscode.Uri.parse(baseline.uri), accepted, files, takeBack);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    fail(vscode.l10n.t('The problems were not accepted. {0}', reason));
  }
}

async function askForScope(): Promise<AcceptProblemsParams['scope'] | undefined> {
  const items = [
    { label: vscode.l10n.t('In This File'), scope: 'file' as const },
    { label: vscode.l10n.t('In the Workspace'), scope: 'workspace' as const },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Accept All Current Problems'),
    placeHolder: vscode.l10n.t('Choose the problems to hide'),
  });
  return picked?.scope;
}

/**
 * @param isNew no configuration names it: nothing may be there
 * @returns puts back what was there
 */
async function writeBaseline({ uri, text, before }: NewText, isNew: boolean): Promise<() => Promise<void>> {
  const file = vscode.Uri.parse(uri);
  const there = await vscode.workspace.fs.readFile(file).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => null,
  );
  if (there !== null && isNew)
    throw new Error(vscode.l10n.t('{0} already exists. Name it under "baseline" in brief.config.yaml.', nameOf(file)));
  if (there !== before) throw new Error(changedMeanwhile(file));
  const folder = vscode.Uri.joinPath(file, '..');
  if (!(await assertNoLink(folder))) await vscode.workspace.fs.createDirectory(folder);
  const encode = (written: string) => new TextEncoder().encode(written);
  await saveWhole(file, encode(text));
  return async () => {
    if (before === null) await vscode.workspace.fs.delete(file);
    else await saveWhole(file, encode(before));
  };
}

/** Changes the configuration as an edit that can be undone, and saves it unless the user was changing it. */
async function writeConfig({ uri, text, before }: NewText): Promise<void> {
  const file = vscode.Uri.parse(uri);
  const edit = new vscode.WorkspaceEdit();
  const document = await vscode.workspace.openTextDocument(file).then(undefined, () => null);
  const wasDirty = document?.isDirty ?? false;
  if (document) {
    if (document.getText() !== before) throw new Error(changedMeanwhile(file));
    edit.insert(file, document.positionAt(document.getText().length), text.slice(before.length));
  } else edit.createFile(file, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(changedMeanwhile(file));
  if (document && !wasDirty) await document.save();
}

function changedMeanwhile(file: vscode.Uri): string {
  return vscode.l10n.t('{0} has changed meanwhile. Run the command again.', nameOf(file));
}

/** Says how many, and how they come back. Nobody waits for the answer. */
async function sayAccepted(
  file: vscode.Uri,
  accepted: number,
  files: number,
  takeBack: () => Promise<void>,
): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  const message = vscode.l10n.t(
    'Accepted problems: {0}, in files: {1}. They are kept in {2}. Delete that file to see them again.',
    accepted,
    files,
    nameOf(file),
  );
  vscode.window.showInformationMessage(message, undo).then(async (choice) => {
    if (choice !== undo) return;
    await takeBack().catch((error) => {
      const reason = error instanceof Error ? error.message : String(error);
      fail(vscode.l10n.t('The problems are still accepted. {0}', reason));
    });
  });
}
