import type { Brief } from '../../core';
import { say } from '../../core/base/say';
import { type ExportJob, exportBrief, paperFor } from '../../core/page';
import { isOutputFormat, OUTPUT_FORMATS, OUTPUTS } from '../../core/page/exporting/outputs';
import { printPdf } from '../../files/apart/printPdf';
import { CommandError } from '../commandError';
import { jsonDocument } from '../io/jsonPieces';
import { print, printDocument, writeOutput } from '../io/output';
import { readBrief } from '../io/readBrief';
import type { Arguments } from '../parseArguments';
import { PAPERS } from '.';
import { drawingsOf, imagesOf, nothingWritten, pageOf, styledOf } from './page';

/** `brief export FILE --to FORMAT`: writes the brief in a format that other programs read. */
export async function exportCommand(args: Arguments): Promise<number> {
  const [file = '-'] = args.operands;
  const format = args.valueOf('to');
  if (!isOutputFormat(format))
    throw new CommandError(say('export needs --to FORMAT: one of {0}.', OUTPUT_FORMATS.join(say(', '))));
  const output = args.valueOf('output');
  if (OUTPUTS[format].isBinary && output === undefined && process.stdout.isTTY)
    throw new CommandError(
      say('a {0} file cannot be printed on a terminal: name a file with -o FILE.', format.toUpperCase()),
    );
  const written = await exportBrief(format, jobOf(await readBrief(file), file, args));
  if ('error' in written) throw nothingWritten(written.error);
  if ('data' in written) await printDocument(jsonDocument(written.data), output);
  else if ('text' in written) await printDocument(written.text, output);
  else if (output === undefined) await print(written.bytes);
  else await writeOutput(output, written.bytes);
  return 0;
}

function jobOf(brief: Brief, file: string, args: Arguments): ExportJob {
  const paper = PAPERS.find((each) => each === args.valueOf('paper')) ?? paperFor(brief.language);
  const comments = args.has('comments');
  return {
    brief,
    paper,
    comments,
    drawings: () => drawingsOf(brief),
    styled: () => styledOf(brief),
    page: (style) => pageOf(brief, { file, evidence: args.has('evidence'), comments, style }),
    print: async (page) => {
      const printed = await printPdf(page);
      if ('error' in printed) throw new CommandError(say('no PDF was made. {0}', printed.error));
      return printed;
    },
    writeWord: async (html) => {
      const { writeDocx } = await import('../../word');
      return writeDocx(brief, html, { paper, readImage: imagesOf(file) });
    },
  };
}
