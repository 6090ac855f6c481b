/** Reads revisions of a file through VS Code's own extension for git. */
import * as vscode from 'vscode';

/** The part of the extension's interface that we use (`extensions/git/src/api/git.d.ts`, version 1). */
interface GitExtension {
  getAPI(version: 1): GitApi;
}

interface GitApi {
  readonly state: 'uninitialized' | 'initialized';
  readonly onDidChangeState: vscode.Event<'uninitialized' | 'initialized'>;
  getRepository(uri: vscode.Uri): Repository | null;
}

interface Repository {
  show(ref: string, path: string): Promise<string>;
  log(options: { readonly maxEntries: number; readonly path: string }): Promise<readonly Commit[]>;
}

export interface Commit {
  readonly hash: string;
  readonly message: string;
  readonly authorName?: string;
  readonly authorDate?: Date;
}

/** A file in a repository. */
export interface FileInGit {
  /** The last commits that changed it, the latest first. */
  commits(): Promise<readonly Commit[]>;
  /** @throws Error where git has no such revision, or the file is not in it */
  textIn(revision: string): Promise<string>;
}

/** Number of commits in the list. */
const MOST_COMMITS = 50;
/** Longest wait for git to find the repositories of a window, in milliseconds. */
const LONGEST_START = 5000;

/** Returns a file's revisions in git; null if there is no git, or no repository of it has the file. */
export async function fileInGit({ scheme, fsPath }: vscode.Uri): Promise<FileInGit | null> {
  if (scheme !== 'file') return null;
  const api = await gitApi();
  const repository = api?.getRepository(vscode.Uri.file(fsPath));
  if (!repository) return null;
  return {
    commits: () => repository.log({ maxEntries: MOST_COMMITS, path: fsPath }).catch(() => []),
    textIn: (revision) => repository.show(revision, fsPath),
  };
}

async function gitApi(): Promise<GitApi | null> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return null;
  try {
    const api = (await extension.activate()).getAPI(1);
    if (api.state !== 'initialized') await started(api);
    return api;
  } catch {
    // VS Code's extension for git is turned off, or finds no git.
    return null;
  }
}

function started({ onDidChangeState }: GitApi): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(done, LONGEST_START);
    const listener = onDidChangeState(done);
  });
}
