/** Reports on a second reading, in Markdown for people. */
import { say } from '../../base/say';
import type { Brief } from '../../brief/types';
import { type Block, toMarkdown } from '../../evidence/cards/markup';
import { clipped } from '../assistant/texts';
import { type ReaderCounts, readerCounts, readerSummary } from './counts';
import { decidingPassage, type ReaderName, readerNote } from './notes';
import type { NoAnswer, ReaderOutcome, ReaderQuestion } from './types';

/** The outcome of a question. */
export interface ReadResult {
  readonly question: ReaderQuestion;
  /** Undefined if it was not asked. */
  readonly outcome: ReaderOutcome | undefined;
  /** Day of the answer, as ISO 8601. */
  readonly day: string;
}

/** Longest claim and passage that a report quotes, in UTF-16 units. */
const LONGEST = 1000;

/**
 * Reports on a run: what the reader reads differently, with claim and passage; then claims without an answer that counts.
 *
 * @param reader with `host`, the host or the program that the model was asked through
 */
export function readingReport(
  brief: Brief,
  { model, day, host }: ReaderName & { readonly host: string },
  results: readonly ReadResult[],
): { readonly text: string; readonly summary: string; readonly counts: ReaderCounts } {
  const counts = readerCounts(results.map(({ outcome }) => outcome));
  const summary = readerSummary(counts);
  const lineOf = ({ span }: ReaderQuestion) => brief.lines.rangeOf(span).start.line + 1;
  const different: Block[] = [];
  const unanswered: Block[] = [];
  for (const { question, outcome, day: asked } of results) {
    const where = say('Line {0}', lineOf(question));
    const note = readerNote(question, outcome, { model, day: asked });
    if (note && typeof outcome === 'object') {
      const { source = '', text = '' } = decidingPassage(question, outcome) ?? {};
      different.push(
        { kind: 'lines', lines: [[{ kind: 'strong', text: where }, ` · ${note.message}`]] },
        { kind: 'quote', lines: [[say('Claim: {0}', clipped(question.claim, LONGEST))]] },
        { kind: 'quote', lines: [[say('Source {0}: {1}', source, clipped(text, LONGEST))]] },
      );
    }
    if (typeof outcome === 'string')
      unanswered.push({ kind: 'lines', lines: [[{ kind: 'strong', text: where }, ` · ${whyNone(outcome)}`]] });
  }
  const pieces = [
    `# ${say('Second reader')}`,
    toMarkdown([
      { kind: 'lines', lines: [[say('{0}, asked through {1}, {2}.', model, host, day)], [summary]] },
      {
        kind: 'lines',
        lines: [[say('A model can read words wrongly. Those quoted here are real: read them yourself.')]],
      },
    ]),
    ...(different.length > 0 ? [`## ${say('Read differently')}`, toMarkdown(different)] : []),
    ...(unanswered.length > 0 ? [`## ${say('Without an answer that counts')}`, toMarkdown(unanswered)] : []),
  ];
  return { text: `${pieces.join('\n\n')}\n`, summary, counts };
}

function whyNone(outcome: Extract<ReaderOutcome, string>): string {
  return WHY_NONE[outcome]();
}

const WHY_NONE: Readonly<Record<NoAnswer | Extract<ReaderOutcome, string>, () => string>> = {
  form: () => say('The answer is not of the form that was asked for.'),
  words: () => say('The words that the answer quotes are in no passage.'),
  claim: () => say('The words that the answer gives as those of the claim are not.'),
  same: () => say('The answer tells claim and passage apart, but quotes the same words of both.'),
  numbers: () => say('The answer calls numbers supported that no passage has.'),
  busy: () => say('The model was busy each time it was asked.'),
  silent: () => say('The model did not answer in time.'),
  damaged: () => say('The answer broke off.'),
};
