/** Asks a second reader, a language model. The caller supplies the way to it, and verifies what it says. */

export { type AskAll, askAll } from './askAll';
export { askReader, type Connection, ReaderError } from './askReader';
export { type Attempt, askPatiently, type Prompt, READER_PACE, type ReaderReply } from './reply';
