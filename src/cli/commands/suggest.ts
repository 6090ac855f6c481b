import { suggestSources } from '../../core/editor';
import { print } from '../io/output';
import { readBrief } from '../io/readBrief';
import { toJson } from '../io/terminal';
import type { Arguments } from '../parseArguments';

/** `brief suggest FILE`: prints, for each insight, the passages that it may rest on, as JSON. */
export async function suggest(args: Arguments): Promise<number> {
  const [file = '-'] = args.operands;
  await print(`${toJson(suggestSources(await readBrief(file)))}\n`);
  return 0;
}
