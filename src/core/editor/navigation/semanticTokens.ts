import { derive, steady } from '../../base/derive';
import { sameSets } from '../../base/same';
import type { Local, Span } from '../../base/text';
import type { ResolvedBlock } from '../../brief/blocks/parsedBlock';
import { modelOf } from '../../brief/model';
import { declaredFiguresOf } from '../../brief/queries/blocks';
import { meaningsWith } from '../../brief/queries/finders';
import { sourcesById } from '../../brief/queries/sources';
import { ownMarksIn } from '../../brief/queries/targets';
import type { Brief, Citation, CitationForm, Figure, Source } from '../../brief/types';
import { movedSpan } from '../../document/moved';
import type { TOKEN_MODIFIERS, TOKEN_TYPES } from './kinds';

export interface SemanticToken {
  readonly span: Span;
  readonly type: (typeof TOKEN_TYPES)[number];
  /** `unknown`: nothing declares it. `own` and `uncited` tell the marks apart. */
  readonly modifier: (typeof TOKEN_MODIFIERS)[number] | null;
}

/** The ids that a brief declares. */
interface Known {
  readonly sources: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
}

/**
 * Returns the tokens for an editor's colours that need the whole brief: citations with and without a source, ids of
 * sources and figures, marks. They are in document order and don't overlap. Whole sentences are never coloured.
 */
export function semanticTokens(brief: Brief): SemanticToken[] {
  const known = knownIn(brief);
  const tokens = [...sourceTokens(brief.sources), ...figureTokens(declaredFiguresOf(brief), known)];
  for (const { meaning, at } of colouredBlocks(brief))
    for (const { span, type, modifier } of tokensIn(meaning, known))
      tokens.push({ span: movedSpan(span, at), type, modifier });
  return withoutOverlaps(tokens);
}

function knownIn(brief: Brief): Known {
  return lastKnown(modelOf(brief).document.lineage, {
    sources: new Set(sourcesById(brief).keys()),
    figures: new Set(declaredFiguresOf(brief).flatMap(({ id }) => id?.value ?? [])),
  });
}

/** Keeps the last ids if they are unchanged: most edits declare nothing. */
const lastKnown = steady<Known>(
  (last, now) => sameSets(last.sources, now.sources) && sameSets(last.figures, now.figures),
);

const colouredBlocks = meaningsWith(
  ({ citations, figureReferences, slips, dependencies: { reading } }) =>
    citations.length + figureReferences.length + slips.length + ownMarksIn(reading).length > 0,
);

/** The tokens of a block. */
const tokensIn = derive(
  (
    { citations, figureReferences, slips, dependencies: { reading } }: ResolvedBlock,
    known: Known,
  ): Local<SemanticToken>[] => [
    ...citations.flatMap((citation) => citationTokens(citation, (id) => unlessKnown(known.sources, id))),
    ...figureReferences.map(
      ({ id, idSpan }): Local<SemanticToken> => ({
        span: idSpan,
        type: 'figure',
        modifier: unlessKnown(known.figures, id),
      }),
    ),
    ...ownMarksIn(reading).map((span): Local<SemanticToken> => ({ span, type: 'mark', modifier: 'own' })),
    ...slips.flatMap(({ kind, span }): Local<SemanticToken>[] =>
      kind === 'gap' ? [{ span, type: 'mark', modifier: 'uncited' }] : [],
    ),
  ],
);

function unlessKnown(ids: ReadonlySet<string>, id: string): SemanticToken['modifier'] {
  return ids.has(id) ? null : 'unknown';
}

function sourceTokens(sources: readonly Source[]): SemanticToken[] {
  return sources
    .flatMap(({ declarations }) => declarations)
    .flatMap(({ uri, declaredIn, idSpan }) =>
      uri === undefined && declaredIn !== 'inline' ? [declaration('source', idSpan)] : [],
    );
}

/** Tables have no id, and cite by citations of the text. */
function figureTokens(figures: readonly Figure[], known: Known): SemanticToken[] {
  return figures.flatMap(({ id, cites }) => [
    ...(id ? [declaration('figure', id.span)] : []),
    ...cites.map(
      ({ value, span }): SemanticToken => ({ span, type: 'citation', modifier: unlessKnown(known.sources, value) }),
    ),
  ]);
}

function declaration(type: SemanticToken['type'], span: Span): SemanticToken {
  return { span, type, modifier: 'declaration' };
}

/** Forms in which everything is citation, brackets and commas too. */
const WHOLE: ReadonlySet<CitationForm> = new Set(['numbered', 'superscript', 'footnote', 'full-width']);

/** Returns one token if the sources are all known or all unknown, else one for each. Prefixes and locators are text. */
function citationTokens(
  { form, span, items }: Local<Citation>,
  modifierOf: (id: string) => SemanticToken['modifier'],
): Local<SemanticToken>[] {
  // The token of the figure covers its meaning.
  if (form === 'key-number') return [];
  const [first] = items;
  const modifier = first ? modifierOf(first.id) : null;
  const isWhole = WHOLE.has(form) && items.every(({ id, locator }) => !locator && modifierOf(id) === modifier);
  if (isWhole) return [{ span, type: 'citation', modifier }];
  return items.map((item) => ({ span: item.span, type: 'citation', modifier: modifierOf(item.id) }));
}

/** Sorts tokens in document order. Among overlapping tokens, the first to start wins, then the shortest. */
function withoutOverlaps(tokens: readonly SemanticToken[]): SemanticToken[] {
  let free = 0;
  return tokens
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .filter(({ span }) => {
      if (span.start < free || span.start === span.end) return false;
      free = span.end;
      return true;
    });
}
