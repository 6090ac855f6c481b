import * as vscode from 'vscode';
import { checkLinks, INTERNET_ARCHIVE, type LinkResult, mayAsk, OfflineError, stillKnown } from '../../links';
import type { Network } from '../../network/contract';
import type { LinksResult } from '../../server/protocol';
import type { LoadNetwork } from '../bundles';
import type { Client } from '../client';
import { activeBrief, whyUnknown } from '../commands/documentEdits';
import { createFoundLinks } from './foundLinks';
import { registerLinkActions } from './linkActions';
import { showSummary } from './summary';

/** What another extension, a key of the user's or a test gives the command. */
export interface CheckLinksOptions {
  /** Asks for every link anew. */
  readonly refresh?: boolean;
  /** Whether addresses of this machine and its network may be asked for. */
  readonly allowPrivate?: boolean;
  /** Who is asked for copies of dead pages, in place of the Internet Archive. */
  readonly archive?: string;
}

export interface LinkChecks extends vscode.Disposable {
  /** Asks for each link of the active brief whether its page is still there, once the user has said yes. */
  check(options: CheckLinksOptions): Promise<void>;
}

/** How often the server is asked again, because somebody went on typing. */
const MOST_TRIES = 3;

export function createLinkChecks(client: Client, loadNetwork: LoadNetwork): LinkChecks {
  const found = createFoundLinks();
  const actions = registerLinkActions(found);
  let known = new Map<string, LinkResult>();
  let agreed = false;

  /** The pages that a brief names, for the version of it that is open now. */
  const linksOf = async (document: vscode.TextDocument) => {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const result = await client.links(document.uri);
      if (!result || result.version === document.version) return result;
    }
    return null;
  };

  const check = async (options: CheckLinksOptions): Promise<void> => {
    const document = activeBrief(vscode.l10n.t('Open a brief first: its links are checked.'))?.document;
    if (!document) return;
    const counted = await linksOf(document);
    if (!counted)
      return say(whyUnknown(document, vscode.l10n.t('This brief is not checked, so that its links are not known.')));
    if (counted.links.length === 0) return say(vscode.l10n.t('This brief has no links to pages of the web.'));
    const urls = counted.links.map(({ url }) => url).filter(mayAsk);
    if (urls.length === 0) {
      return say(
        vscode.l10n.t(
          'No link of this brief is asked for: they are mailboxes, and names that are kept for examples, such as example.org.',
        ),
      );
    }
    // Of a folder that is not trusted, each brief may name pages of somebody who wants to know who reads it.
    if (!(agreed && vscode.workspace.isTrusted) && !(await agrees(urls))) return;
    agreed = true;
    const links = await linksOf(document);
    if (!links) return say(vscode.l10n.t('The text has changed meanwhile, so that no link was checked. Try again.'));
    found.begin(document.uri, links.links);
    try {
      const results = await run(links, await loadNetwork(), options);
      if (results) showSummary(results, () => check({ ...options, refresh: true }));
    } catch (error) {
      if (!(error instanceof OfflineError)) throw error;
      vscode.window.showErrorMessage(
        vscode.l10n.t('No link was checked: this machine seems to be offline. Connect it and try again.'),
      );
    } finally {
      found.show();
    }
  };

  /** @returns null where the user has cancelled it */
  const run = ({ links }: LinksResult, { request }: Network, options: CheckLinksOptions) =>
    vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Checking links'), cancellable: true },
      async (progress, token) => {
        const cancel = new AbortController();
        token.onCancellationRequested(() => cancel.abort());
        const urls = links.map(({ url }) => url);
        const accessed = new Map(links.flatMap(({ url, accessed: day }) => (day === undefined ? [] : [[url, day]])));
        const { allowPrivate = false, archive = INTERNET_ARCHIVE, refresh = false } = options;
        known = stillKnown(known.values(), Date.now());
        let done = 0;
        try {
          return await checkLinks(urls, {
            request,
            archive,
            allowPrivate,
            accessed,
            signal: cancel.signal,
            known: refresh ? new Map() : known,
            onResult: (result) => {
              known.set(result.url, result);
              found.take(result);
              done++;
              progress.report({ increment: 100 / urls.length, message: `${done}/${urls.length}` });
            },
          });
        } catch (error) {
          if (cancel.signal.aborted) return null;
          throw error;
        }
      },
    );

  return {
    check,
    dispose: () => {
      actions.dispose();
      found.dispose();
    },
  };
}

function say(message: string): void {
  vscode.window.showInformationMessage(message);
}

/** Asks the user, before anything is sent. */
async function agrees(urls: readonly string[]): Promise<boolean> {
  const hosts = new Set(urls.map((url) => new URL(url).host));
  const [host = ''] = hosts;
  const yes = vscode.l10n.t('Check Links');
  const message =
    hosts.size === 1
      ? vscode.l10n.t('Ask {0} whether its pages are still there? Links: {1}.', host, urls.length)
      : vscode.l10n.t('Ask {0} sites whether their pages are still there? Links: {1}.', hosts.size, urls.length);
  const seen = vscode.l10n.t(
    'The sites will see your network address. The Internet Archive is asked for copies of pages that are gone, and sees their addresses. Nothing of your text is sent.',
  );
  const once = vscode.l10n.t('You are not asked again until this window is reloaded.');
  const detail = vscode.workspace.isTrusted ? `${seen}\n\n${once}` : seen;
  return (await vscode.window.showInformationMessage(message, { modal: true, detail }, yes)) === yes;
}
