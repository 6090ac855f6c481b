import * as vscode from 'vscode';
import { verbatim } from '../client/verbatim';
import { nameOf } from '../uris';
import { type Commit, fileInGit } from './git';

/** An earlier version that the user chose. */
export interface ChosenVersion {
  /** Name of the version: a commit, a branch or a file. */
  readonly name: string;
  text(): Promise<string>;
}

interface VersionItem extends vscode.QuickPickItem {
  /** Returns null if the user cancels. */
  choose(): Promise<ChosenVersion | null> | ChosenVersion;
}

/** The last choice for each brief, by its address, as the next one is mostly the same. */
const last = new Map<string, ChosenVersion>();

/** Asks which earlier version a brief is to be compared with; null if the user wants none. */
export async function pickRevision(document: vscode.TextDocument): Promise<ChosenVersion | null> {
  const picked = await vscode.window.showQuickPick(itemsFor(document), {
    title: vscode.l10n.t('Compare with Revision'),
    placeHolder: vscode.l10n.t('Choose the earlier version'),
    matchOnDescription: true,
  });
  const chosen = (await picked?.choose()) ?? null;
  if (chosen) last.set(document.uri.toString(), chosen);
  return chosen;
}

async function itemsFor(document: vscode.TextDocument): Promise<VersionItem[]> {
  const { uri } = document;
  const items: VersionItem[] = [];
  const before = last.get(uri.toString());
  if (before)
    items.push({
      label: `$(history) ${vscode.l10n.t('As Last Time')}`,
      description: verbatim(before.name),
      choose: () => before,
    });
  if (document.isDirty && !document.isUntitled) {
    const saved = savedText(uri);
    items.push({
      label: `$(save) ${vscode.l10n.t('Saved on Disk')}`,
      description: vscode.l10n.t('without unsaved changes'),
      choose: () => saved,
    });
  }
  const file = await fileInGit(uri);
  if (file) {
    const ofRevision = (revision: string, name = revision): ChosenVersion => ({
      name,
      text: () => file.textIn(revision),
    });
    items.push(
      ...(await file.commits()).map((commit) => ({
        ...rowOf(commit),
        choose: () => ofRevision(commit.hash, commit.hash.slice(0, 8)),
      })),
    );
    items.push({
      label: `$(git-branch) ${vscode.l10n.t('Branch, Tag or Commit...')}`,
      choose: async () => {
        const revision = await vscode.window.showInputBox({
          title: vscode.l10n.t('Compare with Revision'),
          prompt: vscode.l10n.t('A branch, tag or commit, such as main or HEAD~3'),
        });
        return revision?.trim() ? ofRevision(revision.trim()) : null;
      },
    });
  }
  items.push({ label: `$(file) ${vscode.l10n.t('Another File...')}`, choose: () => chooseFile(uri) });
  return items;
}

function rowOf({ hash, message, authorName, authorDate }: Commit): vscode.QuickPickItem {
  const [title = ''] = message.split('\n');
  const date = authorDate?.toLocaleDateString(vscode.env.language);
  const about = [hash.slice(0, 8), authorName, date].filter((part) => part !== undefined);
  return { label: `$(git-commit) ${verbatim(title)}`, description: verbatim(about.join(' · ')) };
}

export function savedText(uri: vscode.Uri): ChosenVersion {
  return { name: vscode.l10n.t('saved'), text: () => textOfFile(uri) };
}

async function textOfFile(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

async function chooseFile(beside: vscode.Uri): Promise<ChosenVersion | null> {
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Compare with Revision'),
      openLabel: vscode.l10n.t('Compare'),
      ...(beside.scheme === 'untitled' ? {} : { defaultUri: vscode.Uri.joinPath(beside, '..') }),
    })) ?? [];
  return file ? { name: nameOf(file), text: () => textOfFile(file) } : null;
}
