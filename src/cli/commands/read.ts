import { today } from '../../core/base/dates';
import { say } from '../../core/base/say';
import {
  READER_VERSION,
  type ReaderQuestion,
  readerKindOf,
  readerPrompt,
  readerQuestions,
  tokensOf,
} from '../../core/editor';
import { openReadings } from '../../files/kept/readings';
import { createConfigs } from '../check/configs';
import { readTargets } from '../check/readTargets';
import { findTargets } from '../check/targets';
import { CommandError } from '../commandError';
import { agrees } from '../io/agrees';
import { print, printError, printNotes } from '../io/output';
import { hasColors } from '../io/terminal';
import type { Arguments } from '../parseArguments';
import { type Answered, askQuestions, type Reader } from '../reading/askQuestions';
import { linesOfPairs, readPairs } from '../reading/pairs';
import { jsonOfReadings, prettyReadings } from '../reading/readerReport';

/** `brief read [PATH…]`: asks a language model whether sources support the claims that cite them, and verifies its answers. */
export async function read(args: Arguments): Promise<number> {
  const reader = readerOf(args);
  const pairs = args.valueOf('pairs');
  return pairs === undefined ? readBriefs(args, reader) : readFileOfPairs(pairs, args, reader);
}

async function readBriefs(args: Arguments, reader: Reader): Promise<number> {
  const configs = createConfigs();
  const briefs = [];
  const failed = [];
  for await (const one of readTargets(await findTargets(args.operands, undefined, configs), configs))
    if ('error' in one) failed.push(one);
    else briefs.push({ ...one, questions: readerQuestions(one.brief) });
  const answers = await ask(
    briefs.flatMap(({ questions }) => questions),
    args,
    reader,
  );
  if (!answers) return 2;
  let at = 0;
  const files = briefs.map(({ path, brief: { text, lines }, questions }) => ({
    ...{ path, text, lines },
    results: questions.map((question) => ({ question, answered: answers[at++] })),
  }));
  const report = { reader, day: today(), files };
  const isJson = args.valueOf('format') === 'json';
  await print(isJson ? jsonOfReadings(report) : prettyReadings(report, hasColors(process.stdout, process.env)));
  for (const { path, error } of failed) printError(say('cannot read "{0}": {1}.', path, error));
  return failed.length > 0 ? 2 : statusOf(answers);
}

async function readFileOfPairs(path: string, args: Arguments, reader: Reader): Promise<number> {
  if (args.operands.length > 0)
    throw new CommandError(say('--pairs reads a file of its own. Name no briefs beside it.'));
  const pairs = readPairs(path);
  const answers = await ask(
    pairs.map(({ question }) => question),
    args,
    reader,
  );
  if (!answers) return 2;
  await print(linesOfPairs(pairs, answers));
  return statusOf(answers);
}

/** Returns 1 if the run was stopped. What a model says is never a failure. */
function statusOf(answers: readonly (Answered | undefined)[]): number {
  return answers.includes(undefined) ? 1 : 0;
}

/** @returns null if the user doesn't want anything to be sent */
async function ask(questions: readonly ReaderQuestion[], args: Arguments, reader: Reader) {
  const kept = openReadings(READER_VERSION, args.has('no-cache') ? null : args.valueOf('cache-dir'));
  const unknown = questions.filter((question) => kept.by(reader, question) === undefined);
  if (unknown.length > 0 && !args.has('yes') && !(await agreesTo(unknown, reader))) return null;
  const stop = new AbortController();
  const onInterrupt = () => {
    stop.abort();
    printNotes([say('Stopping. Answers that have come are kept.')]);
  };
  // A second time ends the program at once.
  process.once('SIGINT', onInterrupt);
  try {
    return await askQuestions(questions, reader, kept, today(), stop.signal);
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}

function agreesTo(questions: readonly ReaderQuestion[], { host, model, kind }: Reader): Promise<boolean> {
  const tokens = tokensOf(questions.map((question) => readerPrompt(kind, question)));
  printNotes([
    say(
      'Claims: {0}. They and passages of their sources are sent to {1}, about {2} tokens.',
      questions.length,
      host,
      tokens,
    ),
    say('The model {0} reads them there. Nothing of other files is sent.', model),
  ]);
  return agrees(say('Send them? (y/n)'), say('nothing was sent. Add --yes to send the texts to {0}.', host));
}

/** @throws CommandError for an option that is missing or cannot be used */
function readerOf(args: Arguments): Reader {
  const [url, model] = [args.valueOf('url'), args.valueOf('model')];
  if (url === undefined || model === undefined)
    throw new CommandError(say('"brief read" needs the address and the name of a model: --url URL --model NAME.'));
  if (!URL.canParse(url)) throw new CommandError(say('--url takes an address, not "{0}".', url));
  const answers = args.valueOf('answers') ?? readerKindOf(model);
  return {
    ...{ url, model, host: new URL(url).host, kind: answers === 'yes-no' ? 'yes-no' : 'quotes' },
    key: process.env['BRIEF_READER_KEY'] ?? '',
    timeoutMs: 1000 * numberOf(args, 'timeout', 120, 3600),
    atOnce: numberOf(args, 'at-once', 2, 32),
  };
}

function numberOf(args: Arguments, option: string, usual: number, most: number): number {
  const written = args.valueOf(option);
  const number = written === undefined ? usual : /^\d+$/.test(written) ? Number(written) : 0;
  if (number >= 1 && number <= most) return number;
  throw new CommandError(say('--{0} takes a number from 1 to {1}, not "{2}".', option, most, written ?? ''));
}
