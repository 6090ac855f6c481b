import { ofLanguages, wordsOfLanguages } from '../../languages';
import type { Abbreviations } from '../../languages/language';

/**
 * Where a full stop ends no sentence, although a capital or a digit may follow. ICU, which `Intl.Segmenter` asks,
 * knows none of these.
 */

const either = (list: keyof Abbreviations) => wordsOfLanguages(({ abbreviations }) => abbreviations?.[list]).join('|');
const STARTERS = either('sentenceStarts');

/** The full stop of any of them, where it ends no sentence. */
export const ABBREVIATION = new RegExp(
  [
    `(?<![\\p{L}\\p{N}])(?:${either('beforeWord')})\\.(?=\\s*[\\p{L}\\p{N}(\\[$€£¥~])`,
    `(?<![\\p{L}\\p{N}])(?:${either('beforeNumber')})\\.(?=\\s*[\\p{N}§$€£¥~])`,
    // `U.S.占12%`
    '(?<![\\p{Script=Latin}\\p{N}])(?:\\p{Lu}\\.){1,4}\\p{Lu}\\.(?=\\p{Script=Han})',
    `(?<![\\p{L}\\p{N}])(?:${either('beforeEither')}|(?:\\p{L}\\.){1,4}\\p{Lu}|\\p{Lu})\\.(?=\\s+(?!(?:${STARTERS})(?!\\p{L}))\\p{Lu})`,
  ].join('|'),
  'gu',
);

/** The full stop of an ordinal, in languages that write one so: `am 3. Mai`, `das 19. Jahrhundert`, `3. 5. 2023`. */
export const ORDINAL = new RegExp(
  `(?<![\\p{L}\\p{N}.,])\\p{N}{1,2}\\.(?=\\s+(?!(?:${STARTERS})(?!\\p{L}))(?:\\p{L}|\\p{N}{1,2}\\.|\\p{N}{4}))`,
  'gu',
);
export const ORDINAL_LANGUAGES: ReadonlySet<string> = new Set(
  ofLanguages(({ tag, ordinalsEndInStop }) => (ordinalsEndInStop ? tag : undefined)),
);
