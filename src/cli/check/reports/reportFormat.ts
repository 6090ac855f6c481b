import type { Severity } from '../../../core';
import type { FORMATS } from '../../commands';
import type { Totals } from '../outcome';
import type { FileReport } from './report';

/** How a check is printed. Plain values, so that threads can be told. */
export interface Printing {
  readonly format: (typeof FORMATS)[number];
  /** The mildest severity to print, in the formats that leave any out; null for none. */
  readonly shown: Severity | null;
  /** The mildest severity that fails, in the format that says so of each problem; null for none. */
  readonly failing: Severity | null;
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
