import { basename, dirname, join } from 'node:path';
import { say } from '../../core/base/say';
import { extractFile } from '../../files/apart/extractFile';
import { pdfReader } from '../../files/apart/pdfApart';
import { removeLeft } from '../../files/confined/temporary';
import { CommandError } from '../commandError';
import { printDocument } from '../io/output';
import { readFileBytes } from '../io/readText';
import type { Arguments } from '../parseArguments';

/** Documents hold pictures, too: larger than texts may be. */
const MOST_BYTES = 100 * 1024 * 1024;

/** `brief extract FILE`: writes the text of a document as a local copy that a source can name. */
export async function extract(args: Arguments): Promise<number> {
  const [file = ''] = args.operands;
  removeLeft(dirname(file));
  const read = readFileBytes(file, MOST_BYTES);
  if ('error' in read) throw new CommandError(say('cannot read {0}: {1}.', say('"{0}"', file), read.error));
  const extracted = await extractFile(basename(file), read.bytes, pdfReader(join(__dirname, 'pdf.js')));
  if ('error' in extracted) throw new CommandError(say('cannot read the text of "{0}": {1}.', file, extracted.error));
  await printDocument(extracted.text, args.valueOf('output'));
  return 0;
}
