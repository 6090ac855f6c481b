/** What a second reader is asked, and what counts of its answers. */
export { READER_VERSION, readerPrompt, tokensOf } from './prompts';
export { readerQuestion, readerQuestions } from './questions';
export type {
  NoAnswer,
  ReaderKind,
  ReaderPrompt,
  ReaderQuestion,
  ReaderVerdict,
  ReadPassage,
  VerifiedAnswer,
} from './types';
export { verifyAnswer } from './verify';
