import * as vscode from 'vscode';
import { today } from '../../../../core/base/dates';
import type { AskedQuestion, ReaderQuestionsResult } from '../../../../server/protocol';
import { inform } from '../../../client/messages';
import { whyUnknown } from '../../documentEdits';
import { keepReport } from '../../showReport';
import { askModel } from './askModel';
import { agreesToSend, pickModel, pickScope } from './choices';
import type { ReadingContext } from './context';
import { sayFailure } from './failure';
import { openKept } from './kept';

/** The command's options, given by a code action, another extension, a key of the user's or a test. */
export interface ReadOptions {
  /** The claims to read; without it, the user is asked. */
  readonly scope?: AskedQuestion['scope'];
  /** The name of the model; without it, the user is asked if there are several. */
  readonly model?: string;
  /** Longest time for one answer, in milliseconds. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 120_000;

/** Asks a language model whether sources support the claims that cite them, and shows what can be proved of its answers. */
export async function readAgainstSources(context: ReadingContext, options: ReadOptions): Promise<void> {
  const { client, active, bundles, notes } = context;
  const editor = await active.editor(vscode.l10n.t('Open a brief first: its claims are read against their sources.'));
  if (!editor) return;
  const { document, selection } = editor;
  const model = await pickModel(context, options.model);
  if (!model) return;
  const asked = await client.readerQuestions(document.uri, selection, model.model);
  if (!asked || asked.questions.length === 0) return say(whyNone(document, asked));
  const wanted = await wantedOf(asked.questions, options.scope);
  if (!wanted) return;
  const questions = wanted.filter(({ hash }) => !notes.isSettled(hash));
  if (questions.length === 0) return say(whyNothing(wanted));
  const kept = await openKept(bundles, asked.prompts);
  const reader = { ...model, kind: asked.kind };
  const readings = questions.flatMap((question) => kept.by(reader, question) ?? []);
  const known = new Set(readings.map(({ hash }) => hash));
  const left = questions.filter(({ hash }) => !known.has(hash));
  if (left.length > 0 && !(await agreesToSend(model, left, readings.length))) return;
  const day = today();
  const run = { model, kind: asked.kind, day, timeoutMs: options.timeoutMs ?? TIMEOUT_MS };
  const { answers, failed, error } = await askModel(left, kept, run);
  const all = [...readings, ...answers];
  await notes.show(document, all);
  if (error !== null) sayFailure(model, error, context.key);
  if (error !== null && all.length === 0) return;
  const report = await client.readerReport(document.uri, {
    ...{ model: model.model, host: model.host, day, failed, readings: all },
    asked: questions.map(({ hash }) => hash),
  });
  if (report) showSummary(report.summary, keepReport(vscode.l10n.t('Second reader'), report.text));
}

async function wantedOf(
  questions: readonly AskedQuestion[],
  given: AskedQuestion['scope'] | undefined,
): Promise<readonly AskedQuestion[] | null> {
  const scope = given ?? (await pickScope(questions));
  if (scope === undefined) return null;
  const wanted = questions.filter((question) => isWithin(question, scope));
  if (wanted.length > 0) return wanted;
  say(vscode.l10n.t('No claim here cites a source whose text is here. Put the cursor into one that does.'));
  return null;
}

function isWithin({ scope }: AskedQuestion, wanted: AskedQuestion['scope']): boolean {
  return wanted === 'brief' || scope === wanted || (wanted === 'section' && scope === 'claim');
}

function whyNone(document: vscode.TextDocument, asked: ReaderQuestionsResult | null): string {
  if (!asked) return whyUnknown(document, vscode.l10n.t('This brief is not checked, so its claims are not known.'));
  return vscode.l10n.t(
    'No claim of this brief cites a source whose text is here. Run "Keep Copies of All Sources" first.',
  );
}

function whyNothing(wanted: readonly AskedQuestion[]): string {
  return wanted.length === 1
    ? vscode.l10n.t(
        'You disagreed with a reader about this claim. It is read again once the claim or its source changes.',
      )
    : vscode.l10n.t('You disagreed with a reader about each of these claims. They are read again once they change.');
}

function say(message: string): void {
  inform(message);
}

/** Shows the counts, and offers the report. Callers don't wait for the user's answer. */
async function showSummary(summary: string, showReport: () => Promise<void>): Promise<void> {
  const open = vscode.l10n.t('Show Report');
  const picked = await vscode.window.showInformationMessage(summary, open);
  if (picked === open) await showReport();
}
