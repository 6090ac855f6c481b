/** Finds the speaker that a text names for its quoted words: "…," said Ada Lind. */
import { once } from '../../base/once';
import type { TextSpan } from '../../base/text';
import { ofLanguages } from '../../languages';
import { foldMarks } from '../ranking/terms';

/**
 * Returns the span of the name beside quoted words, with a verb of saying between. Null if there is none.
 *
 * @param quoted the words, without their marks
 * @param language without script and region; null is returned for a language without such verbs
 */
export function speakerBeside(text: string, { start, end }: TextSpan, language: string): TextSpan | null {
  const patterns = PATTERNS.get(language)?.();
  if (!patterns) return null;
  const ahead = text.slice(end, end + REACH);
  for (const pattern of patterns.following) {
    const found = pattern.exec(ahead)?.indices?.groups?.['name'];
    if (found) return { start: end + found[0], end: end + found[1] };
  }
  const from = Math.max(0, start - REACH);
  const behind = text.slice(from, start);
  for (const pattern of patterns.leading) {
    const found = pattern.exec(behind)?.indices?.groups?.['name'];
    if (found) return { start: from + found[0], end: from + found[1] };
  }
  return null;
}

/** Returns the part of a name that tells people apart, in lower case: the last word, or in Chinese the last two characters. */
export function surnameOf(name: string): string {
  const last = foldMarks(name.split(' ').at(-1) ?? '').toLowerCase();
  return /\p{Script=Han}/u.test(last) ? last.slice(-2) : last;
}

/** Length of the text on each side of quoted words that is searched for a speaker, in UTF-16 units. */
const REACH = 80;

interface Patterns {
  readonly leading: readonly RegExp[];
  readonly following: readonly RegExp[];
}

const MARKS = '["“”„«»‘’\']';
/** Not "He", and not "Directly". */
const NO_NAME = '(?!(?:He|She|They|It|We|You|Er|Sie|Es|Il|Elle|Ils|Elles|On|Él|Ella|Ellos|Ellas)\\b|\\p{L}+ly\\b)';
const NAME = `(?<name>${NO_NAME}\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+){0,3})`;
const HAN_NAME = '(?<name>[\\p{Script=Han}·]{2,8}?)';

/** Patterns by language tag, each made when first needed. */
const PATTERNS: ReadonlyMap<string, () => Patterns> = new Map(
  ofLanguages(({ tag, isCjk = false, saying }) =>
    saying === undefined ? undefined : ([tag, once(() => (isCjk ? inHan(saying) : inWords(saying)))] as const),
  ),
);

function inWords(saying: string): Patterns {
  const verb = `(?:${saying})`;
  const aside = '(?:, [^,"“”]{1,50},)?';
  return {
    following: [
      new RegExp(`^,?${MARKS}?,? ${verb} (?:\\p{Ll}+ ){0,2}${NAME}`, 'du'),
      new RegExp(`^,?${MARKS}?,? ${NAME}${aside} ${verb}(?!\\p{L})`, 'du'),
    ],
    leading: [new RegExp(`${NAME}${aside} ${verb}(?: \\p{Ll}+){0,4}[,:]? ?${MARKS}?$`, 'du')],
  };
}

function inHan(saying: string): Patterns {
  const verb = `(?:${saying})`;
  return {
    following: [new RegExp(`^[，。]?”?[，。]?${HAN_NAME}(?:也|还|则|随后)?${verb}`, 'du')],
    leading: [
      new RegExp(`(?:^|[，。；！？\\s])${HAN_NAME}(?:也|还|则|随后|周.|昨日|今日|\\d+日)?${verb}[，：:]?“?$`, 'du'),
    ],
  };
}
