/** The words that tell languages of Latin script from each other: the most frequent ones that are no words of English besides. */
import { once } from '../base/once';

/** English is the first. */
const WORDS: readonly (readonly [language: string, words: string])[] = [
  ['en', 'the of and to in is for that with are as by on this from be it was has at or an not have its their which'],
  [
    'de',
    'der und das den von zu mit sich des auf für ist im dem nicht ein eine einer eines einem einen als auch werden wird bei aus durch nach dass oder zur zum über sind wurde',
  ],
  [
    'fr',
    'le la les des et du une est dans que qui pour pas sur plus au avec ce cette ces sont par ou aux ont été leur',
  ],
  ['es', 'el la los las del que por un una con para es se al su como más lo pero sus este esta entre también son fue'],
  [
    'pt',
    'os da das dos que em um uma para com não é por mais na nas nos ao se como mas foi ou ser pela pelo são também sua seu',
  ],
  [
    'it',
    'il di che la per un una del della dei delle degli gli nel nella con sono si è anche le dal al alla più come questo questa ha tra',
  ],
  ['nl', 'het van een dat voor zijn met niet aan er ook naar bij deze wordt worden maar uit nog zoals te'],
  ['pl', 'nie na się jest że od przez jako oraz dla po jak są ale lub który które tego'],
  ['sv', 'och att det som en på är av för med den till inte har ett om ska kan från också'],
];

export const LANGUAGES_OF_WORDS: readonly string[] = WORDS.map(([language]) => language);

const byWord = once(() => {
  const found = new Map<string, number[]>();
  for (const [index, [, words]] of WORDS.entries())
    for (const word of words.split(' ')) {
      const known = found.get(word);
      if (known) known.push(index);
      else found.set(word, [index]);
    }
  return found;
});

/** In UTF-16 units. */
export const LONGEST_WORD = Math.max(...WORDS.flatMap(([, words]) => words.split(' ')).map(({ length }) => length));

/** The languages in which a word is frequent, by their indexes in `LANGUAGES_OF_WORDS`. */
export function languagesOfWord(word: string): readonly number[] {
  return byWord().get(word) ?? byWord().get(word.toLowerCase()) ?? NONE;
}

const NONE: readonly number[] = [];
