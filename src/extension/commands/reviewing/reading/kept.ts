import { type KeptReadings, readingsAmong, rowsOf } from '../../../../files/kept/answers';
import type { Bundles } from '../../../bundles';

/** Answers that a browser keeps, by the version of the prompts: until its window is closed. */
const inWindow = new Map<number, KeptReadings>();

/** Opens the answers that are kept on this machine, or in this window of a browser. */
export async function openKept(bundles: Bundles | null, prompts: number): Promise<KeptReadings> {
  if (bundles) return (await bundles.readings()).openReadings(prompts);
  const kept = inWindow.get(prompts) ?? readingsAmong(rowsOf([]), () => {});
  inWindow.set(prompts, kept);
  return kept;
}
