/** The questions for a second reader, the verification of its answers, and words for them. */
export { readingAction } from './action';
export { readerCounts, readerSummary } from './counts';
export { readerNote } from './notes';
export { type PlacedNote, placedNotes } from './placed';
export { READER_VERSION, readerKindOf, readerPrompt, tokensOf } from './prompts';
export { eachReaderQuestion, readerQuestion, readerQuestions, readerScope } from './questions';
export { readingReport } from './report';
export {
  NO_REPLIES,
  type ReaderKind,
  type ReaderOutcome,
  type ReaderQuestion,
  type Reading,
  type VerifiedAnswer,
} from './types';
export { verifyAnswer } from './verify';
