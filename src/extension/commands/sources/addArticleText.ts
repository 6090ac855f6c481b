import type { Bundles } from '../../bundles';
import type { Client } from '../../client';
import type { ActiveBrief } from '../../sources/activeBrief';

/** The command that brings the text of an article. What it needs is loaded when it is first called, and remembers who was asked about. */
export function createAddArticleText(
  client: Client,
  active: ActiveBrief,
  bundles: Bundles | null,
): () => Promise<void> {
  let loading: Promise<() => Promise<void>> | undefined;
  return async () => {
    loading ??= Promise.all([import('../../lookUps/articleText'), import('../../lookUps/lookUps')]).then(
      ([{ addArticleText }, { createLookUps }]) => {
        const lookUps = createLookUps(bundles);
        return () => addArticleText(client, active, lookUps);
      },
    );
    return (await loading)();
  };
}
