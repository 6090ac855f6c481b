/**
 * A baseline: a file with the problems of briefs that are known, and are not to be told again.
 *
 *     { "version": 1, "files": { "notes/a.brief": { "citation/missing": { "fingerprint": 1 } } } }
 *
 * Paths are relative to its own folder. It has no lines and no messages, so that it stays as it is while texts are edited.
 */

import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { say } from '../../core/say';
import type { BaselineUse } from '../checkTarget';
import { CommandError } from '../commandError';
import type { Outcome, TotalsOfBaseline } from '../outcome';
import { readTextFile } from '../readText';
import { shownPath, type Target } from '../targets';
import { toJson } from '../terminal';
import { writeWholeFile } from '../writeFile';
import type { KnownProblems } from './knownProblems';

export interface Baseline extends BaselineUse {
  /** What it has of files that are neither checked nor there: problems that there are no more. */
  totalsBeside(targets: readonly Target[]): TotalsOfBaseline;
  /** Notes the problems of files. */
  take(outcomes: readonly Outcome[]): void;
  /**
   * Writes it anew, where that is asked for: the problems of files take the place of what it has of the same files. Of
   * others it keeps what it has, as long as they are there.
   *
   * @throws CommandError where it cannot be written
   */
  save(): void;
}

const VERSION = 1;
/** The start of a digest, in letters that need no escape. */
const FINGERPRINT = /^[\w-]{1,64}$/;
const RULE = /^[a-z-]+\/[a-z-]+$/;
/** A file on a network share, which is never touched, not even to know whether it is there. */
const ON_A_SHARE = /^[\\/]{2}/;

/**
 * @param update whether it is to be written anew; it may then be missing, and knows nothing
 * @throws CommandError for one that cannot be read: a check without it would fail for the wrong reasons
 */
export function openBaseline(path: string, update: boolean): Baseline {
  const text = update && !existsSync(path) ? null : textIn(path);
  const files = text === null ? new Map() : filesIn(path, text);
  const found = new Map<string, KnownProblems>();
  return {
    files,
    update,
    totalsBeside: (targets) => {
      const checked = new Set(targets.map((target) => target.path));
      const gone = [...files].filter(([file]) => !checked.has(file) && !existsSync(file));
      const stale = gone.flatMap(([, problems]) => [...problems.values()]).reduce((sum, count) => sum + count, 0);
      return { known: 0, stale, updated: update };
    },
    take: (outcomes) => {
      for (const { path: file, found: problems } of outcomes) if (problems) found.set(file, problems);
    },
    save: () => {
      if (!update) return;
      const next = new Map([...files].filter(([file]) => existsSync(file)));
      for (const [file, problems] of found) next.set(file, problems);
      const written = textOf(next, dirname(path));
      if (written !== text) writeWholeFile(path, written);
    },
  };
}

function textIn(path: string): string {
  const read = readTextFile(path);
  if ('text' in read) return read.text;
  throw new CommandError(
    existsSync(path)
      ? say('cannot read the baseline "{0}": {1}.', path, read.error)
      : say('cannot read the baseline "{0}": {1}; --update-baseline writes it.', path, read.error),
  );
}

function filesIn(path: string, text: string): Baseline['files'] {
  try {
    return filesOf(text, dirname(path));
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    throw new CommandError(
      say(
        'bad baseline "{0}": {1}. Restore it, or remove it and write it anew with --update-baseline.',
        path,
        error.message,
      ),
    );
  }
}

/** Sorted, and with a line for each fingerprint, so that two versions differ only in what changed. */
function textOf(files: Baseline['files'], folder: string): string {
  const byPath = [...files]
    .filter(([, problems]) => problems.size > 0)
    .map(([file, problems]) => [relative(folder, file).split(sep).join('/'), byRule(problems)] as const);
  return `${toJson({ version: VERSION, files: Object.fromEntries(byPath.sort(byName)) })}\n`;
}

function byRule(problems: KnownProblems): object {
  const rules = new Map<string, [string, number][]>();
  for (const [key, count] of problems) {
    const [rule = '', fingerprint = ''] = key.split(' ');
    const ofRule = rules.get(rule);
    if (ofRule) ofRule.push([fingerprint, count]);
    else rules.set(rule, [[fingerprint, count]]);
  }
  const sorted = [...rules].map(([rule, counts]) => [rule, Object.fromEntries(counts.sort(byName))] as const);
  return Object.fromEntries(sorted.sort(byName));
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Something in a baseline is not what {@link Baseline.save} writes: says what, without a full stop. */
class Broken extends Error {}

function filesOf(text: string, folder: string): Baseline['files'] {
  const { version, files } = recordIn(parse(text), say('it'));
  if (version !== VERSION) throw new Broken(say('"version" is not {0}, the only one that is known', VERSION));
  const byPath = new Map<string, Map<string, number>>();
  for (const [path, rules] of Object.entries(recordIn(files, say('"{0}"', 'files')))) {
    if (ON_A_SHARE.test(path)) throw new Broken(say('"{0}" is on a network share', path));
    const shown = shownPath(resolve(folder, path));
    const known = byPath.get(shown) ?? new Map<string, number>();
    byPath.set(shown, known);
    for (const [rule, counts] of Object.entries(recordIn(rules, say('what it has of "{0}"', path))))
      for (const [fingerprint, count] of Object.entries(
        recordIn(counts, say('what it has of {0} in "{1}"', rule, path)),
      )) {
        const isWritten = typeof count === 'number' && Number.isSafeInteger(count) && count > 0;
        if (!isWritten || !RULE.test(rule) || !FINGERPRINT.test(fingerprint))
          throw new Broken(say('"{0}" of {1} in "{2}" is no fingerprint with a count', fingerprint, rule, path));
        known.set(`${rule} ${fingerprint}`, count);
      }
  }
  return byPath;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Broken(/^(?:<{7}|>{7}) /m.test(text) ? say('a merge has left its marks in it') : say('it is no JSON'));
  }
}

function recordIn(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new Broken(say('{0} is no object', what));
}
