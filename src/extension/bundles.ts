import type * as Copies from '../copies';
import type * as Readings from '../files/kept/readings';
import type * as LookUps from '../lookUps';
import type { Network } from '../network/contract';

/**
 * Loads the code that opens sockets. Called only in a command by which the user asks for something from the network, and has
 * agreed.
 */
export type LoadNetwork = () => Promise<Network>;

/** Loaders for the code of commands that need Node, or use the network. */
export interface Bundles {
  readonly network: LoadNetwork;
  readonly copies: () => Promise<typeof Copies>;
  readonly lookUps: () => Promise<typeof LookUps>;
  /** Loads what keeps the answers of second readers on this machine. */
  readonly readings: () => Promise<typeof Readings>;
}
