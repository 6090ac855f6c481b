import { join } from 'node:path';
import type * as Copies from '../../copies';
import type { KeepOptions, Outcome } from '../../copies';
import { today } from '../../core/base/dates';
import { say } from '../../core/base/say';
import { extractFile } from '../../files/apart/extractFile';
import { pdfReader } from '../../files/apart/pdfApart';
import { createBriefFileParser } from '../../files/named/parseBriefFile';
import { INTERNET_ARCHIVE } from '../../links';
import { createConfigs } from '../check/configs';
import { showProgress } from '../check/progress';
import { findTargets } from '../check/targets';
import { CommandError } from '../commandError';
import { type CopyJob, type CopyPart, copyJobOf } from '../copies/copyJobs';
import { type CopyResult, jsonOfCopies, prettyCopies } from '../copies/copyReport';
import { agrees } from '../io/agrees';
import { askNetwork } from '../io/askNetwork';
import { print, printError, printNotes } from '../io/output';
import { hasColors } from '../io/terminal';
import type { Arguments } from '../parseArguments';

/** `brief fetch [PATH…]`: keeps the text of sources beside the briefs, once the user has said yes to the hosts. */
export async function fetchCommand(args: Arguments): Promise<number> {
  if (args.operands.includes('-'))
    throw new CommandError(say('a brief on standard input has no folder for copies. Name its file.'));
  const { jobs, failed } = await readJobs(args.operands);
  const copies = await import('../../copies');
  const options = optionsFor(args);
  const hosts = new Map<string, number>();
  for (const { folder, sources } of jobs.flatMap(({ parts }) => parts))
    for (const [host, count] of (await copies.planCopies(sources, { ...options, folder })).hosts)
      hosts.set(host, (hosts.get(host) ?? 0) + count);
  if (hosts.size > 0 && !args.has('yes') && !(await agreesTo(hosts, options.archive))) return 2;

  const stop = new AbortController();
  const progress = showProgress();
  const onInterrupt = () => {
    stop.abort();
    progress.clear();
    printNotes([say('Stopping. Downloads in progress get a few seconds to finish.')]);
  };
  // A second time ends the program at once.
  process.once('SIGINT', onInterrupt);
  const total = jobs.flatMap(({ parts }) => parts.flatMap(({ sources }) => sources)).length;
  let done = 0;
  const keep = (part: CopyPart) =>
    copies.keepCopies(part.sources, {
      ...options,
      folder: part.folder,
      signal: stop.signal,
      onOutcome: ({ url }) => progress.at(done++, total, url ?? ''),
    });
  try {
    const results: CopyResult[] = [];
    for (const job of jobs) results.push(await run(job, keep, copies.madeOf));
    progress.clear();
    await print(
      args.valueOf('format') === 'json'
        ? jsonOfCopies(results)
        : prettyCopies(results, hasColors(process.stdout, process.env)),
    );
    if (stop.signal.aborted) printNotes([say('It was stopped. Run the command again to continue.')]);
    for (const { path, error } of failed) printError(say('cannot read "{0}": {1}.', path, error));
    if (failed.length > 0) return 2;
    const isWhole = results.every(({ sources }) => sources.every(({ outcome }) => 'name' in outcome));
    return isWhole && !stop.signal.aborted ? 0 : 1;
  } finally {
    stop.abort();
    progress.clear();
    process.off('SIGINT', onInterrupt);
  }
}

async function readJobs(paths: readonly string[]) {
  const configs = createConfigs();
  const parse = createBriefFileParser();
  const jobs: CopyJob[] = [];
  const failed: { readonly path: string; readonly error: string }[] = [];
  for (const target of await findTargets(paths, undefined, configs)) {
    const job = await copyJobOf(target, configs, parse);
    if ('error' in job) failed.push({ path: target.path, error: job.error });
    else jobs.push(job);
  }
  return { jobs, failed };
}

function optionsFor(args: Arguments): Omit<KeepOptions, 'folder'> {
  const readPdf = pdfReader(join(__dirname, 'pdf.js'));
  return {
    request: askNetwork,
    extract: (name, bytes) => extractFile(name, bytes, readPdf),
    archive: args.has('no-archive') ? null : INTERNET_ARCHIVE,
    today: today(),
    allowPrivate: args.has('allow-private'),
    again: args.has('again'),
  };
}

/** Asks on a terminal. @throws CommandError with the hosts if there is none */
function agreesTo(hosts: ReadonlyMap<string, number>, archive: string | null): Promise<boolean> {
  const pages = [...hosts.values()].reduce((sum, count) => sum + count, 0);
  const named = [...hosts].map(([host, count]) => (count === 1 ? `  ${host}` : `  ${host} (${count})`));
  printNotes([
    say('Pages to download: {0}, from these hosts:', pages),
    ...named,
    say('These hosts, and hosts that they redirect to, see your network address. None of your text is sent.'),
    ...(archive === null ? [] : [say('The Internet Archive is asked for pages that are gone.')]),
  ]);
  return agrees(
    say('Send requests to them? (y/n)'),
    say('no request was sent. Add --yes to send requests to these hosts.'),
  );
}

/** Makes the copies of a brief, and names them in it. */
async function run(
  job: CopyJob,
  keep: (part: CopyPart) => Promise<ReadonlyMap<string, Outcome>>,
  madeOf: typeof Copies.madeOf,
): Promise<CopyResult> {
  const outcomes = new Map<string, { readonly outcome: Outcome; readonly prefix: string }>();
  for (const part of job.parts)
    for (const [id, outcome] of await keep(part)) outcomes.set(id, { outcome, prefix: part.prefix });
  const made = [...outcomes].flatMap(([id, { outcome, prefix }]) => madeOf(id, prefix, outcome));
  const files = new Map(made.flatMap(({ id, path }) => (path === null ? [] : [[id, path] as const])));
  const unnamed = new Set((made.length > 0 ? await job.name(made) : []).filter((id) => files.has(id)));
  const sources = job.parts
    .flatMap((part) => part.sources)
    .flatMap((source) => {
      const outcome = outcomes.get(source.id)?.outcome;
      if (!outcome) return [];
      return unnamed.has(source.id)
        ? [{ source, outcome: { reason: 'place' } as const, file: null }]
        : [{ source, outcome, file: files.get(source.id) ?? null }];
    });
  const unplaced = job.unplaced.map((source) => ({ source, outcome: { reason: 'place' } as const, file: null }));
  return { path: job.path, sources: [...sources, ...unplaced] };
}
