import { printDocument } from '../io/output';
import { readBrief } from '../io/readBrief';
import type { Arguments } from '../parseArguments';
import { pageOf } from './page';

/** `brief render FILE`: writes one self-contained HTML page, in the style of the preview. */
export async function render(args: Arguments): Promise<number> {
  const [file = '-'] = args.operands;
  const page = await pageOf(await readBrief(file), { file, evidence: args.has('evidence') });
  await printDocument(page, args.valueOf('output'));
  return 0;
}
