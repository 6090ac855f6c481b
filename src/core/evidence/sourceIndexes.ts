/** Indexes the passages of a brief's sources, and keeps the indexes from one version of the brief to the next. */

import { derive, steady } from '../base/derive';
import { once } from '../base/once';
import { canonical, flat } from '../base/runs';
import type { Local, Unplaced } from '../base/text';
import { sourceOrigins } from '../brief/queries/sources';
import { copyFinder } from '../brief/sources/localCopies';
import { numberedPassages } from '../brief/sources/numberedPassages';
import type { Brief, Passage, Source, SourceText } from '../brief/types';
import { passageFacts } from './lookup/passageFacts';
import { type IndexedPassages, type IndexedText, indexPassages, joinIndexes, type PassageIndex } from './ranking';

/** All that the brief itself says of its sources. */
interface IndexedCards extends IndexedPassages {
  readonly cards: readonly Card[];
}

/** All local copies. */
interface IndexedCopies extends IndexedPassages {
  readonly copies: readonly Copy[];
}

/** The local copy of one source. */
interface Copy {
  readonly source: string;
  /** The index of its first passage among those of the source. */
  readonly first: number;
  readonly index: PassageIndex;
  /**
   * Plain numbers that cite passages of this copy; null if none do. Each such passage is a source of its own, in which the
   * title comes first.
   */
  readonly numbers: ReadonlySet<string> | null;
  readonly isTitled: boolean;
}

/** A passage that stands in the brief; or the title of a source with who published it when. */
interface Card extends IndexedText {
  readonly source: string;
  readonly passage: number | null;
  readonly language: string;
}

/**
 * Titles, publishers and quotations of all sources. Only a changed source is indexed again. The sources of a bibliography, which
 * may be tens of thousands, are indexed many together.
 */
export function indexedCards(brief: Brief, lineage: object): IndexedCards {
  return cardsIn(sourceOrigins(brief), brief.language, lineage);
}

const cardsIn = derive((sources: readonly Local<Source>[], language: string, lineage: object): IndexedCards => {
  const numbered = numberedPassages(sources);
  // Its passages are cited, and not all of it.
  const isCitedWhole = ({ id }: Local<Source>) => id !== numbered?.source || numbered.count === null;
  const known = runsOf(numbered ? sources.filter(isCitedWhole) : sources).map((run) =>
    knownCards(sameRun(run), language),
  );
  const cards = flat(known.map((each) => each.cards));
  const index = once(() => joinIndexes(known.map((each) => each.index())));
  return sameIndexed(lineage, {
    cards,
    get index() {
      return index();
    },
    sourceOf: (doc) => cards[doc]?.source ?? '',
    passageOf: (doc) => cards[doc]?.passage ?? null,
  });
});

const sameIndexed = steady<IndexedCards>((last, now) => sameCards(last.cards, now.cards));
const sameRun = canonical<Local<Source>>();

/**
 * Indexes the bibliographies of a brief before somebody first looks for sources similar to a text. Each step takes some
 * milliseconds. Parts that are indexed already are skipped.
 */
export function* cardsAhead(brief: Brief): Generator<void> {
  const origins = sourceOrigins(brief);
  // Asked after each edit.
  const ahead = aheadOf(origins, brief.language);
  if (ahead.isWhole) return;
  for (const sources of runsOf(origins)) {
    if (sources.length < LEAST_AHEAD) continue;
    const { index, isIndexed } = knownCards(sameRun(sources), brief.language);
    if (isIndexed()) continue;
    index();
    yield;
  }
  ahead.isWhole = true;
}

/** Tells whether a list of sources is indexed ahead as a whole. The list stays the same object until a source changes. */
const aheadOf = derive((_sources: readonly Local<Source>[], _language: string) => ({ isWhole: false }));

/** Fewest sources that are worth indexing ahead. */
const LEAST_AHEAD = 100;

/** Sources of a bibliography that are indexed together. */
const MOST_TOGETHER = 500;

/** The sources in order, in runs with an index each. A source in the brief has its own run, because it is edited there. */
function runsOf(origins: readonly Local<Source>[]): readonly (readonly Local<Source>[])[] {
  const runs: Local<Source>[][] = [];
  let open: Local<Source>[] | null = null;
  for (const origin of origins) {
    const isElsewhere = origin.declarations.every(({ declaredIn }) => declaredIn === 'bibliography');
    if (isElsewhere && open && open.length < MOST_TOGETHER) open.push(origin);
    else {
      const run = [origin];
      runs.push(run);
      open = isElsewhere ? run : null;
    }
  }
  return runs;
}

/** The cards of sources as they are by themselves. */
interface KnownCards {
  readonly cards: readonly Card[];
  readonly index: () => PassageIndex;
  readonly isIndexed: () => boolean;
}

const knownCards = derive((sources: readonly Local<Source>[], fallback: string): KnownCards => {
  const cards = sources.flatMap((source) => cardsOf(source, fallback));
  let made: PassageIndex | null = null;
  return {
    cards,
    index: () => {
      made ??= indexPassages(cards);
      return made;
    },
    isIndexed: () => made !== null,
  };
});

/**
 * Makes the cards of a source: one for its title, and one for each quotation. Publisher and date count as words of the title.
 */
function cardsOf({ id, title, publisher, published, language, passages }: Local<Source>, fallback: string): Card[] {
  const tag = language?.value ?? fallback;
  const card = (passage: number | null, text: string) => ({ source: id, passage, text, language: tag });
  const about = [title?.value, publisher?.value, published?.value].filter((part) => part !== undefined).join('\n');
  const own = passages.slice(0, startOfCopy(passages));
  // What claims say is looked up in quotes, too.
  const quotes = own.flatMap((passage, i): Card[] =>
    passage.from === 'quote' ? [{ ...card(i, passage.text), facts: () => passageFacts(passage, tag) }] : [],
  );
  return about === '' ? quotes : [card(own[0]?.from === 'title' ? 0 : null, about), ...quotes];
}

/** The passages of a local copy come last. */
function startOfCopy(passages: readonly Unplaced<Passage>[]): number {
  const first = passages.findIndex(({ from }) => from === 'text');
  return first < 0 ? passages.length : first;
}

function sameCards(cards: readonly Card[], others: readonly Card[]): boolean {
  return (
    cards.length === others.length &&
    cards.every((card, i) => {
      const other = others[i];
      if (card === other) return true;
      return (
        card.text === other?.text &&
        card.source === other.source &&
        card.passage === other.passage &&
        card.language === other.language
      );
    })
  );
}

/** The local copies, as far as the passages of their sources hold them. Only one whose file changed is indexed again. */
export function indexedCopies(brief: Brief, lineage: object): IndexedCopies {
  return copiesIn(sourceOrigins(brief), brief.texts, brief.language, lineage);
}

const copiesIn = derive(
  (
    sources: readonly Local<Source>[],
    texts: readonly SourceText[],
    language: string,
    lineage: object,
  ): IndexedCopies => {
    const copyOf = copyFinder(texts);
    const numbered = numberedPassages(sources);
    const copies = sources.flatMap((source): Copy[] => {
      const text = copyOf(source.declarations);
      const first = startOfCopy(source.passages);
      if (!text || first === source.passages.length) return [];
      return [
        {
          source: source.id,
          first,
          index: indexOf(text, source.language?.value ?? language),
          numbers: source.id === numbered?.source ? numbered.numbers : null,
          isTitled: source.passages[0]?.from === 'title',
        },
      ];
    });
    const places = copies.flatMap(({ source, first, index, numbers, isTitled }) =>
      index.lengths.map((_, i) =>
        numbers?.has(String(i + 1)) ? { source: String(i + 1), at: Number(isTitled) } : { source, at: first + i },
      ),
    );
    return sameIndexedCopies(lineage, {
      copies,
      index: joinIndexes(copies.map(({ index }) => index)),
      sourceOf: (doc) => places[doc]?.source ?? '',
      passageOf: (doc) => places[doc]?.at ?? null,
    });
  },
);

const sameIndexedCopies = steady<IndexedCopies>((last, now) => sameCopies(last.copies, now.copies));

function sameCopies(copies: readonly Copy[], others: readonly Copy[]): boolean {
  return (
    copies.length === others.length &&
    copies.every(({ source, first, index, numbers, isTitled }, i) => {
      const other = others[i];
      return (
        index === other?.index &&
        source === other.source &&
        first === other.first &&
        numbers === other.numbers &&
        isTitled === other.isTitled
      );
    })
  );
}

/** A local copy stays the same object as long as its file does not change. */
const indexOf = derive((text: SourceText, language: string): PassageIndex => {
  // What stands over a table says what its rows are about.
  const passages = text.passages.map((passage) => ({
    text: passage.context === undefined ? passage.text : `${passage.context}\n${passage.text}`,
    language,
  }));
  return indexPassages(passages);
});
