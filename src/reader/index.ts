/** Asks a second reader, a language model, by the chat-completions protocol. The caller supplies the network, and verifies what it says. */

export { type AskAll, askAll } from './askAll';
export { askReader, type Connection, type Prompt, READER_PACE, ReaderError, type ReaderReply } from './askReader';
