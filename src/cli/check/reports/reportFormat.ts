import type { Severity } from '../../../core';
import type { FORMATS } from '../../commands';
import type { Totals } from '../outcome';
import type { FileReport } from './report';

/** Options of the output of a check. They are plain values, so that they can be sent to threads. */
export interface Printing {
  readonly format: (typeof FORMATS)[number];
  /** The mildest severity to print, in the formats that leave any out; null for none. */
  readonly shown: Severity | null;
  /** The mildest severity that fails, in the format that states this for each problem; null for none. */
  readonly failing: Severity | null;
  /** True if the last line is a summary. */
  readonly summary: boolean;
  readonly colors: boolean;
}

/** Text before, between and after the files. */
export interface Frame {
  readonly before: string;
  /** Text between two files with output. */
  readonly between: string;
  readonly after: string;
}

export interface ReportFormat {
  /** True if a file can be printed before all others are checked. Nothing then stands before or between files. */
  readonly streams: boolean;
  /** Returns the printed report on one file. */
  of(report: FileReport): string;
  frame(totals: Totals): Frame;
}
