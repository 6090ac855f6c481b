import type { KeptReadings } from '../../../../files/kept/readings';
import type { Bundles } from '../../../bundles';

/** Opens the answers that are kept on this machine. In a browser, none are. */
export async function openKept(bundles: Bundles | null, prompts: number): Promise<KeptReadings> {
  if (!bundles) return { by: () => undefined, to: () => [], keep: () => undefined, write: () => undefined };
  return (await bundles.readings()).openReadings(prompts);
}
