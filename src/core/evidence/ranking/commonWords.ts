import { ofLanguages } from '../../languages';

/** Words that tell nothing about what a text is about. Passages are too few for their frequency to show it. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  ofLanguages(({ commonWords }) => commonWords).flatMap((words) => words.split(' ')),
);

/** Pairs with a character of grammar. */
export const COMMON_PAIR =
  /[的了是在和与及或也就都而但并被把将对于从由为以之其这那此该有不个们么吗呢吧着过很更最]|^[はがをにへとでもの]|[はがをにへとでもの]$/u;
