import type * as Copies from '../copies';
import type * as LookUps from '../lookUps';
import type { Network } from '../network/contract';

/** Loads what opens sockets. Called only in a command by which the user asks for something that is there, and has said yes. */
export type LoadNetwork = () => Promise<Network>;

/** What commands load that go to the network. */
export interface Bundles {
  readonly network: LoadNetwork;
  readonly copies: () => Promise<typeof Copies>;
  readonly lookUps: () => Promise<typeof LookUps>;
}
