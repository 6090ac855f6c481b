/** Reads PDFs in a process of their own: they are files of strangers. */
import { say } from '../../core/base/say';
import type { ReadPdf } from './extractFile';
import { type ApartLimits, runApart } from './runApart';

const LIMITS: ApartLimits = { time: 120_000, memory: 1024, rest: 10_000 };

/**
 * Makes a function that reads one PDF after the other. It never rejects.
 *
 * @param part of our programs, the bundle of `pdf/child.ts`
 */
export function pdfReader(part: string, limits: Partial<ApartLimits> = {}): ReadPdf {
  const whole = { ...LIMITS, ...limits };
  return runApart<Uint8Array, Awaited<ReturnType<ReadPdf>>>(
    part,
    whole,
    isRead,
    {
      late: (seconds) => ({
        error: say('it took longer than {0} seconds to read; save the pages that you cite as a separate PDF', seconds),
      }),
      tooLarge: () => ({
        error: say('it needs too much memory; save the pages that you cite as a separate PDF'),
      }),
      failed: () => ({ error: say('the program that reads PDFs could not be started; try again') }),
    },
    {
      // What streams unfold to lies outside of the heap: the process looks after that itself.
      args: [String(whole.memory)],
      // The parser makes code of no text that it is given.
      flags: ['--disallow-code-generation-from-strings'],
    },
  );
}

function isRead(answer: unknown): answer is Awaited<ReturnType<ReadPdf>> {
  return typeof answer === 'object' && answer !== null && ('text' in answer || 'error' in answer);
}
