/** Finds the texts that `brief diff` compares. */
import { statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { say } from '../../core/base/say';
import { isOther, realOf, withSlashes } from '../check/changes/changes';
import { type Revision, revisionOf } from '../check/changes/git';
import type { Configs } from '../check/configs';
import { findTargets, type Target } from '../check/targets';
import { nameOfInput, readInput } from '../io/readBrief';
import { type ReadText, readTextFile, textOfBytes } from '../io/readText';
import { shownPath } from '../io/shownPath';

/** Two versions of a brief. */
export interface Comparison {
  /** Path of the later version, as it is shown. */
  readonly path: string;
  readonly old: string;
  readonly now: string;
}

export interface Comparisons {
  /** The earlier version: a revision, or the path of a file. `withName` is its name in messages. */
  readonly with: string;
  readonly withName: string;
  readonly changed: readonly Comparison[];
  /** Number of files that have not changed at all. */
  readonly unchanged: number;
  /** Number of files that the revision does not have. */
  readonly isNew: number;
  readonly failed: readonly { readonly path: string; readonly error: string }[];
}

/**
 * @param operands a revision and paths, or two files
 * @throws CommandError without git, a repository, or such a revision, and for a path that does not exist
 */
export async function comparisonsOf(operands: readonly string[], configs: Configs): Promise<Comparisons> {
  const [first, second, third] = operands;
  if (first !== undefined && second !== undefined && third === undefined && isFile(first) && isFile(second))
    return twoFiles(first, second);
  const isRevision = first !== undefined && !(isFile(first) && second === undefined);
  const [revision, paths] = isRevision ? [first, operands.slice(1)] : ['HEAD', operands];
  const targets = await findTargets(paths, undefined, configs);
  return sinceRevision(revision, targets, new Set(paths.filter(isFile).map(shownPath)));
}

async function twoFiles(first: string, second: string): Promise<Comparisons> {
  const [old, now] = [await readInput(first), await readInput(second)];
  const changed = [{ path: second === '-' ? second : shownPath(second), old, now }];
  return {
    with: first === '-' ? first : shownPath(first),
    withName: nameOfInput(first),
    changed,
    unchanged: 0,
    isNew: 0,
    failed: [],
  };
}

function isFile(path: string): boolean {
  if (path === '-') return true;
  try {
    return statSync(path).isFile();
  } catch {
    // What can't be read is told of where it is read.
    return false;
  }
}

/** @param named the files that the user named, as they are shown */
function sinceRevision(name: string, targets: readonly Target[], named: ReadonlySet<string>): Comparisons {
  const revision = revisionOf(name, process.cwd(), name);
  const changed: Comparison[] = [];
  const failed: { path: string; error: string }[] = [];
  let [unchanged, isNew] = [0, 0];
  for (const { path, error } of targets) {
    const { top, place, digest } = placeIn(revision, path);
    if (error !== undefined) failed.push({ path, error });
    else if (digest === undefined && !named.has(path)) isNew++;
    else if (digest !== undefined && !isOther(join(top, place), top, revision.digests)) unchanged++;
    else {
      const [old, now] = [earlierText(revision, name, digest), readTextFile(path)];
      if ('error' in old) failed.push({ path, error: old.error });
      else if ('error' in now) failed.push({ path, error: now.error });
      else changed.push({ path, old: old.text, now: now.text });
    }
  }
  return { with: name, withName: name, changed, unchanged, isNew, failed };
}

/** Returns the top of the repository, the path of a file below it, and the digest of its content in a revision. */
function placeIn({ top: named, digests }: Revision, path: string) {
  const whole = resolve(path);
  const top = realOf(named);
  const place = withSlashes(relative(top, join(realOf(dirname(whole)), basename(whole))));
  return { top, place, digest: digests.get(place) };
}

/**
 * Reads the text that a file has in a revision of its repository, or returns in one clause why it can't.
 *
 * @param path without links on the way
 * @throws CommandError without git, a repository, or such a revision
 */
export function textInRevision(name: string, path: string): ReadText {
  const revision = revisionOf(name, dirname(path), name);
  return earlierText(revision, name, placeIn(revision, path).digest);
}

/** Matches the pointer that git has instead of a content that it keeps elsewhere. */
const LFS = /^version https:\/\/git-lfs\.github\.com\/spec\//;

function earlierText({ contentOf }: Revision, name: string, digest: string | undefined): ReadText {
  if (digest === undefined)
    return {
      error: say('it is not in {0}. If it had another name then, compare the two files: "brief diff OLD NEW"', name),
    };
  const read = textOfBytes(contentOf(digest));
  if ('error' in read) return { error: say('in {0}, {1}', name, read.error) };
  return LFS.test(read.text) ? { error: say('its content in {0} is not in this repository (git LFS)', name) } : read;
}
