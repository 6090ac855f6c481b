import type { Severity } from '../core';
import { githubFormat } from './githubReport';
import { jsonFormat } from './jsonReport';
import type { Totals } from './outcome';
import { prettyFormat } from './prettyReport';
import type { FileReport } from './report';
import { sarifFormat } from './sarifReport';

export const FORMATS = ['pretty', 'json', 'sarif', 'github'] as const;

/** How a check is printed. Plain values, so that threads can be told. */
export interface Printing {
  readonly format: (typeof FORMATS)[number];
  /** The mildest severity to print, in the formats that leave any out; null for none. */
  readonly shown: Severity | null;
  /** Whether a line that sums up is the last one. */
  readonly summary: boolean;
  readonly colors: boolean;
}

/** What stands around and between what was written of the files. */
export interface Frame {
  readonly before: string;
  /** Between two files of which something was written. */
  readonly between: string;
  readonly after: string;
}

export interface ReportFormat {
  /** Whether a file can be printed before all others are checked: nothing then stands before or between files. */
  readonly streams: boolean;
  /** What is printed of one file. */
  of(report: FileReport): string;
  frame(totals: Totals): Frame;
}

export function formatOf({ format, shown, summary, colors }: Printing): ReportFormat {
  switch (format) {
    case 'json':
      return jsonFormat();
    case 'sarif':
      return sarifFormat();
    case 'github':
      return githubFormat(shown);
    case 'pretty':
      return prettyFormat(shown, summary, colors);
  }
}
