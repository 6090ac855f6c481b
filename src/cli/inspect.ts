import { describeBrief } from '../core/features';
import { jsonDocument } from './jsonPieces';
import { printDocument } from './output';
import type { Arguments } from './parseArguments';
import { readBrief } from './readBrief';

/** `brief inspect FILE`: prints the model as JSON. */
export async function inspect(args: Arguments): Promise<number> {
  const [file = '-'] = args.operands;
  await printDocument(jsonDocument(describeBrief(await readBrief(file))), undefined);
  return 0;
}
