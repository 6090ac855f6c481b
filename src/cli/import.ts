import { importText } from '../core/importing/importText';
import { printDocument } from './output';
import type { Arguments } from './parseArguments';
import { readInput } from './readBrief';

/** `brief import FILE`: writes the brief that a pasted text makes. */
export async function importCommand(args: Arguments): Promise<number> {
  const [file = '-'] = args.operands;
  await printDocument(importText(await readInput(file)), args.valueOf('output'));
  return 0;
}
