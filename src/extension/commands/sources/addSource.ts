import type { Bundles } from '../../bundles';
import type { Client } from '../../client';
import type { ActiveBrief } from '../../sources/activeBrief';

/** The command that adds a source. What it needs is loaded when it is first called, and remembers who was asked about. */
export function createAddSource(client: Client, active: ActiveBrief, bundles: Bundles | null): () => Promise<void> {
  let loading: Promise<() => Promise<void>> | undefined;
  return async () => {
    loading ??= Promise.all([import('../../lookUps/addSource'), import('../../lookUps/lookUps')]).then(
      ([{ addSource }, { createLookUps }]) => {
        const lookUps = createLookUps(bundles);
        return () => addSource(client, active, lookUps);
      },
    );
    return (await loading)();
  };
}
