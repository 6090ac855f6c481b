// Kinds of actions and tokens that an editor must know before it asks for any.

export const TO_KEYS = 'refactor.rewrite.brief.keys';
export const TO_NUMBERS = 'refactor.rewrite.brief.numbers';
export const TO_FRONT_MATTER = 'refactor.rewrite.brief.frontMatter';
export const TO_SECTION = 'refactor.rewrite.brief.section';
export const MARK_VERIFIED = 'refactor.rewrite.brief.verified';
export const WRITE_CALCULATION = 'refactor.rewrite.brief.calculation';
export const EXTRACT = 'refactor.extract.brief.figure';

/** The kinds of all refactorings. */
export const REFACTORINGS: readonly string[] = [
  EXTRACT,
  TO_KEYS,
  TO_NUMBERS,
  TO_FRONT_MATTER,
  TO_SECTION,
  MARK_VERIFIED,
  WRITE_CALCULATION,
];

/** The types of tokens; a `mark` is written in place of a citation: `[own]`, `[?]`. */
export const TOKEN_TYPES = ['citation', 'source', 'figure', 'mark'] as const;
export const TOKEN_MODIFIERS = ['declaration', 'unknown', 'own', 'uncited'] as const;
