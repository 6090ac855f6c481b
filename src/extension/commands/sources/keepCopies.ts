import * as vscode from 'vscode';
import type { Bundles } from '../../bundles';
import type { Client } from '../../client';
import { inform } from '../../client/messages';
import type { KeepCopiesOptions } from '../../lookUps/keepCopies';
import type { ActiveBrief } from '../../sources/activeBrief';

/** Makes the command that keeps the texts of all sources. Its code is loaded with its first use. */
export function createKeepCopies(
  client: Client,
  active: ActiveBrief,
  bundles: Bundles | null,
): (options: unknown) => Promise<void> {
  return async (options) => {
    if (!bundles) {
      inform(
        vscode.l10n.t(
          'A browser cannot reach other sites. Open the brief in VS Code on your machine, or use brief fetch.',
        ),
      );
      return;
    }
    const { keepCopies } = await import('../../lookUps/keepCopies');
    await keepCopies(client, active, bundles, isOptions(options) ? options : {});
  };
}

/** True for options. The server gives the command the address of the document instead. */
function isOptions(value: unknown): value is KeepCopiesOptions {
  if (typeof value !== 'object' || value === null) return false;
  const { again, allowPrivate, archive }: { again?: unknown; allowPrivate?: unknown; archive?: unknown } = value;
  const isSwitch = (each: unknown) => each === undefined || typeof each === 'boolean';
  return isSwitch(again) && isSwitch(allowPrivate) && (archive === undefined || typeof archive === 'string');
}
