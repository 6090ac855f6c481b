/** The passages of a brief's sources, indexed, and kept from one version of the brief to the next. */
import type { Brief, Passage, Source, SourceText } from '../brief';
import { type IndexedPassages, indexPassages, type PassageIndex } from './ranking';

/** What an earlier version of the brief has. What is unchanged is taken over as the same objects. */
export interface KeptIndexes {
  readonly cards: IndexedCards;
  readonly texts: readonly IndexedText[];
}

/** All that the brief itself says of its sources. */
interface IndexedCards extends IndexedPassages {
  readonly cards: readonly Card[];
}

/** The local copy of one source. */
interface IndexedText extends IndexedPassages {
  readonly source: string;
  /** The index of its first passage among those of the source. */
  readonly first: number;
}

/** A passage that stands in the brief; or the title of a source with who published it when. */
interface Card {
  readonly source: string;
  readonly passage: number | null;
  readonly text: string;
  readonly language: string;
}

/** Titles, publishers and quotations of all sources. They are few and short, so that a change indexes them all again. */
export function indexedCards(brief: Brief, earlier?: KeptIndexes): IndexedCards {
  const cards = brief.sources.flatMap((source) => cardsOf(source, brief.language));
  if (earlier && sameCards(earlier.cards.cards, cards)) return earlier.cards;
  return {
    cards,
    index: indexPassages(cards),
    sourceOf: (doc) => cards[doc]?.source ?? '',
    passageOf: (doc) => cards[doc]?.passage ?? null,
  };
}

/** Who published a source when is as good as said in its title. */
function cardsOf({ id, title, publisher, published, language, passages }: Source, fallback: string): Card[] {
  const tag = language?.value ?? fallback;
  const card = (passage: number | null, text: string) => ({ source: id, passage, text, language: tag });
  const about = [title?.value, publisher?.value, published?.value].filter((part) => part !== undefined).join('\n');
  const own = passages.slice(0, startOfCopy(passages));
  const quotes = own.flatMap(({ text, from }, i) => (from === 'quote' ? [card(i, text)] : []));
  return about === '' ? quotes : [card(own[0]?.from === 'title' ? 0 : null, about), ...quotes];
}

/** The passages of a local copy come last. */
function startOfCopy(passages: readonly Passage[]): number {
  const first = passages.findIndex(({ from }) => from === 'text');
  return first < 0 ? passages.length : first;
}

function sameCards(before: readonly Card[], now: readonly Card[]): boolean {
  return (
    before.length === now.length &&
    before.every((card, i) => {
      const other = now[i];
      return (
        card.text === other?.text &&
        card.source === other.source &&
        card.passage === other.passage &&
        card.language === other.language
      );
    })
  );
}

/** The local copies, each as far as its source's passages hold it. */
export function indexedTexts(brief: Brief, earlier?: KeptIndexes): readonly IndexedText[] {
  const byPath = new Map(brief.texts.map((text) => [text.path, text]));
  const texts = brief.sources.flatMap((source): IndexedText[] => {
    const text = byPath.get(source.textPath?.value ?? '');
    const first = startOfCopy(source.passages);
    if (!text || first === source.passages.length) return [];
    const index = indexOf(text, source.language?.value ?? brief.language);
    return [{ index, source: source.id, first, sourceOf: () => source.id, passageOf: (doc) => first + doc }];
  });
  const isSame = texts.every((text, i) => {
    const other = earlier?.texts[i];
    return text.index === other?.index && text.source === other.source && text.first === other.first;
  });
  return earlier && isSame && earlier.texts.length === texts.length ? earlier.texts : texts;
}

/** A local copy stays the same object as long as its file does not change. */
const indexes = new WeakMap<SourceText, { readonly language: string; readonly index: PassageIndex }>();

function indexOf(text: SourceText, language: string): PassageIndex {
  const known = indexes.get(text);
  if (known?.language === language) return known.index;
  // What stands over a table says what its rows are about.
  const passages = text.passages.map((passage) => ({
    text: passage.context === undefined ? passage.text : `${passage.context}\n${passage.text}`,
    language,
  }));
  const index = indexPassages(passages);
  indexes.set(text, { language, index });
  return index;
}
