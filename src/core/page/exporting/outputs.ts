/**
 * Formats that a brief can be exported to: one table for the command line, its help, the server, and the commands of the
 * extension. The code that writes them is in `writers.ts`, which is loaded with the first export.
 */

/** A kind of file that a brief can be exported to. */
export interface Output {
  /** File extension of its files, without the dot. */
  readonly extension: string;
  /** Name of the format, as in "Export as PDF". */
  readonly name: string;
  /**
   * Purpose of the format, in a few words.
   *
   * @param say says a text in the language of the person who chooses
   */
  readonly use: (say: (text: string) => string) => string;
  /** Command of VS Code for this format alone. *Export...* has every output. */
  readonly command?: string;
  /** True for bytes, which a terminal can't show. */
  readonly isBinary?: boolean;
  /** True if it is made of the page as it is shown: in a style, and with what the sources say, unless that isn't wanted. */
  readonly isPage?: boolean;
  /** True if it takes a brief of any length. Other formats hold its page in memory as a whole. */
  readonly ofAnyLength?: boolean;
}

const TABLE = {
  html: {
    extension: 'html',
    name: 'HTML',
    use: (say) => say('One page, for any browser'),
    command: 'brief.exportHtml',
    isPage: true,
  },
  pdf: {
    extension: 'pdf',
    name: 'PDF',
    use: (say) => say('For paper and for sending'),
    command: 'brief.exportPdf',
    isBinary: true,
    isPage: true,
  },
  docx: {
    extension: 'docx',
    name: 'Word',
    use: (say) => say('A document, with endnotes'),
    command: 'brief.exportDocx',
    isBinary: true,
  },
  md: {
    extension: 'md',
    name: 'Markdown',
    use: (say) => say('Plain, with footnotes'),
    command: 'brief.exportMarkdown',
    ofAnyLength: true,
  },
  json: {
    extension: 'json',
    name: 'JSON',
    use: (say) => say('For other programs'),
    command: 'brief.exportJson',
  },
} as const satisfies Readonly<Record<string, Output>>;

/** The name of an output, as `--to` and the server take it. */
export type OutputFormat = keyof typeof TABLE;

export const OUTPUTS: Readonly<Record<OutputFormat, Output>> = TABLE;

export function isOutputFormat(name: unknown): name is OutputFormat {
  return typeof name === 'string' && Object.hasOwn(OUTPUTS, name);
}

/** Names of the outputs, in the order in which they are offered. */
export const OUTPUT_FORMATS: readonly OutputFormat[] = Object.keys(OUTPUTS).filter(isOutputFormat);
