/** Reports what second readers said of a brief, to an assistant. */
import type { Brief } from '../../brief/types';
import { decidingPassage } from '../reading/notes';
import { readerQuestions } from '../reading/questions';
import type { ReaderQuestion, ReaderVerdict, Reading } from '../reading/types';
import { verifyAnswer } from '../reading/verify';
import { type Place, placeIn } from './texts';

/** The verdict of a second reader on a claim, for an assistant. */
interface ToldReading extends Place {
  readonly claim: string;
  readonly verdict: ReaderVerdict;
  /** The model, and the day of its answer. */
  readonly model: string;
  readonly day: string;
  /** True if the model says only yes or no, which counts less. */
  readonly yesNo: boolean;
  readonly claimWords: string | null;
  readonly passageWords: string | null;
  readonly source: string | null;
  readonly page: string | null;
}

export interface ToldReadings {
  readonly caution: string;
  readonly readings: readonly ToldReading[];
  /** Claims that could be read, and those of them without an answer that counts. */
  readonly claims: number;
  readonly unread: number;
  readonly advice: string | null;
}

const CAUTION =
  "Each verdict is a language model's opinion, not a result of the engine. Only claimWords and passageWords are verified: they stand in the claim and in the passage. Read them before you change anything.";
const ADVICE =
  'Claims are sent to a model only when the user runs "Brief: Read Against Sources" in VS Code, or brief read on the command line. This tool sends nothing.';

/**
 * Reports the kept answers of second readers, verified again, to an assistant.
 *
 * @param readingsTo gives the kept answers to questions
 * @param most readings that are told; those that differ come first
 */
export function toldReadings(
  brief: Brief,
  readingsTo: (questions: readonly ReaderQuestion[]) => readonly Reading[],
  most: number,
): ToldReadings {
  const questions = readerQuestions(brief);
  const readings = readingsTo(questions);
  const told = questions.map((question) =>
    readings
      .filter(({ hash }) => hash === question.hash)
      .flatMap((reading) => toldReading(brief, question, reading) ?? []),
  );
  const unread = told.filter((each) => each.length === 0).length;
  const differs = ({ verdict }: ToldReading) => Number(verdict === 'contradicted' || verdict === 'not-stated');
  return {
    caution: CAUTION,
    readings: told
      .flat()
      .sort((a, b) => differs(b) - differs(a))
      .slice(0, most),
    claims: questions.length,
    unread,
    advice: unread > 0 ? ADVICE : null,
  };
}

function toldReading(brief: Brief, question: ReaderQuestion, reading: Reading): ToldReading | null {
  const outcome = verifyAnswer(reading.kind, question, reading.answer);
  if (typeof outcome !== 'object') return null;
  const { verdict, claimWords, passageWords, kind } = outcome;
  const { source = null, page = null } = decidingPassage(question, outcome) ?? {};
  return {
    ...placeIn(brief, question.span),
    ...{ claim: question.claim, verdict, model: reading.model, day: reading.day, yesNo: kind === 'yes-no' },
    ...{ claimWords, passageWords, source, page },
  };
}
