/** Questions for the user, before a model is asked. */
import * as vscode from 'vscode';
import type { AskedQuestion } from '../../../../server/protocol';
import { readAddress } from './address';
import type { ReadingContext } from './context';
import { type ReaderModel, readerModels } from './models';

/** Key of the model that was asked last. */
const LAST = 'brief.secondReader.last';

/** Lets the user choose a model, if there are several. Without any, says how to get one. */
export async function pickModel(
  { bundles, key, memory }: ReadingContext,
  named: string | undefined,
): Promise<ReaderModel | null> {
  const models = await readerModels(bundles, key);
  const known = named === undefined ? models : models.filter(({ model }) => model === named);
  const [only, ...others] = known;
  if (!only) {
    sayNoModel();
    return null;
  }
  if (others.length === 0) return only;
  const last = memory.get<string>(LAST);
  const items = known.map((model) => ({ label: model.model, description: model.host, model }));
  // What was asked last comes first.
  items.sort((a, b) => Number(b.model.url === last) - Number(a.model.url === last));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Read Against Sources'),
    placeHolder: vscode.l10n.t('Which model reads the claims? Nothing is sent before you agree.'),
    matchOnDescription: true,
  });
  if (picked) await memory.update(LAST, picked.model.url);
  return picked?.model ?? null;
}

async function sayNoModel(): Promise<void> {
  const settings = vscode.l10n.t('Open Settings');
  const message = readAddress()
    ? vscode.l10n.t('Name the model at this address in brief.secondReader.model.')
    : vscode.l10n.t(
        'There is no language model. Install an extension that brings one, or write the address of one into brief.secondReader.url.',
      );
  if ((await vscode.window.showInformationMessage(message, settings)) === settings)
    await vscode.commands.executeCommand('workbench.action.openSettings', 'brief.secondReader');
}

/** Lets the user choose what is read, from what there is at the cursor. */
export async function pickScope(questions: readonly AskedQuestion[]): Promise<AskedQuestion['scope'] | undefined> {
  const here = questions.filter(({ scope }) => scope === 'claim').length;
  const section = questions.filter(({ scope }) => scope !== 'brief').length;
  const items = [
    ...(here > 0 ? [{ label: vscode.l10n.t('The claim at the cursor'), count: here, scope: 'claim' as const }] : []),
    ...(section > here
      ? [{ label: vscode.l10n.t('The section at the cursor'), count: section, scope: 'section' as const }]
      : []),
    { label: vscode.l10n.t('The whole brief'), count: questions.length, scope: 'brief' as const },
  ];
  // Nothing is to choose where the cursor is at no claim, nor in a section with one.
  if (items.length === 1) return 'brief';
  const picked = await vscode.window.showQuickPick(
    items.map((item) => ({ ...item, description: vscode.l10n.t('Claims: {0}', item.count) })),
    {
      title: vscode.l10n.t('Read Against Sources'),
      placeHolder: vscode.l10n.t('What is read? Nothing is sent before you agree.'),
    },
  );
  return picked?.scope;
}

/** Asks the user before anything is sent, and says what, to whom and how much. */
export async function agreesToSend(
  { model, host }: ReaderModel,
  questions: readonly AskedQuestion[],
  known: number,
): Promise<boolean> {
  const tokens = questions.reduce((sum, question) => sum + question.tokens, 0);
  const yes = vscode.l10n.t('Send');
  const message = vscode.l10n.t(
    'Send claims and passages of their sources to {0}? Claims: {1}.',
    model,
    questions.length,
  );
  const lines = [
    vscode.l10n.t('To: {0}', host),
    vscode.l10n.t('What: the claims, and at most three passages of the sources of each. Nothing of other files.'),
    vscode.l10n.t('How much: about {0} tokens.', tokens),
    ...(known > 0 ? [vscode.l10n.t('Answers that are known already and not asked for again: {0}.', known)] : []),
    vscode.l10n.t('A model can be wrong. Its answers become notes, and never change your text.'),
  ];
  return (await vscode.window.showInformationMessage(message, { modal: true, detail: lines.join('\n') }, yes)) === yes;
}
