import * as vscode from 'vscode';
import type { Briefs } from '../../../briefs';
import type { Client } from '../../../client';
import type { Threads } from './threads';

/** The comments of briefs. Their code is loaded with the first brief. */
export interface LazyThreads extends vscode.Disposable {
  load(): Promise<Threads>;
}

export function lazyThreads(client: Client, briefs: Briefs): LazyThreads {
  let loaded: Promise<Threads> | null = null;
  const disposables: vscode.Disposable[] = [];
  const load = () => {
    loaded ??= import('./threads').then(({ createThreads }) => {
      const threads = createThreads(client, briefs);
      disposables.push(threads);
      return threads;
    });
    return loaded;
  };
  // The server gives back the address as the client wrote it, which may differ in how it is encoded.
  const known = new Set<string>();
  disposables.push(
    client.onStatus(async (status) => {
      const uri = vscode.Uri.parse(status.uri);
      // From then on, changes of the text say when to look again.
      if (known.has(uri.toString())) return;
      known.add(uri.toString());
      (await load()).begin(uri);
    }),
    client.onNoBrief((uri) => known.delete(uri.toString())),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => known.delete(uri.toString())),
  );
  return { load, dispose: () => vscode.Disposable.from(...disposables).dispose() };
}
