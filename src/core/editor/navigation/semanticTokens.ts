import type { Span } from '../../base/text';
import { ownMarksOf } from '../../brief/queries/targets';
import type { Brief, Citation, CitationForm } from '../../brief/types';
import type { TOKEN_MODIFIERS, TOKEN_TYPES } from './kinds';

export interface SemanticToken {
  readonly span: Span;
  readonly type: (typeof TOKEN_TYPES)[number];
  /** `unknown`: nothing declares it. `own` and `uncited` tell the marks apart. */
  readonly modifier: (typeof TOKEN_MODIFIERS)[number] | null;
}

/**
 * What only the whole brief tells about its parts, for the colours of an editor: citations with and without a source,
 * ids of sources and figures, marks. In document order, none over another. Whole sentences are never coloured.
 */
export function semanticTokens(brief: Brief): SemanticToken[] {
  const { citations, figures, figureReferences, slips, sources } = brief;
  const sourceIds = new Set(sources.map(({ id }) => id));
  const figureIds = new Set(figures.flatMap(({ id }) => id?.value ?? []));
  const known = (ids: ReadonlySet<string>, id: string) => (ids.has(id) ? null : 'unknown');
  const tokens: SemanticToken[] = [
    ...citations.flatMap((citation) => citationTokens(citation, (id) => known(sourceIds, id))),
    ...sources
      .flatMap(({ declarations }) => declarations)
      .flatMap(({ uri, declaredIn, idSpan }) =>
        uri === undefined && declaredIn !== 'inline' ? [declaration('source', idSpan)] : [],
      ),
    ...figures.flatMap(({ id, declaredIn, cites }) => [
      ...(id ? [declaration('figure', id.span)] : []),
      // Those of a table are citations of the text.
      ...(declaredIn === 'table'
        ? []
        : cites.map(
            ({ value, span }): SemanticToken => ({ span, type: 'citation', modifier: known(sourceIds, value) }),
          )),
    ]),
    ...figureReferences.map(
      ({ id, idSpan }): SemanticToken => ({
        span: idSpan,
        type: 'figure',
        modifier: known(figureIds, id),
      }),
    ),
    ...ownMarksOf(brief).map((span): SemanticToken => ({ span, type: 'mark', modifier: 'own' })),
    ...slips.flatMap(({ kind, span }): SemanticToken[] =>
      kind === 'gap' ? [{ span, type: 'mark', modifier: 'uncited' }] : [],
    ),
  ];
  return withoutOverlaps(tokens);
}

function declaration(type: SemanticToken['type'], span: Span): SemanticToken {
  return { span, type, modifier: 'declaration' };
}

/** Forms in which everything is citation, brackets and commas too. */
const WHOLE: ReadonlySet<CitationForm> = new Set(['numbered', 'superscript', 'footnote', 'full-width']);

/** One token where all of its sources are known, or none; else one for each. Prefixes and locators are text. */
function citationTokens(
  { form, span, items }: Citation,
  modifierOf: (id: string) => SemanticToken['modifier'],
): SemanticToken[] {
  // The token of the figure covers its meaning.
  if (form === 'key-number') return [];
  const [first] = items;
  const modifier = first ? modifierOf(first.id) : null;
  const isWhole = WHOLE.has(form) && items.every(({ id, locator }) => !locator && modifierOf(id) === modifier);
  if (isWhole) return [{ span, type: 'citation', modifier }];
  return items.map((item) => ({ span: item.span, type: 'citation', modifier: modifierOf(item.id) }));
}

/** In document order. Among overlapping tokens, the first to start wins, then the shortest. */
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
