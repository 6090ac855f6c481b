import pc from 'picocolors';
import type { Outcome } from '../../copies';
import { wordsOfCopies, wordsOfMissing } from '../../copies/words';
import { say } from '../../core/base/say';
import type { WantedCopy } from '../../core/editor';
import { escapeControls, toJson } from '../io/terminal';

/** Results for the sources of one brief, in its order. */
export interface CopyResult {
  readonly path: string;
  readonly sources: readonly { readonly source: WantedCopy; readonly outcome: Outcome; readonly file: string | null }[];
}

/** Writes for people what was kept, and one list of what could not be had, with the reasons. */
export function prettyCopies(results: readonly CopyResult[], colors: boolean): string {
  const paint = pc.createColors(colors);
  const lines = results.flatMap(({ path, sources }) => {
    const missing = sources.flatMap(({ source, outcome }) => ('reason' in outcome ? [{ source, outcome }] : []));
    if (missing.length === 0) return [];
    return [
      paint.bold(escapeControls(path)),
      ...missing.map(({ source: { id, title }, outcome }) =>
        escapeControls(`  [${id}] ${title}: ${wordsOfMissing(outcome, say)}`),
      ),
      '',
    ];
  });
  const all = results.flatMap(({ sources }) => sources.map(({ outcome }) => outcome));
  const states = all.flatMap((outcome) => ('state' in outcome ? [outcome.state] : []));
  const sum =
    all.length === 0 ? say('Each source has its text.') : wordsOfCopies(states, all.length - states.length, say);
  const again = all.some((outcome) => 'reason' in outcome && !UNASKED.has(outcome.reason));
  const hint = say('To try these again, run the command with --again.');
  return `${[...lines, sum, ...(again ? [hint] : [])].join('\n')}\n`;
}

/** Reasons for which no host was asked, and none will be. */
const UNASKED: ReadonlySet<string> = new Set(['no-address', 'address', 'place', 'private']);

export function jsonOfCopies(results: readonly CopyResult[]): string {
  const files = results.map(({ path, sources }) => ({
    path,
    sources: sources.map(({ source: { id, title, url }, outcome, file }) => ({
      id,
      title,
      url,
      ...('reason' in outcome
        ? { state: null, file: null, from: null, reason: outcome.reason, message: wordsOfMissing(outcome, say) }
        : { state: outcome.state, file, from: outcome.from, reason: null, message: null }),
    })),
  }));
  const all = files.flatMap(({ sources }) => sources);
  const count = (state: string | null) => all.filter((source) => source.state === state).length;
  const totals = {
    sources: all.length,
    whole: count('whole'),
    abstract: count('abstract'),
    excerpt: count('excerpt'),
    missing: count(null),
  };
  return toJson({ version: 1, files, totals });
}
