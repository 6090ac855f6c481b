import { say } from '../../base/say';
import type { Brief } from '../../brief/types';
import type { StyledList } from '../sections/entries';
import { type Drawings, exportContent, exportPieces } from './json';
import { tooLongForPage, tooLongForPdf, tooLongForWord } from './limits';
import { exportMarkdown } from './markdown';
import { OUTPUTS, type OutputFormat } from './outputs';
import { type Paper, paperStyle } from './paper';

/** A brief to be exported, with the functions that only the program that exports it has. */
export interface ExportJob {
  readonly brief: Brief;
  readonly paper: Paper;
  /** True if the export has the comments of people. */
  readonly comments: boolean;
  drawings(): Promise<Drawings>;
  /** The sources of the brief in the style that it names. */
  styled(): Promise<StyledList | null>;
  /**
   * Writes its page.
   *
   * @param style beyond that of the preview
   */
  page(style: string): Promise<string>;
  /** Prints a page; null if the program can't. */
  readonly print: ((html: string) => Promise<{ readonly pdf: Uint8Array } | { readonly error: string }>) | null;
  /** Writes the content of its page as DOCX. */
  writeWord(html: string): Promise<Uint8Array>;
}

export type Written =
  | { readonly text: string }
  | { readonly bytes: Uint8Array }
  /** Data to be written as JSON. A list in it may be any iterable. */
  | { readonly data: object }
  /** Reason why the brief can't be written, in sentences. */
  | { readonly error: string };

const WRITERS: Readonly<Record<OutputFormat, (job: ExportJob) => Promise<Written>>> = {
  html: async (job) => ({ text: await job.page('') }),
  pdf: writePdf,
  docx: writeWord,
  md: async (job) => ({ text: exportMarkdown(job.brief, await job.styled(), job.comments) }),
  json: async (job) => ({ data: exportPieces(job.brief, await job.drawings(), job.comments) }),
};

/** Writes a brief in a format for other programs. */
export async function exportBrief(format: OutputFormat, job: ExportJob): Promise<Written> {
  const error = OUTPUTS[format].ofAnyLength ? null : tooLongForPage(job.brief);
  return error === null ? WRITERS[format](job) : { error };
}

async function writePdf(job: ExportJob): Promise<Written> {
  if (!job.print) return { error: noPrinter() };
  const error = tooLongForPdf(job.brief);
  if (error !== null) return { error };
  const page = await job.page(paperStyle(job.paper));
  // A fold can't be opened on paper. No text of an author's looks like this tag.
  const printed = await job.print(page.replaceAll('<details class="fold">', '<details class="fold" open>'));
  return 'pdf' in printed ? { bytes: printed.pdf } : printed;
}

/** Returns why there is no PDF if no browser can be started, in sentences. */
export function noPrinter(): string {
  return say(
    'A PDF export starts a browser, which is not possible here. Export as HTML, and print that page to a PDF.',
  );
}

async function writeWord(job: ExportJob): Promise<Written> {
  const html = exportContent(job.brief, await job.drawings(), true, job.comments);
  const error = tooLongForWord(html);
  return error === null ? { bytes: await job.writeWord(html) } : { error };
}
