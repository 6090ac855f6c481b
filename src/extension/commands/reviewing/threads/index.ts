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
  const known = new Set<string>();
  disposables.push(
    client.onStatus(async ({ uri }) => {
      // From then on, changes of the text say when to look again.
      const { refresh } = await load();
      if (known.has(uri)) return;
      known.add(uri);
      refresh(vscode.Uri.parse(uri));
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      for (const one of known) if (vscode.Uri.parse(one).toString() === uri.toString()) known.delete(one);
    }),
  );
  return { load, dispose: () => vscode.Disposable.from(...disposables).dispose() };
}
