import { READER_PROMPTS } from '../../languages/readerPrompts';
import type { ReaderKind, ReaderPrompt, ReaderQuestion } from './types';

/** Version of the prompts and of the schema. An answer to another version is not used again. */
export const READER_VERSION = 1;

/** Returns how a model answers, as its name tells. */
export function readerKindOf(model: string): ReaderKind {
  return /minicheck/i.test(model) ? 'yes-no' : 'quotes';
}

/**
 * Writes what a model gets: the instructions in the language of the brief (English unless they are known in it), and claim and
 * passages as JSON. A value of JSON cannot end the JSON that it stands in, so that no passage can pass for an instruction.
 *
 * A model that says only yes or no gets the form that it was trained with.
 */
export function readerPrompt(kind: ReaderKind, { claim, passages, language }: ReaderQuestion): ReaderPrompt {
  const texts = passages.map(({ text }) => text);
  if (kind === 'yes-no') return { system: '', user: `Document: ${texts.join('\n\n')}\nClaim: ${claim}` };
  const primary = /^[a-z]+/i.exec(language)?.[0].toLowerCase() ?? '';
  const system = READER_PROMPTS[primary] ?? READER_PROMPTS['en'] ?? '';
  return { system, user: JSON.stringify({ claim, passages: texts }) };
}

/** Units of text that make a token, on average: of Latin script, and of all others. */
const UNITS_OF_TOKEN = { latin: 4, other: 1.5 };

/** Estimates the tokens of prompts. Tokenizers differ by a third or more. */
export function tokensOf(prompts: readonly ReaderPrompt[]): number {
  let tokens = 0;
  for (const { system, user } of prompts) {
    const text = system + user;
    const other = text.match(/[^ -\u024f\n]/g)?.length ?? 0;
    tokens += (text.length - other) / UNITS_OF_TOKEN.latin + other / UNITS_OF_TOKEN.other;
  }
  return Math.ceil(tokens);
}
