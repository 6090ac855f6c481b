import * as vscode from 'vscode';
import type * as Copies from '../../copies';
import type { KeepOptions, Outcome } from '../../copies/contract';
import { wordsOfCopies, wordsOfMissing } from '../../copies/words';
import { today } from '../../core/base/dates';
import { INTERNET_ARCHIVE } from '../../links';
import type { CopiesPart, CopiesResult, MadeCopy, WantedSource } from '../../server/protocol';
import type { Bundles } from '../bundles';
import type { Client } from '../client';
import { fail, inform } from '../client/messages';
import { toRange, whyUnknown } from '../commands/documentEdits';
import { toBase64 } from '../commands/importing/importFile';
import { keepReport } from '../commands/showReport';
import { savedBrief } from '../commands/sources/newCopy';
import type { ActiveBrief } from '../sources/activeBrief';
import { copyFolderAt } from './copyFolder';

/** The command's options, given by another extension, a key of the user's or a test. */
export interface KeepCopiesOptions {
  /** Asks again for texts that couldn't be had before. */
  readonly again?: boolean;
  /** Allows requests to addresses of this machine and its network. */
  readonly allowPrivate?: boolean;
  /** Address of the archive that is asked for copies of pages that are gone, instead of the Internet Archive. */
  readonly archive?: string;
}

/** A source with the outcome for it. */
interface Result {
  readonly source: WantedSource;
  readonly outcome: Outcome;
}

/**
 * Keeps the texts of all sources of the active brief beside it, once the user has said yes to the hosts. Then names the texts
 * in the brief.
 */
export async function keepCopies(
  client: Client,
  active: ActiveBrief,
  bundles: Bundles,
  options: KeepCopiesOptions,
): Promise<void> {
  const editor = await active.editor(vscode.l10n.t('Open a brief first: the texts of its sources are kept beside it.'));
  const saved = editor && (await savedBrief(editor));
  if (!saved) return;
  const { document } = saved;
  try {
    const wanted = await client.copies(document.uri);
    if (!wanted || wanted.parts.length + wanted.unplaced.length === 0) return say(whyNone(document, wanted));
    const copies = await bundles.copies();
    const keep = await optionsFor(client, bundles, options);
    if (!(await agrees(copies, wanted.parts, keep))) return;
    const { results, made } = await run(copies, wanted, keep);
    const unnamed = await name(client, saved, made);
    if (unnamed === null)
      return say(
        vscode.l10n.t(
          'The copies are saved, but the brief has changed meanwhile. Run the command again to name them in it.',
        ),
      );
    const all = results.map(
      (each): Result => (unnamed.has(each.source.id) ? { ...each, outcome: { reason: 'place' } } : each),
    );
    showSummary(all, () => keepCopies(client, active, bundles, { ...options, again: true }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    fail(vscode.l10n.t('The copies were not saved: {0}', reason));
  }
}

function whyNone(document: vscode.TextDocument, wanted: CopiesResult | null): string {
  if (!wanted) return whyUnknown(document, vscode.l10n.t('This brief is not checked, so its sources are not known.'));
  return vscode.l10n.t('Each source of this brief has its text.');
}

function say(message: string): void {
  inform(message);
}

type Keep = Omit<KeepOptions, 'folder'>;

/** Makes the options for keeping copies. The code that opens sockets is loaded with the first page that is asked for. */
async function optionsFor(
  client: Client,
  bundles: Bundles,
  { again = false, allowPrivate = false, archive = INTERNET_ARCHIVE }: KeepCopiesOptions,
): Promise<Keep> {
  return {
    request: async (wanted) => (await bundles.network()).request(wanted),
    extract: (name, bytes) => client.extract({ name, base64: toBase64(bytes) }),
    archive,
    today: today(),
    allowPrivate,
    again,
  };
}

/** Asks the user once, and names every host. Returns true without a question if no host is to be asked. */
async function agrees(copies: typeof Copies, parts: readonly CopiesPart[], keep: Keep): Promise<boolean> {
  const hosts = new Map<string, number>();
  for (const { folder, sources } of parts) {
    const plan = await copies.planCopies(sources, { ...keep, folder: copyFolderAt(vscode.Uri.parse(folder)) });
    for (const [host, count] of plan.hosts) hosts.set(host, (hosts.get(host) ?? 0) + count);
  }
  if (hosts.size === 0) return true;
  const pages = [...hosts.values()].reduce((sum, count) => sum + count, 0);
  const yes = vscode.l10n.t('Keep Copies');
  const message = vscode.l10n.t('Download the text of the sources from these hosts? Pages: {0}.', pages);
  const named = [...hosts].map(([host, count]) => (count === 1 ? host : `${host} (${count})`)).join(', ');
  const seen = vscode.l10n.t(
    'These hosts, and hosts that they redirect to, see your network address. For pages that are gone, the Internet Archive is asked and sees their addresses. None of your text is sent. The texts are saved beside the brief.',
  );
  const detail = `${named}\n\n${seen}`;
  return (await vscode.window.showInformationMessage(message, { modal: true, detail }, yes)) === yes;
}

/** Makes the copies, with progress that can be stopped. */
function run(
  copies: typeof Copies,
  { parts, unplaced }: CopiesResult,
  keep: Keep,
): Thenable<{ readonly results: readonly Result[]; readonly made: readonly MadeCopy[] }> {
  const total = parts.reduce((sum, { sources }) => sum + sources.length, 0);
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Keeping copies'), cancellable: true },
    async (progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      const made: MadeCopy[] = [];
      const results: Result[] = [];
      let done = 0;
      const onOutcome = () => progress.report({ increment: 100 / total, message: `${++done}/${total}` });
      for (const { folder, prefix, sources } of parts) {
        const place = copyFolderAt(vscode.Uri.parse(folder));
        const outcomes = await copies.keepCopies(sources, { ...keep, folder: place, signal: stop.signal, onOutcome });
        for (const source of sources) {
          const outcome = outcomes.get(source.id);
          if (!outcome) continue;
          results.push({ source, outcome });
          made.push(...copies.madeOf(source.id, prefix, outcome));
        }
      }
      results.push(...unplaced.map((source): Result => ({ source, outcome: { reason: 'place' } })));
      return { results, made };
    },
  );
}

/** Most requests for one command. A request is repeated if the user typed meanwhile. */
const MOST_TRIES = 3;

/**
 * Names the copies in the brief, in one undo step, and in the files of its library.
 *
 * @returns the ids of sources whose copies aren't named; null if the text changed all the time
 */
async function name(
  client: Client,
  { document }: vscode.TextEditor,
  made: readonly MadeCopy[],
): Promise<ReadonlySet<string> | null> {
  if (made.length === 0) return new Set();
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const result = await client.nameCopies(document.uri, made);
    if (!result) return null;
    const { version, edits, files, unnamed } = result;
    if (document.version !== version) continue;
    const edit = new vscode.WorkspaceEdit();
    for (const { range, newText } of edits) edit.replace(document.uri, toRange(range), newText);
    const library = files.map((file) => ({ ...file, uri: vscode.Uri.parse(file.uri) }));
    for (const file of library)
      for (const { range, newText } of file.edits) edit.replace(file.uri, toRange(range), newText);
    const isOpen = (uri: vscode.Uri) =>
      vscode.workspace.textDocuments.some((one) => one.uri.toString() === uri.toString());
    const closed = library.filter(({ uri }) => !isOpen(uri));
    if (!(await vscode.workspace.applyEdit(edit))) continue;
    // The user doesn't see that these files are unsaved.
    for (const { uri } of closed) await (await vscode.workspace.openTextDocument(uri)).save();
    const copied = new Set(made.flatMap(({ id, path }) => (path === null ? [] : id)));
    return new Set(unnamed.filter((id) => copied.has(id)));
  }
  return null;
}

/** Says what was kept, and offers the list of what could not be had. Callers don't wait for the user's answer. */
async function showSummary(results: readonly Result[], again: () => Promise<void>): Promise<void> {
  const states = results.flatMap(({ outcome }) => ('state' in outcome ? [outcome.state] : []));
  const missing = results.length - states.length;
  const message = wordsOfCopies(states, missing, vscode.l10n.t);
  const list = vscode.l10n.t('Show List');
  const retry = vscode.l10n.t('Try Again');
  const show = missing > 0 ? keepReport(vscode.l10n.t('Copies of Sources'), listOf(results, message)) : null;
  const picked = await vscode.window.showInformationMessage(message, ...(show ? [list, retry] : []));
  if (picked === list) await show?.();
  if (picked === retry) await again();
}

/** Lists the texts that couldn't be had, with the reasons, as Markdown. */
function listOf(results: readonly Result[], summary: string): string {
  const items = results.flatMap(({ source: { id, title, url }, outcome }) => {
    if (!('reason' in outcome)) return [];
    const address = url === null ? '' : ` <${url}>`;
    return [`- [${plain(id)}] ${plain(title)}${address}  \n  ${plain(wordsOfMissing(outcome, vscode.l10n.t))}`];
  });
  return `# ${vscode.l10n.t('Not downloaded')}\n\n${summary}\n\n${items.join('\n')}\n`;
}

/** Escapes other people's words, so that Markdown shows them as they are. */
function plain(words: string): string {
  return words.replace(/[\\`*_{}[\]<>#|!~$&]/g, '\\$&');
}
