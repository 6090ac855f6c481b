/** The second reader in VS Code. It is loaded with its first use. */
import type * as vscode from 'vscode';
import type { ReaderQuestionsResult, Reading } from '../../../../server/protocol';
import type { Bundles } from '../../../bundles';
import type { Client } from '../../../client';
import type { ActiveBrief } from '../../../sources/activeBrief';
import { openKept } from './kept';
import { createReaderKey } from './key';
import { createReaderNotes } from './notes';
import { type ReadOptions, readAgainstSources } from './readAgainstSources';

export interface SecondReader extends vscode.Disposable {
  read(options: ReadOptions): Promise<void>;
  setKey(): Promise<void>;
  forgetKey(): Promise<void>;
  answersTo(asked: ReaderQuestionsResult): Promise<readonly Reading[]>;
}

export function createSecondReader(
  { globalState, secrets }: vscode.ExtensionContext,
  client: Client,
  active: ActiveBrief,
  bundles: Bundles | null,
): SecondReader {
  const key = createReaderKey(secrets);
  const notes = createReaderNotes(client, globalState);
  return {
    read: (options) => readAgainstSources({ client, active, bundles, notes, key, memory: globalState }, options),
    setKey: key.set,
    forgetKey: key.forget,
    answersTo: async ({ prompts, questions }) => (await openKept(bundles, prompts)).to(questions),
    dispose: () => notes.dispose(),
  };
}
