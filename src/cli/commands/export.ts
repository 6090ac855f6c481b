import type { Brief } from '../../core';
import { say } from '../../core/base/say';
import {
  exportContent,
  exportMarkdown,
  exportPieces,
  type Paper,
  paperFor,
  paperStyle,
  tooLongForPdf,
  tooLongForWord,
} from '../../core/render';
import { printPdf } from '../../files/apart/printPdf';
import { CommandError } from '../commandError';
import { jsonDocument } from '../io/jsonPieces';
import { print, printDocument, writeOutput } from '../io/output';
import { readBrief } from '../io/readBrief';
import type { Arguments } from '../parseArguments';
import { EXPORT_FORMATS, PAPERS } from '.';
import { drawingsOf, imagesOf, type PageOptions, pageOf, refuseTooLong, styledOf } from './page';

type Format = (typeof EXPORT_FORMATS)[number];

/** What each format is: a text, as a whole or in pieces, or bytes, which are nothing for a terminal. */
const WRITE: Readonly<
  Record<Format, (brief: Brief, args: Arguments) => Promise<string | Iterable<string> | Uint8Array>>
> = {
  html: (brief, args) => pageOf(brief, optionsOf(args)),
  md: async (brief) => exportMarkdown(brief, await styledOf(brief)),
  json: async (brief) => jsonDocument(exportPieces(brief, await drawingsOf(brief))),
  pdf: writePdf,
  docx: writeWord,
};
const BINARY: ReadonlySet<Format> = new Set<Format>(['pdf', 'docx']);

/** `brief export FILE --to FORMAT`: writes the brief in a format that other programs read. */
export async function exportCommand(args: Arguments): Promise<number> {
  const [file = '-'] = args.operands;
  const wanted = args.valueOf('to');
  const format = EXPORT_FORMATS.find((each) => each === wanted);
  if (format === undefined)
    throw new CommandError(say('export needs --to FORMAT: one of {0}.', EXPORT_FORMATS.join(say(', '))));
  const output = args.valueOf('output');
  if (BINARY.has(format) && output === undefined && process.stdout.isTTY)
    throw new CommandError(
      say('a {0} file is nothing for a terminal: name a file with -o FILE.', format.toUpperCase()),
    );
  const written = await WRITE[format](await readBrief(file), args);
  if (!(written instanceof Uint8Array)) await printDocument(written, output);
  else if (output === undefined) await print(written);
  else await writeOutput(output, written);
  return 0;
}

async function writePdf(brief: Brief, args: Arguments): Promise<Uint8Array> {
  refuseTooLong(tooLongForPdf(brief));
  const page = await pageOf(brief, { ...optionsOf(args), style: paperStyle(paperOf(brief, args)) });
  const printed = await printPdf(page);
  if ('error' in printed) throw new CommandError(say('no PDF was made. {0}', printed.error));
  return printed.pdf;
}

async function writeWord(brief: Brief, args: Arguments): Promise<Uint8Array> {
  const html = exportContent(brief, await drawingsOf(brief), true);
  refuseTooLong(tooLongForWord(html));
  const { writeDocx } = await import('../../word');
  return writeDocx(brief, html, { paper: paperOf(brief, args), readImage: imagesOf(optionsOf(args).file) });
}

function optionsOf(args: Arguments): PageOptions {
  const [file = '-'] = args.operands;
  return { file, evidence: !args.has('no-evidence') };
}

function paperOf(brief: Brief, args: Arguments): Paper {
  return PAPERS.find((each) => each === args.valueOf('paper')) ?? paperFor(brief.language);
}
