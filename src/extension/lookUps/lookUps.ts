import * as vscode from 'vscode';
import { today } from '../../core/base/dates';
import type { Found, LookUpErrorKind, Subject } from '../../lookUps/contract';
import { hostOf } from '../../lookUps/services';
import type { Bundles } from '../bundles';
import { confirmLookUp, confirmPrivate } from './confirm';
import { reasonOfNetwork } from './reasons';

/**
 * The result of a look-up: what was found, 'plain' if the user wants the text as it is written, or null if they want nothing.
 */
export type LookedUp = Found | 'plain' | null;

export interface LookUps {
  /** False in a window without Node, such as one of vscode.dev. */
  readonly isAvailable: boolean;
  /**
   * Looks something up once the user has said yes to its host, with progress that can be cancelled. A yes holds until the
   * window is closed, or for one look-up in a folder that isn't trusted.
   */
  lookUp(subject: Subject): Promise<LookedUp>;
  /**
   * Looks something up like `lookUp`, for a purpose other than adding a source.
   *
   * @param otherwise asks what to do if nothing was found, given the reason in a sentence or two
   * @returns what was found, or what the user wants instead; null: nothing
   */
  find<T>(subject: Subject, otherwise: Otherwise<T>): Promise<Found | T | null>;
}

/** Says why nothing was found, and asks what to do. */
export type Otherwise<T> = (reason: string) => Promise<T | 'again' | null>;

/** @param bundles null if there is no Node */
export function createLookUps(bundles: Bundles | null): LookUps {
  /** Hosts that the user has said yes to in this session. */
  const allowed = nobody();

  const find = async <T>(subject: Subject, otherwise: Otherwise<T>): Promise<Found | T | null> => {
    const offer = async (reason: string) => {
      const wanted = await otherwise(reason);
      return wanted === 'again' ? find(subject, otherwise) : wanted;
    };
    if (!bundles) return offer(notInBrowser());
    const host = hostOf(subject);
    // In a folder that is not trusted, an answer holds for one look-up.
    const { hosts, privateHosts } = vscode.workspace.isTrusted ? allowed : nobody();
    if (!hosts.has(host) && !(await confirmLookUp(subject))) return null;
    hosts.add(host);
    const [{ request, NetworkError }, lookUps] = await Promise.all([bundles.network(), bundles.lookUps()]);
    for (;;) {
      try {
        return await withProgress(host, (signal) =>
          lookUps.lookUp(subject, { request, signal, today: today(), privateHosts: [...privateHosts] }),
        );
      } catch (error) {
        const isOfNetwork = error instanceof NetworkError;
        if (isOfNetwork && error.kind === 'cancelled') return null;
        if (isOfNetwork && error.kind === 'private' && !privateHosts.has(error.host)) {
          if (!(await confirmPrivate(error.host))) return null;
          privateHosts.add(error.host);
          continue;
        }
        if (!isOfNetwork && !(error instanceof lookUps.LookUpError)) throw error;
        if (!isOfNetwork) return offer(reasonOfAnswer(error.kind, error.host));
        // The name of a well-known service isn't wrong, so this machine is offline.
        const kind = error.kind === 'name' && subject.kind !== 'page' ? 'offline' : error.kind;
        return offer(reasonOfNetwork(kind, error.host, error.message));
      }
    }
  };
  return { isAvailable: bundles !== null, lookUp: (subject) => find(subject, offerAsItIs), find };
}

/** Returns empty sets, one for hosts that may be asked, and one for private hosts that may be asked. */
function nobody(): { readonly hosts: Set<string>; readonly privateHosts: Set<string> } {
  return { hosts: new Set(), privateHosts: new Set() };
}

/** Says why nothing can be looked up in a window of vscode.dev. */
export function notInBrowser(): string {
  return vscode.l10n.t('A browser cannot reach other sites. Open the brief in VS Code on your machine.');
}

function withProgress<T>(host: string, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Asking {0}', host),
    cancellable: true,
  };
  return Promise.resolve(
    vscode.window.withProgress(options, (_progress, token) => {
      const cancelled = new AbortController();
      token.onCancellationRequested(() => cancelled.abort());
      return run(cancelled.signal);
    }),
  );
}

/** Says why nothing was found, and offers to add the text as it is written. */
async function offerAsItIs(reason: string): Promise<'plain' | 'again' | null> {
  const [asItIs, again] = [vscode.l10n.t('Add as It Is'), vscode.l10n.t('Try Again')];
  const choice = await vscode.window.showWarningMessage(reason, asItIs, again);
  if (choice === again) return 'again';
  return choice === asItIs ? 'plain' : null;
}

/** Says why the answer of a host is no source, in a sentence or two. */
function reasonOfAnswer(kind: LookUpErrorKind, host: string): string {
  switch (kind) {
    case 'unknown':
      return vscode.l10n.t('{0} has no entry for it. Check its spelling.', host);
    case 'busy':
      return vscode.l10n.t('{0} cannot answer at the moment. Try again later.', host);
    case 'refused':
      return vscode.l10n.t('{0} blocks automated access. Open it in a browser.', host);
    case 'unreadable':
      return vscode.l10n.t(
        'The response of {0} cannot be read as a source. If it is a PDF, download it and add it as a file.',
        host,
      );
  }
}
