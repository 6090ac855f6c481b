import { say } from '../../core/base/say';
import { compareBriefs, earlierVersion } from '../../core/editor';
import { createBriefFileParser } from '../../files/named/parseBriefFile';
import { configOf, createConfigs } from '../check/configs';
import { comparisonsOf } from '../diff/comparisons';
import { type ComparedFile, jsonOfDiff, prettyDiff } from '../diff/diffReport';
import { print, printError } from '../io/output';
import { hasColors } from '../io/terminal';
import type { Arguments } from '../parseArguments';

/** `brief diff [REVISION] [PATH…]`: prints what briefs say that they did not say before, and the other way round. */
export async function diff(args: Arguments): Promise<number> {
  const configs = createConfigs();
  const comparisons = await comparisonsOf(args.operands, configs);
  const parse = createBriefFileParser();
  const files: ComparedFile[] = [];
  for (const { path, old: earlier, now: later } of comparisons.changed) {
    const file = path === '-' ? 'standard-input' : path;
    const config = await configOf(configs, file);
    const now = await parse(later, file, process.cwd(), config);
    const old = earlierVersion(now, earlier);
    files.push({ path, old, now, changes: compareBriefs(old, now) });
  }
  await print(
    args.valueOf('format') === 'json'
      ? jsonOfDiff(files, comparisons)
      : prettyDiff(files, comparisons, hasColors(process.stdout, process.env)),
  );
  for (const { path, error } of comparisons.failed) printError(say('cannot compare "{0}": {1}.', path, error));
  if (comparisons.failed.length > 0) return 2;
  return args.has('exit-code') && files.some(({ changes }) => changes.length > 0) ? 1 : 0;
}
