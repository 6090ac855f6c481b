/**
 * Texts for the users of the engine: messages, titles, explanations. English text is the key of its translations. Words of a
 * page are elsewhere, because they are in the language of its brief.
 */

/** Translations of texts by their English ones, as the bundles of `@vscode/l10n` have them. */
export type Words = Readonly<Record<string, string>>;

// All bundles of the product that run side by side speak one language, and each has a copy of this file.
declare global {
  var wordsOfBrief: Words | null | undefined;
}

/** Sets the words of another language for everything that is said from now on; null for English. */
export function speak(words: Words | null): void {
  globalThis.wordsOfBrief = words;
}

/** Returns the current words; null for English. */
export function spoken(): Words | null {
  return globalThis.wordsOfBrief ?? null;
}

/** Runs a function with other words than the current ones; null for English. */
export function saying<T>(words: Words | null, says: () => T): T {
  const before = spoken();
  speak(words);
  try {
    return says();
  } finally {
    speak(before);
  }
}

/** Returns in English what a function says. */
export function inEnglish(says: () => string): string {
  return saying(null, says);
}

/** True if people who want this language (BCP 47, as LSP's `locale`) read Simplified Chinese. */
export function isSimplifiedChinese(language: unknown): boolean {
  return typeof language === 'string' && /^zh(?:$|[-_](?!hant|tw|hk|mo))/i.test(language);
}

/** The first message to a process of ours that speaks another language than English. */
export interface Speaking {
  readonly words: Words;
}

/**
 * Returns a text in the current language.
 *
 * @param text an English literal: a whole sentence or title, in which `{0}` to `{9}` stand for values
 * @param values inserted as they are; placeholders in them are not replaced
 */
export function say(text: string, ...values: readonly (string | number)[]): string {
  const said = globalThis.wordsOfBrief?.[text] ?? text;
  if (values.length === 0) return said;
  const parts = partsOf(said);
  let all = parts[0] ?? '';
  for (let i = 1; i < parts.length; i += 2) all += `${values[Number(parts[i])] ?? `{${parts[i]}}`}${parts[i + 1]}`;
  return all;
}

/** Texts cut at their placeholders: most are needed again and again, at each key. */
const knownParts = new Map<string, readonly string[]>();

/** Cuts a text at its placeholders: the text before, the digit, the text behind, the next digit and so on. */
function partsOf(said: string): readonly string[] {
  const known = knownParts.get(said);
  if (known) return known;
  const parts = said.split(/\{(\d)\}/);
  knownParts.set(said, parts);
  return parts;
}
