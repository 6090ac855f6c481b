import { derive } from '../../base/derive';
import { NONE } from '../../base/same';
import type { Unplaced } from '../../base/text';
import { textStateOf } from '../../brief/sources/textState';
import type { Passage, Source } from '../../brief/types';
import { languageOfPart, mayBeInAnother } from '../../document/language';
import { copiedTablesIn } from '../frames/copiedTables';
import { readFramed } from '../frames/framedText';
import type { FramedText } from '../frames/types';
import { type PassageNumbers, readPassageNumbers } from '../matching';
import { keysOf } from '../matching/keys';
import { preparePassage } from '../quotations';
import type { PreparedPassage } from '../quotations/words';
import { bridgesOf } from '../ranking/bridges';
import { termsOf } from '../ranking/terms';
import { mayDeny, type SaidSentence, sentencesOf } from '../saying/denials';
import { indexNumbers } from './numberIndex';
import { withoutNumbers } from './readable';
import { LONGEST } from './readClaim';
import type { NumberIndex, PassageFacts, SourceFacts, TableFacts } from './types';

/** @param language of the brief, used if the source names none */
export const sourceFacts = derive((source: Unplaced<Source>, language: string): SourceFacts => {
  const tag = source.language?.value ?? language;
  return new LazySource(
    source,
    tag,
    source.passages.map((passage) => passageFacts(passage, tag)),
  );
});

/**
 * The facts of a source, each read when first asked for. A class, because a bibliography has tens of thousands, most are never
 * asked, and functions take memory.
 */
class LazySource implements SourceFacts {
  readonly id: string;
  readonly source: Unplaced<Source>;
  readonly passages: readonly PassageFacts[];
  readonly hasText: boolean;
  readonly hasWholeText: boolean;
  readonly #tag: string;
  #numbers: NumberIndex | null = null;
  #published: PassageNumbers | null = null;
  #tables: ReadonlyMap<number, TableFacts> | null = null;

  constructor(source: Unplaced<Source>, tag: string, passages: readonly PassageFacts[]) {
    this.id = source.id;
    this.source = source;
    this.#tag = tag;
    this.passages = passages;
    const state = textStateOf(source);
    this.hasText = state !== 'none';
    this.hasWholeText = state === 'whole';
  }

  numbers(): NumberIndex {
    this.#numbers ??= indexNumbers(this.passages);
    return this.#numbers;
  }

  tableOf(passage: number): TableFacts | null {
    // Only rows are read with a head.
    if (this.source.passages[passage]?.context === undefined) return null;
    this.#tables ??= tablesOf(this.source, this.#tag);
    return this.#tables.get(passage) ?? null;
  }

  published(): PassageNumbers | null {
    const { published } = this.source;
    if (published) this.#published ??= readPassageNumbers(published.value, 'en');
    return this.#published;
  }
}

/** Returns the tables of a source by the indexes of their rows' passages; heads have no entry. */
function tablesOf({ passages }: Unplaced<Source>, tag: string): ReadonlyMap<number, TableFacts> {
  return new Map(
    copiedTablesIn(passages, LONGEST).flatMap(({ text, rows }) => {
      const [, ...body] = rows;
      const { context } = passages[body[0]?.passage ?? 0] ?? {};
      const facts = passageFacts({ text, from: 'text', ...(context === undefined ? {} : { context }) }, tag);
      const table = { text, rows, facts };
      return body.map(({ passage }) => [passage, table] as const);
    }),
  );
}

/** @param tag a BCP 47 tag; the passage may be in a language of another script */
export const passageFacts = derive(
  (passage: Unplaced<Passage>, tag: string): PassageFacts => new LazyFacts(passage, languageOfPart(passage.text, tag)),
);

/** The state before anything is read: in words of its own language, and in words that other languages share. */
const NOT_READ = [undefined, undefined] as const;

/** The facts of a passage; a class, as {@link LazySource} is. */
class LazyFacts implements PassageFacts {
  readonly passage: Unplaced<Passage>;
  readonly language: string;
  #numbers: PassageNumbers | null = null;
  #keys: readonly number[] | null = null;
  #words: PreparedPassage | null = null;
  #frames: readonly (FramedText | null | undefined)[] = NOT_READ;
  #mayDeny: boolean | null = null;
  #mayBeInAnother: boolean | null = null;
  #sentences: readonly (readonly SaidSentence[] | undefined)[] = NOT_READ;
  #terms: ReadonlySet<string> | null = null;
  #bridges: ReadonlySet<string> | null = null;

  constructor(passage: Unplaced<Passage>, language: string) {
    this.passage = passage;
    this.language = language;
  }

  numbers(): PassageNumbers {
    this.#numbers ??= this.#read();
    return this.#numbers;
  }

  keys(): readonly number[] {
    if (this.#keys) return this.#keys;
    // Titles and texts are many, and few are asked for more than their keys: only the numbers of quotes are kept.
    const numbers = this.passage.from === 'quote' ? this.numbers() : (this.#numbers ?? this.#read());
    this.#keys = numbers.quantities.length === 0 ? NONE : [...keysOf(numbers)];
    return this.#keys;
  }

  #read(): PassageNumbers {
    const { text, context } = this.passage;
    return readPassageNumbers(text, this.language, context);
  }

  words(): PreparedPassage {
    this.#words ??= preparePassage(this.passage.text);
    return this.#words;
  }

  frames(isForeign: boolean): FramedText | null {
    const index = Number(isForeign);
    const known = this.#frames[index];
    if (known !== undefined) return known;
    const { text } = this.passage;
    const read = readFramed(text, this.language, this.numbers().quantities, { isClaim: false, isForeign });
    this.#frames = this.#frames.with(index, read);
    return read;
  }

  mayBeInAnother(): boolean {
    this.#mayBeInAnother ??= mayBeInAnother(this.passage.text, this.language);
    return this.#mayBeInAnother;
  }

  mayDeny(): boolean {
    this.#mayDeny ??= mayDeny(this.passage.text, this.language);
    return this.#mayDeny;
  }

  sentences(isForeign: boolean): readonly SaidSentence[] {
    const index = Number(isForeign);
    const known = this.#sentences[index];
    if (known !== undefined) return known;
    const read = sentencesOf(this.passage.text, this.language, isForeign);
    this.#sentences = this.#sentences.with(index, read);
    return read;
  }

  terms(): ReadonlySet<string> {
    this.#terms ??= termKeys(withoutNumbers(this.passage.text, this.numbers().quantities), this.language);
    return this.#terms;
  }

  bridges(): ReadonlySet<string> {
    this.#bridges ??= bridgeKeys(this.passage.text, this.language);
    return this.#bridges;
  }
}

/** Returns the keys of the names and terms of a text, without words of grammar. */
export function termKeys(text: string, language: string): ReadonlySet<string> {
  const terms = termsOf(text, language, () => []);
  return new Set(terms.flatMap(({ kind, key }) => (kind === 'common' ? [] : [key])));
}

/** Returns the keys that a text may share with texts in other languages. Sounds too short to mean one name are left out. */
export function bridgeKeys(text: string, language: string): ReadonlySet<string> {
  return new Set(bridgesOf(text, language).flatMap(({ kind, key }) => (kind === 'shortSound' ? [] : [key])));
}
