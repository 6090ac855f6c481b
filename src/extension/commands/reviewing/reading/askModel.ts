import * as vscode from 'vscode';
import type { KeptReadings } from '../../../../files/kept/answers';
import { askAll, type ReaderReply } from '../../../../reader';
import type { AskedQuestion, ReaderQuestionsResult, Reading } from '../../../../server/protocol';
import type { ReaderModel } from './models';

/** Most claims that are asked about at once. */
const AT_ONCE = 2;

export interface Asked {
  readonly answers: readonly Reading[];
  /** The reasons why there is no answer, by hash. */
  readonly failed: Readonly<Record<string, 'busy' | 'silent' | 'damaged'>>;
  /** The reason why nothing more was asked; null if there is none. */
  readonly error: unknown;
}

export interface Run {
  readonly model: ReaderModel;
  readonly kind: ReaderQuestionsResult['kind'];
  readonly day: string;
  readonly timeoutMs: number;
}

/** Asks with progress that can be stopped. What has come by then stays. */
export function askModel(
  questions: readonly AskedQuestion[],
  kept: KeptReadings,
  { model, kind, day, timeoutMs }: Run,
): Thenable<Asked> {
  const title = vscode.l10n.t('{0} reads claims', model.model);
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token): Promise<Asked> => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      const answers: Reading[] = [];
      const failed: Record<string, 'busy' | 'silent' | 'damaged'> = {};
      let done = 0;
      const onReply = (index: number, reply: ReaderReply) => {
        const question = questions[index];
        if (!question) return;
        progress.report({ increment: 100 / questions.length, message: `${++done}/${questions.length}` });
        if ('failed' in reply) {
          failed[question.hash] = reply.failed;
          return;
        }
        const { answer } = reply;
        answers.push({ hash: question.hash, kind, model: model.model, day, answer });
        kept.keep({ ...model, kind }, question, answer, day);
      };
      let error: unknown = null;
      try {
        const prompts = questions.map(({ prompt }) => prompt);
        progress.report({ message: `0/${questions.length}` });
        if (questions.length > 0)
          await askAll(prompts, { atOnce: AT_ONCE, signal: stop.signal, ask: await model.open(timeoutMs), onReply });
      } catch (reason) {
        error = reason;
      }
      kept.write();
      return { answers, failed, error };
    },
  );
}
