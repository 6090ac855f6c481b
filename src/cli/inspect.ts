import { inspectBrief } from '../core/features';
import { print } from './output';
import type { Arguments } from './parseArguments';
import { readBrief } from './readBrief';
import { toJson } from './terminal';

/** `brief inspect FILE`: prints the model as JSON. */
export async function inspect(args: Arguments): Promise<number> {
  const [file = '-'] = args.operands;
  await print(`${toJson(inspectBrief(await readBrief(file)))}\n`);
  return 0;
}
