/** Words by which a language tells what its amounts are of. */
import { once } from '../../base/once';
import { ofLanguages } from '../../languages';
import { CLAUSE_ENDS, JOINS } from '../../languages/han';
import type { FrameWords } from '../../languages/language';
import { marksOrWords, type Pattern, wordPattern } from '../../languages/wordLists';

export interface Lexicon {
  readonly isCjk: boolean;
  /** Marks and words that separate pieces. A comma or full stop inside a number separates nothing. */
  readonly parts: Pattern;
  readonly empty: Pattern;
  readonly is: Pattern;
  readonly those: Pattern;
  readonly another: Pattern;
  readonly respectively: Pattern;
  readonly leads: Pattern;
  readonly compares: Pattern;
  readonly measures: Pattern;
  readonly bare: Pattern;
  /** Null if the language has no list. */
  readonly expects: Pattern | null;
  /** Has one group for each of {@link periodWords}. */
  readonly periods: Pattern;
  readonly periodWords: readonly string[];
}

/** Returns the words of a language; null if it has no list. @param language without script and region */
export function lexiconOf(language: string): Lexicon | null {
  return LEXICONS.get(language)?.() ?? null;
}

/** Lexicons by language; each is made once a text needs it. */
const LEXICONS: ReadonlyMap<string, () => Lexicon> = new Map(
  ofLanguages(({ tag, isCjk = false, frames }) => frames && ([tag, once(() => lexiconWith(frames, isCjk))] as const)),
);

function lexiconWith(frames: FrameWords, isCjk: boolean): Lexicon {
  const words = (...lists: readonly (string | undefined)[]) => {
    const list = lists.filter((one) => one !== undefined).join('|');
    return list === '' ? NEVER : wordPattern(list, isCjk);
  };
  return {
    isCjk,
    parts: isCjk ? PARTS_CJK : marksOrWords(MARKS, frames.parts ?? '(?!)'),
    empty: words(frames.empty, frames.parts),
    is: words(frames.is),
    those: words(frames.those),
    another: words(frames.another),
    respectively: words(frames.respectively),
    leads: words(frames.leads),
    compares: words(frames.compares),
    measures: words(frames.measures),
    bare: words(frames.bare),
    expects: frames.expects === undefined ? null : words(frames.expects),
    periods: words(...Object.values(frames.periods ?? {}).map((list) => `(${list})`)),
    periodWords: Object.keys(frames.periods ?? {}),
  };
}

const NEVER = /(?!)/gu;
const MARKS = String.raw`[;:!?—–|\n()]|[,.](?=["”’)]?(?:\s|$))`;
const PARTS_CJK = new RegExp(`${CLAUSE_ENDS}|${JOINS}`, 'g');
