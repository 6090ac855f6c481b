import * as vscode from 'vscode';
import type { LoadNetwork } from '../bundles';
import type { Client } from '../client';
import { inform } from '../client/messages';
import type { CheckLinksOptions, LinkChecks } from '../links/linkChecks';
import type { ActiveBrief } from '../sources/activeBrief';

/** The command that checks links, and its results. */
export interface CheckLinks extends vscode.Disposable {
  check(options: unknown): Promise<void>;
  /** Returns the addresses of a brief whose pages are gone, as far as the user had them checked. */
  deadIn(brief: vscode.Uri): ReadonlySet<string>;
  /** Fires when a check has ended. */
  readonly onDidCheck: vscode.Event<void>;
}

/** Makes the command. Its code is loaded with its first use, and stays loaded with its results. */
export function createCheckLinks(client: Client, active: ActiveBrief, loadNetwork: LoadNetwork | null): CheckLinks {
  const checked = new vscode.EventEmitter<void>();
  let loading: Promise<LinkChecks> | undefined;
  let checks: LinkChecks | undefined;
  return {
    check: async (options) => {
      if (!loadNetwork) {
        inform(
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
