/** The models that can be asked: those of VS Code, and one at an address in the user's settings. */
import * as vscode from 'vscode';
import { askPatiently, askReader, type Prompt, type ReaderReply } from '../../../../reader';
import type { Bundles } from '../../../bundles';
import { readAddress } from './address';
import { askChatModel } from './askChatModel';
import type { ReaderKey } from './key';

/** A model, and the way to it. */
export interface ReaderModel {
  /** The name that notes give. */
  readonly model: string;
  /** Tells it from others of that name. */
  readonly url: string;
  /** The receiver of what is sent, in a word or two. */
  readonly host: string;
  /** Makes the function that asks it, and loads what that needs. */
  open(timeoutMs: number): Promise<Ask>;
}

/** Asks about one prompt. @throws an error with which none of the others would be answered either */
export type Ask = (
  prompt: Prompt,
  turns: Parameters<typeof askPatiently>[1],
  signal: AbortSignal,
) => Promise<ReaderReply>;

/** Lists the models; empty if there are none. */
export async function readerModels(bundles: Bundles | null, key: ReaderKey): Promise<readonly ReaderModel[]> {
  const address = readAddress();
  const own = address && address.model !== '' && bundles ? [modelAt(address, bundles, key)] : [];
  return [...own, ...(await chatModels()).map(ofVsCode)];
}

function modelAt(
  { url, model }: { readonly url: string; readonly model: string },
  { network }: Bundles,
  key: ReaderKey,
): ReaderModel {
  return {
    ...{ model, url, host: new URL(url).host },
    open: async (timeoutMs) => {
      const [{ request }, own] = await Promise.all([network(), key.of(url)]);
      const way = { request, url, model, key: own, timeoutMs };
      return (prompt, turns, signal) => askPatiently(() => askReader(prompt, way, signal), turns);
    },
  };
}

function ofVsCode(chat: vscode.LanguageModelChat): ReaderModel {
  return {
    ...{ model: chat.name, url: `vscode:${chat.vendor}/${chat.id}` },
    host: vscode.l10n.t('{0} in VS Code', chat.vendor),
    open: async (timeoutMs) => (prompt, turns, signal) =>
      askPatiently(() => askChatModel(chat, prompt, timeoutMs, signal), turns),
  };
}

/** Some programs that run extensions know of no language models, or of none at the moment. */
async function chatModels(): Promise<readonly vscode.LanguageModelChat[]> {
  if (typeof vscode.lm?.selectChatModels !== 'function') return [];
  try {
    return await vscode.lm.selectChatModels();
  } catch {
    return [];
  }
}
