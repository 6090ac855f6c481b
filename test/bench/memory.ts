import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a process holds in memory, in MB; 0 where this system does not say. */
export function memoryOf(process: ChildProcess): number {
  return megabytesIn(process, /VmRSS:\s+(\d+)/);
}

/** The most that a process held in memory so far, in MB; 0 where this system does not say. */
export function peakOf(process: ChildProcess): number {
  return megabytesIn(process, /VmHWM:\s+(\d+)/);
}

function megabytesIn({ pid }: ChildProcess, line: RegExp): number {
  const [, kilobytes] = line.exec(read(`/proc/${pid}/status`)) ?? [];
  return Math.round(Number(kilobytes ?? 0) / 1024);
}

/** How long the main thread of a process ran so far, in milliseconds of a processor; 0 where this system does not say. */
export function processorOf({ pid }: ChildProcess): number {
  return Number(read(`/proc/${pid}/schedstat`).split(' ')[0]) / 1e6;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
