import * as vscode from 'vscode';
import type { ReaderQuestionsResult, Reading } from '../../../../server/protocol';
import type { Bundles } from '../../../bundles';
import type { Client } from '../../../client';
import { inform } from '../../../client/messages';
import type { ActiveBrief } from '../../../sources/activeBrief';
import type { ReadOptions } from './readAgainstSources';
import type { SecondReader } from './secondReader';

/** The commands of the second reader, and what it said. */
export interface LazyReader extends vscode.Disposable {
  /** Asks a model about claims of the active brief, once the user has said yes. */
  read(options: unknown): Promise<void>;
  setKey(): Promise<void>;
  forgetKey(): Promise<void>;
  /** The answers to questions, of any model. Asks nobody. */
  answersTo(asked: ReaderQuestionsResult): Promise<readonly Reading[]>;
}

/** Makes the commands. Their code is loaded with the first use, and stays loaded with its notes. */
export function lazyReader(
  context: vscode.ExtensionContext,
  client: Client,
  active: ActiveBrief,
  bundles: Bundles | null,
): LazyReader {
  let loading: Promise<SecondReader> | undefined;
  const load = () => {
    loading ??= import('./secondReader').then(({ createSecondReader }) =>
      createSecondReader(context, client, active, bundles),
    );
    return loading;
  };
  return {
    read: async (options) => {
      if (!vscode.workspace.isTrusted) {
        inform(vscode.l10n.t('You do not trust this folder, so nothing of it is sent to a language model.'));
        return;
      }
      await (await load()).read(readOptions(options));
    },
    setKey: async () => (await load()).setKey(),
    forgetKey: async () => (await load()).forgetKey(),
    answersTo: async (asked) => (await load()).answersTo(asked),
    dispose: () => {
      loading?.then((reader) => reader.dispose());
    },
  };
}

/** Reads the options. The server gives the command the address of the document: that means the claim at the cursor. */
function readOptions(value: unknown): ReadOptions {
  if (typeof value === 'string') return { scope: 'claim' };
  if (typeof value !== 'object' || value === null) return {};
  const { scope, model, timeoutMs }: { scope?: unknown; model?: unknown; timeoutMs?: unknown } = value;
  return {
    ...(scope === 'claim' || scope === 'section' || scope === 'brief' ? { scope } : {}),
    ...(typeof model === 'string' ? { model } : {}),
    ...(typeof timeoutMs === 'number' && timeoutMs > 0 ? { timeoutMs } : {}),
  };
}
