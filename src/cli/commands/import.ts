import { dirname } from 'node:path';
import { say } from '../../core/base/say';
import {
  type Imported,
  importWithReport,
  kindOfReport,
  reportLines,
  whyTooLong,
} from '../../core/importing/importText';
import { removeLeft } from '../../files/confined/temporary';
import { CommandError } from '../commandError';
import { refuseInputs } from '../io/inputs';
import { printDocument, printNotes, writeOutput } from '../io/output';
import { nameOfInput, readInput } from '../io/readBrief';
import { readFileBytes, textOfBytes } from '../io/readText';
import type { Arguments } from '../parseArguments';

/** Documents hold pictures, too: larger than texts may be. */
const MOST_BYTES = 50 * 1024 * 1024;

/** `brief import FILE`: writes the brief that a report makes, and says what was done. */
export async function importCommand(args: Arguments): Promise<number> {
  const [file = '-'] = args.operands;
  const { text, report } = await readAndImport(file);
  const output = args.valueOf('output');
  const path = args.valueOf('report-json');
  refuseInputs([output, path].filter((each) => each !== undefined));
  await printDocument(text, output);
  if (args.has('report')) printNotes(reportLines(report));
  if (path !== undefined) await writeOutput(path, `${JSON.stringify(report, null, 2)}\n`);
  return 0;
}

async function readAndImport(file: string): Promise<Imported> {
  const fail = (why: string) => new CommandError(say('cannot import {0}: {1}.', nameOfInput(file), why));
  const unread = (why: string) => new CommandError(say('cannot read {0}: {1}.', nameOfInput(file), why));
  const imported = (text: string, origin?: Parameters<typeof importWithReport>[1]) => {
    const tooLong = whyTooLong(text);
    if (tooLong !== null) throw fail(tooLong);
    return importWithReport(text, origin);
  };
  const importPage = async (html: string) => {
    const page = (await import('../../formats')).readWebPage(html);
    if ('error' in page) throw fail(page.error);
    return imported(page.markdown, { shape: 'web-page', leftOut: page.leftOut });
  };
  if (file === '-') {
    const text = await readInput(file);
    return kindOfReport('', Buffer.from(text.slice(0, 300))) === 'web-page' ? importPage(text) : imported(text);
  }
  removeLeft(dirname(file));
  const read = readFileBytes(file, MOST_BYTES);
  if ('error' in read) throw unread(read.error);
  const kind = kindOfReport(file, read.bytes);
  if (typeof kind !== 'string') throw fail(kind.error);
  if (kind === 'word-document') {
    const document = (await import('../../formats')).readWordDocument(read.bytes);
    if ('error' in document) throw fail(document.error);
    return imported(document.markdown, { shape: kind, leftOut: document.leftOut });
  }
  const decoded = textOfBytes(read.bytes);
  if ('error' in decoded) throw unread(decoded.error);
  return kind === 'web-page' ? importPage(decoded.text) : imported(decoded.text);
}
