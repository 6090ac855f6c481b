import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { say } from '../../core/base/say';
import {
  type Article,
  type ArticleCopy,
  articlePath,
  type Imported,
  importWithReport,
  kindOfReport,
  reportLines,
  storiesIn,
  whyTooLong,
} from '../../core/importing/importText';
import { pdfReader } from '../../files/apart/pdfApart';
import { readArticle } from '../../files/apart/readArticle';
import { removeLeft } from '../../files/confined/temporary';
import { CommandError, reasonOf } from '../commandError';
import { refuseInputs } from '../io/inputs';
import { printDocument, printNotes, writeOutput } from '../io/output';
import { nameOfInput, readInput } from '../io/readBrief';
import { readFileBytes, textOfBytes } from '../io/readText';
import { writeWholeFile } from '../io/writeFile';
import type { Arguments } from '../parseArguments';

/** Documents hold pictures, too: larger than texts may be. */
const MOST_BYTES = 50 * 1024 * 1024;

/** `brief import FILE`: writes the brief that a report makes, and says what was done. */
export async function importCommand(args: Arguments): Promise<number> {
  const [file = '-'] = args.operands;
  const output = args.valueOf('output');
  const path = args.valueOf('report-json');
  const article = args.valueOf('of');
  if (article !== undefined && output === undefined)
    throw new CommandError(say('--of keeps the text of the article beside the brief. Name the brief with -o.'));
  const [importAs, ...others] = await readReport(file);
  if (!importAs) return 0;
  if (others.length > 0 && (article !== undefined || output === undefined)) throw severalIn(others.length + 1, article);
  const first =
    article === undefined || output === undefined ? importAs(null) : await importBeside(importAs, article, output);
  const all = [first, ...others.map((other) => other(null))];
  const outputs = output === undefined ? [undefined] : all.map((_, i) => numbered(output, i + 1));
  refuseInputs([...outputs, path].filter((each) => each !== undefined));
  for (const [i, { text }] of all.entries()) if (i > 0) refuseOther(outputs[i], text);
  if (first.copy && output !== undefined) keepCopy(dirname(output), first.copy);
  for (const [i, { text }] of all.entries()) await printDocument(text, outputs[i]);
  const reports = all.map(({ report }) => report);
  if (article !== undefined && !first.copy && !args.has('report'))
    printNotes([say('The text of the article was not used: --report says why.')]);
  if (args.has('report')) for (const report of reports) printNotes(reportLines(report));
  const told = reports.length > 1 ? reports : reports[0];
  if (path !== undefined) await writeOutput(path, `${JSON.stringify(told, null, 2)}\n`);
  return 0;
}

type ImportAs = (article: Article | null) => Imported;

function severalIn(count: number, article: string | undefined): CommandError {
  return new CommandError(
    article === undefined
      ? say('the text has {0} summaries, and each becomes a brief. Name the first with -o.', count)
      : say('the text has {0} summaries, and --of gives one article. Import them one by one.', count),
  );
}

/** Refuses to write over a file that the user has not named. */
function refuseOther(path: string | undefined, text: string): void {
  const there = path === undefined ? null : textAt(path);
  if (path !== undefined && there !== null && there !== text)
    throw new CommandError(say('cannot write "{0}": {1}.', path, say('there is another file of this name')));
}

/** `name.brief`, `name-2.brief`, … */
function numbered(path: string, count: number): string {
  if (count === 1) return path;
  const [extension = ''] = /(?:\.brief)?\.[^./\\]*$/.exec(path) ?? [];
  return `${path.slice(0, path.length - extension.length)}-${count}${extension}`;
}

/** Imports a summary with the text of its article, under the first name beside the brief that is free, or has this text. */
async function importBeside(importAs: ImportAs, file: string, output: string): Promise<Imported> {
  removeLeft(dirname(file));
  const read = readFileBytes(file, MOST_BYTES);
  const cannot = (why: string) => new CommandError(say('cannot read {0}: {1}.', nameOfInput(file), why));
  if ('error' in read) throw cannot(read.error);
  const article = await readArticle(basename(file), read.bytes, pdfReader(join(__dirname, 'pdf.js')));
  if ('error' in article) throw cannot(article.error);
  for (let count = 1; count < MOST_NAMES; count++) {
    const imported = importAs({ ...article, path: articlePath(count) });
    const { copy } = imported;
    const there = copy && textAt(join(dirname(output), copy.path));
    if (!copy || there === null || there === copy.text) return imported;
  }
  throw new CommandError(say('cannot keep the text of the article: "{0}" is full.', join(dirname(output), 'sources')));
}

const MOST_NAMES = 1000;

/** Null where there is no such file; something else than any text where it cannot be read. */
function textAt(path: string): string | null {
  if (!existsSync(path)) return null;
  const read = readFileBytes(path, MOST_BYTES);
  return 'error' in read ? '' : Buffer.from(read.bytes).toString('utf8');
}

/** Writes a copy into a folder beside the brief, which must not lead elsewhere. */
function keepCopy(folder: string, { path, text }: ArticleCopy): void {
  const target = join(folder, path);
  const parent = dirname(target);
  try {
    if (!existsSync(parent)) mkdirSync(parent);
  } catch (error) {
    throw new CommandError(say('cannot write "{0}": {1}.', target, reasonOf(error)));
  }
  if (lstatSync(parent).isSymbolicLink())
    throw new CommandError(say('cannot write "{0}": {1}.', target, say('its folder is a symbolic link')));
  writeWholeFile(target, text);
}

/** Reads a report. @returns what makes a brief of it, and of each further summary that it holds */
async function readReport(file: string): Promise<readonly ImportAs[]> {
  const fail = (why: string) => new CommandError(say('cannot import {0}: {1}.', nameOfInput(file), why));
  const unread = (why: string) => new CommandError(say('cannot read {0}: {1}.', nameOfInput(file), why));
  const imported = (text: string, origin?: Parameters<typeof importWithReport>[1]): readonly ImportAs[] => {
    const tooLong = whyTooLong(text);
    if (tooLong !== null) throw fail(tooLong);
    const stories = origin ? [text] : storiesIn(text);
    return stories.map((story) => (article) => importWithReport(story, origin, article));
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
