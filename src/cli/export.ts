import { type Brief, exportMarkdown, inspectBrief, renderBrief } from '../core';
import { printPdf } from '../files/printPdf';
import { CommandError } from './commandError';
import { EXPORT_FORMATS } from './commands';
import { print, printDocument } from './output';
import { drawCharts, pageOf } from './page';
import type { Arguments } from './parseArguments';
import { readBrief } from './readBrief';
import { toJson } from './terminal';

type TextFormat = Exclude<(typeof EXPORT_FORMATS)[number], 'pdf'>;

const WRITE: Readonly<Record<TextFormat, (brief: Brief) => string | Promise<string>>> = {
  html: (brief) => pageOf(brief),
  md: exportMarkdown,
  json: writeJson,
};

/** `brief export FILE --to FORMAT`: writes the brief in a format that other programs read. */
export async function exportCommand(args: Arguments): Promise<number> {
  const [file = '-'] = args.operands;
  const wanted = args.valueOf('to');
  const format = EXPORT_FORMATS.find((each) => each === wanted);
  if (format === undefined) throw new CommandError(`export needs --to FORMAT: one of ${EXPORT_FORMATS.join(', ')}.`);
  const output = args.valueOf('output');
  if (format === 'pdf') await writePdf(file, output);
  else await printDocument(await WRITE[format](await readBrief(file)), output);
  return 0;
}

async function writePdf(file: string, output: string | undefined): Promise<void> {
  if (output === undefined && process.stdout.isTTY)
    throw new CommandError('a PDF is nothing for a terminal: name a file with -o FILE.');
  const brief = await readBrief(file);
  const printed = await printPdf(await pageOf(brief, `\n@page { size: ${paperFor(brief.language)}; }`));
  if ('error' in printed) throw new CommandError(`no PDF was made. ${printed.error}`);
  if (output === undefined) await print(printed.pdf);
  else (await import('./writeFile')).writeWholeFile(output, printed.pdf);
}

/** Where a language is written with a region of North America, the paper of that. */
function paperFor(language: string): 'A4' | 'Letter' {
  return /-(?:US|CA|MX)\b/i.test(language) ? 'Letter' : 'A4';
}

/** The model as `inspect` prints it, and the content of the page without its style and without evidence. */
async function writeJson(brief: Brief): Promise<string> {
  const html = renderBrief(brief, { loadsImages: false, evidence: 'none', charts: await drawCharts(brief) });
  return `${toJson({ version: 1, model: inspectBrief(brief), html })}\n`;
}
