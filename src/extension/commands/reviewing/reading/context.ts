import type * as vscode from 'vscode';
import type { Bundles } from '../../../bundles';
import type { Client } from '../../../client';
import type { ActiveBrief } from '../../../sources/activeBrief';
import type { ReaderKey } from './key';
import type { ReaderNotes } from './notes';

/** The parts that the command needs. */
export interface ReadingContext {
  readonly client: Client;
  readonly active: ActiveBrief;
  /** Null in a window without Node: only models of VS Code can be asked there. */
  readonly bundles: Bundles | null;
  readonly notes: ReaderNotes;
  readonly key: ReaderKey;
  /** Remembers the model that was asked last. */
  readonly memory: vscode.Memento;
}
