/** Asks a second reader, a language model. The caller supplies the way to it, and verifies what it says. */

export { askAll } from './askAll';
export { askReader, ReaderError } from './askReader';
export { type Attempt, askPatiently, type Prompt, type ReaderReply } from './reply';
