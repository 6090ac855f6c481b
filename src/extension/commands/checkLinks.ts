import * as vscode from 'vscode';
import type { LoadNetwork } from '../bundles';
import type { Client } from '../client';
import type { CheckLinksOptions, LinkChecks } from '../links/linkChecks';
import type { ActiveBrief } from '../sources/activeBrief';

/** The command that checks links, and what it has found. */
export interface CheckLinks extends vscode.Disposable {
  check(options: unknown): Promise<void>;
  /** The addresses of a brief whose pages are gone, as far as the user had them checked. */
  deadIn(brief: vscode.Uri): ReadonlySet<string>;
  /** Fires when a check has ended. */
  readonly onDidCheck: vscode.Event<void>;
}

/** What the command does is loaded with its first use, and stays, as what it has found does. */
export function createCheckLinks(client: Client, active: ActiveBrief, loadNetwork: LoadNetwork | null): CheckLinks {
  const checked = new vscode.EventEmitter<void>();
  let loading: Promise<LinkChecks> | undefined;
  let checks: LinkChecks | undefined;
  return {
    check: async (options) => {
      if (!loadNetwork) {
        vscode.window.showInformationMessage(
          vscode.l10n.t(
            'A browser cannot check links to other sites. Open the brief in VS Code on your machine, or use brief links.',
          ),
        );
        return;
      }
      loading ??= import('../links/linkChecks').then(({ createLinkChecks }) =>
        createLinkChecks(client, active, loadNetwork),
      );
      checks = await loading;
      await checks.check(isOptions(options) ? options : {});
      checked.fire();
    },
    deadIn: (brief) => checks?.found.deadIn(brief) ?? NONE,
    onDidCheck: checked.event,
    dispose: () => {
      checked.dispose();
      loading?.then((loaded) => loaded.dispose());
    },
  };
}

const NONE: ReadonlySet<string> = new Set();

function isOptions(value: unknown): value is CheckLinksOptions {
  if (typeof value !== 'object' || value === null) return false;
  const { refresh, allowPrivate, archive }: { refresh?: unknown; allowPrivate?: unknown; archive?: unknown } = value;
  const isSwitch = (each: unknown) => each === undefined || typeof each === 'boolean';
  return isSwitch(refresh) && isSwitch(allowPrivate) && (archive === undefined || typeof archive === 'string');
}
