/** The questions for a second reader, the verification of its answers, and words for them. */
export { readingAction } from './action';
export { type ReaderCounts, readerCounts, readerSummary } from './counts';
export { type ReaderName, type ReaderNote, readerNote } from './notes';
export { type PlacedNote, placedNotes } from './placed';
export { READER_VERSION, readerKindOf, readerPrompt, tokensOf } from './prompts';
export { eachReaderQuestion, type ReaderScope, readerQuestion, readerQuestions, readerScope } from './questions';
export { type ReadResult, readingReport } from './report';
export {
  NO_REPLIES,
  type NoAnswer,
  type ReaderKind,
  type ReaderOutcome,
  type ReaderPrompt,
  type ReaderQuestion,
  type ReaderVerdict,
  type Reading,
  type ReadPassage,
  type VerifiedAnswer,
} from './types';
export { verifyAnswer } from './verify';
