import * as vscode from 'vscode';
import {
  checkLinks,
  INTERNET_ARCHIVE,
  type LinkResult,
  type LinkState,
  mayAsk,
  OfflineError,
  stillKnown,
} from '../../links';
import type { Network } from '../../network/contract';
import type { LinksResult } from '../../server/protocol';
import type { LoadNetwork } from '../bundles';
import type { Client } from '../client';
import { fail, inform } from '../client/messages';
import { whyUnknown } from '../commands/documentEdits';
import type { ActiveBrief } from '../sources/activeBrief';
import { createFoundLinks, type FoundLinks } from './foundLinks';
import { registerLinkActions } from './linkActions';

/** The command's options, given by another extension, a key of the user's or a test. */
export interface CheckLinksOptions {
  /** Checks every link again. */
  readonly refresh?: boolean;
  /** Allows requests to addresses of this machine and its network. */
  readonly allowPrivate?: boolean;
  /** Address of the archive that is asked for copies of dead pages, instead of the Internet Archive. */
  readonly archive?: string;
}

export interface LinkChecks extends vscode.Disposable {
  /** Asks for each link of the active brief whether its page is still there, once the user has said yes. */
  check(options: CheckLinksOptions): Promise<void>;
  readonly found: FoundLinks;
}

/** Most requests for one command. A request is repeated if the user typed meanwhile. */
const MOST_TRIES = 3;

/** The state that a window keeps from one check to the next. */
interface Cached {
  readonly found: FoundLinks;
  known: Map<string, LinkResult>;
  /** True once the user has said yes. */
  agreed: boolean;
}

export function createLinkChecks(client: Client, active: ActiveBrief, loadNetwork: LoadNetwork): LinkChecks {
  const found = createFoundLinks();
  const actions = registerLinkActions(found);
  const kept: Cached = { found, known: new Map(), agreed: false };

  const check = async (options: CheckLinksOptions): Promise<void> => {
    const document = (await active.editor(vscode.l10n.t('Open a brief first: its links are checked.')))?.document;
    if (!document) return;
    const counted = await linksOf(client, document);
    const urls = counted?.links.map(({ url }) => url).filter(mayAsk) ?? [];
    if (urls.length === 0) return say(whyNone(document, counted));
    // In a folder that isn't trusted, any brief may name a page of somebody who wants to know who reads it.
    if (!(kept.agreed && vscode.workspace.isTrusted) && !(await agrees(urls))) return;
    kept.agreed = true;
    const links = await linksOf(client, document);
    if (!links) return say(vscode.l10n.t('No link was checked, because the text has changed meanwhile. Try again.'));
    found.begin(document.uri, links.links);
    try {
      const results = await run(kept, links, await loadNetwork(), options);
      if (results) showSummary(results, () => check({ ...options, refresh: true }));
    } catch (error) {
      if (!(error instanceof OfflineError)) throw error;
      fail(vscode.l10n.t('No link was checked: this machine seems to be offline. Connect it and try again.'));
    } finally {
      found.show();
    }
  };

  return {
    check,
    found,
    dispose: () => {
      actions.dispose();
      found.dispose();
    },
  };
}

/** Returns the links of the open version of a brief; null if the server has none for that version. */
async function linksOf(client: Client, document: vscode.TextDocument): Promise<LinksResult | null> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const result = await client.links(document.uri);
    if (!result || result.version === document.version) return result;
  }
  return null;
}

/** Says why a brief has no links to check. */
function whyNone(document: vscode.TextDocument, counted: LinksResult | null): string {
  if (!counted) return whyUnknown(document, vscode.l10n.t('This brief is not checked, so its links are not known.'));
  if (counted.links.length === 0) return vscode.l10n.t('This brief has no links to pages of the web.');
  return vscode.l10n.t('This brief has no links to check, only mailboxes and example names such as example.org.');
}

/** @returns null if the user has cancelled the check */
function run(
  kept: Cached,
  { links }: LinksResult,
  { request }: Network,
  { allowPrivate = false, archive = INTERNET_ARCHIVE, refresh = false }: CheckLinksOptions,
): Thenable<readonly LinkResult[] | null> {
  const urls = links.map(({ url }) => url);
  const accessed = new Map(links.flatMap(({ url, accessed: day }) => (day === undefined ? [] : [[url, day]])));
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Checking links'), cancellable: true },
    async (progress, token) => {
      const cancel = new AbortController();
      token.onCancellationRequested(() => cancel.abort());
      const { signal } = cancel;
      kept.known = stillKnown(kept.known.values(), Date.now());
      const known = refresh ? new Map<string, LinkResult>() : kept.known;
      let done = 0;
      const onResult = (result: LinkResult) => {
        kept.known.set(result.url, result);
        kept.found.take(result);
        done++;
        progress.report({ increment: 100 / urls.length, message: `${done}/${urls.length}` });
      };
      try {
        return await checkLinks(urls, { request, archive, allowPrivate, accessed, signal, known, onResult });
      } catch (error) {
        if (signal.aborted) return null;
        throw error;
      }
    },
  );
}

function say(message: string): void {
  inform(message);
}

/** Asks the user, before anything is sent. */
async function agrees(urls: readonly string[]): Promise<boolean> {
  const hosts = new Set(urls.map((url) => new URL(url).host));
  const [host = ''] = hosts;
  const yes = vscode.l10n.t('Check Links');
  const message =
    hosts.size === 1
      ? vscode.l10n.t('Ask {0} whether its pages still exist? Links: {1}.', host, urls.length)
      : vscode.l10n.t('Ask {0} sites whether their pages still exist? Links: {1}.', hosts.size, urls.length);
  const seen = vscode.l10n.t(
    'The sites see your network address. For pages that are gone, the Internet Archive is asked for copies and sees their addresses. None of your text is sent.',
  );
  const once = vscode.l10n.t('You are not asked again until this window is reloaded.');
  const detail = vscode.workspace.isTrusted ? `${seen}\n\n${once}` : seen;
  return (await vscode.window.showInformationMessage(message, { modal: true, detail }, yes)) === yes;
}

/**
 * Says what a check has found, and offers to show it. Callers don't wait for the user's answer.
 *
 * @param again checks all links again
 */
async function showSummary(results: readonly LinkResult[], again: () => Promise<void>): Promise<void> {
  const count = (state: LinkState) => results.filter((result) => result.state === state).length;
  const [dead, moved, unreachable, blocked] = [
    count('dead'),
    count('moved'),
    count('unreachable'),
    count('blocked'),
  ] as const;
  const asked = results.length - count('unchecked');
  const wrong = dead + moved + unreachable + blocked;
  const message =
    wrong === 0
      ? vscode.l10n.t('Checked links: {0}. All are fine.', asked)
      : vscode.l10n.t(
          'Checked links: {0}. Dead: {1}. Moved: {2}. Not reached: {3}. Could not be checked: {4}.',
          asked,
          dead,
          moved,
          unreachable,
          blocked,
        );
  const show = dead > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const problems = vscode.l10n.t('Show Problems');
  const anew = vscode.l10n.t('Check Again');
  const picked = await show(message, ...(wrong > 0 ? [problems] : []), anew);
  if (picked === problems) await vscode.commands.executeCommand('workbench.actions.view.problems');
  if (picked === anew) await again();
}
