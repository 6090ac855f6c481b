import { type Brief, exportMarkdown, inspectBrief, renderBrief } from '../core';
import { CommandError } from './commandError';
import { EXPORT_FORMATS } from './commands';
import { printDocument } from './output';
import { drawCharts, pageOf } from './page';
import type { Arguments } from './parseArguments';
import { readBrief } from './readBrief';
import { toJson } from './terminal';

type Format = (typeof EXPORT_FORMATS)[number];

const WRITE: Readonly<Record<Format, (brief: Brief) => string | Promise<string>>> = {
  html: pageOf,
  md: exportMarkdown,
  json: writeJson,
};

/** `brief export FILE --to FORMAT`: writes the brief in a format that other programs read. */
export async function exportCommand(args: Arguments): Promise<number> {
  const [file = '-'] = args.operands;
  const wanted = args.valueOf('to');
  const format = EXPORT_FORMATS.find((each) => each === wanted);
  if (format === undefined) throw new CommandError(`export needs --to FORMAT: one of ${EXPORT_FORMATS.join(', ')}.`);
  await printDocument(await WRITE[format](await readBrief(file)), args.valueOf('output'));
  return 0;
}

/** The model as `inspect` prints it, and the content of the page without its style and without evidence. */
async function writeJson(brief: Brief): Promise<string> {
  const html = renderBrief(brief, { loadsImages: false, evidence: 'none', charts: await drawCharts(brief) });
  return `${toJson({ version: 1, model: inspectBrief(brief), html })}\n`;
}
