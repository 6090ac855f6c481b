import { describeBrief } from '../../core/editor';
import { jsonDocument } from '../io/jsonPieces';
import { printDocument } from '../io/output';
import { readBrief } from '../io/readBrief';
import type { Arguments } from '../parseArguments';

/** `brief inspect FILE`: prints the model as JSON. */
export async function inspect(args: Arguments): Promise<number> {
  const [file = '-'] = args.operands;
  await printDocument(jsonDocument(describeBrief(await readBrief(file))), undefined);
  return 0;
}
