/** Commands for a beginner: one opens a sample, the other makes a folder. */

import * as vscode from 'vscode';
import config from '../../../media/start/config.yaml';
import first from '../../../media/start/first.brief';
import sample from '../../../media/start/sample.brief';
import source from '../../../media/start/source.yaml';
import chineseConfig from '../../../media/start/zh-cn/config.yaml';
import chineseFirst from '../../../media/start/zh-cn/first.brief';
import chineseSample from '../../../media/start/zh-cn/sample.brief';
import chineseSource from '../../../media/start/zh-cn/source.yaml';
import { isChinese } from '../client/language';
import { fail } from '../client/messages';
import { isThere, nameOf } from '../uris';

const ENGLISH = { config, first, sample, source };
const CHINESE: typeof ENGLISH = {
  config: chineseConfig,
  first: chineseFirst,
  sample: chineseSample,
  source: chineseSource,
};

/** The files of a new folder: the name of the content, and the path. */
const FILES = [
  ['config', 'brief.config.yaml'],
  ['source', 'sources/lamp-trial.yaml'],
  ['first', 'first.brief'],
] as const;

/** Opens a brief that shows what a brief is, as a document of the user's own, with its page beside it. */
export async function openSample(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'brief', content: inLanguage().sample });
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand('brief.showPreviewToSide');
}

/** Makes a folder with a configuration, a library of one source and a brief, where the user wants it, and shows that brief. */
export async function newFolder(): Promise<void> {
  const [open] = vscode.workspace.workspaceFolders ?? [];
  const picked = await vscode.window.showOpenDialog({
    ...{ canSelectFolders: true, canSelectFiles: false },
    ...(open && { defaultUri: open.uri }),
    title: vscode.l10n.t('New Folder of Briefs'),
    openLabel: vscode.l10n.t('Create Here'),
  });
  const parent = picked?.[0];
  if (!parent) return;
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Folder of Briefs'),
    prompt: vscode.l10n.t('The name of the new folder in {0}', nameOf(parent)),
    value: vscode.l10n.t('briefs'),
    ignoreFocusOut: true,
    validateInput: (value) => faultOf(parent, value.trim()),
  });
  if (name === undefined) return;
  const folder = vscode.Uri.joinPath(parent, name.trim());
  try {
    for (const [from, to] of FILES) {
      const content = new TextEncoder().encode(inLanguage()[from]);
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, to), content);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    fail(vscode.l10n.t('The folder was not created: {0}', why));
    return;
  }
  const brief = vscode.Uri.joinPath(folder, 'first.brief');
  // A configuration counts only if its folder is open.
  if (vscode.workspace.getWorkspaceFolder(folder)) await vscode.window.showTextDocument(brief);
  else await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: open !== undefined });
}

/**
 * Says why a folder can't have this name; null if it can. An existing folder is refused, so that nothing in it is overwritten.
 */
async function faultOf(parent: vscode.Uri, name: string): Promise<string | null> {
  if (!/^[^\\/:*?"<>|\p{Cc}.][^\\/:*?"<>|\p{Cc}]{0,100}$/u.test(name))
    return vscode.l10n.t('No folder can have this name.');
  return (await isThere(vscode.Uri.joinPath(parent, name))) ? vscode.l10n.t('{0} already exists.', name) : null;
}

function inLanguage(): typeof ENGLISH {
  return isChinese() ? CHINESE : ENGLISH;
}
