import type { Brief } from '../brief';
import { nameAt } from '../queries/occurrences';
import type { Span } from '../text';
import type { CodeAction } from './codeActions';
import { convertCitations, type IdKind, isConvertible } from './sources/convertCitations';

const TO_KEYS = 'refactor.rewrite.brief.keys';
const TO_NUMBERS = 'refactor.rewrite.brief.numbers';

/** The kinds of all refactorings. */
export const REFACTORINGS: readonly string[] = [TO_KEYS, TO_NUMBERS];

/** What can be rewritten at a place without changing what the brief says. Cheap: the edits are computed when called for. */
export function refactorings(brief: Brief, span: Span): CodeAction[] {
  return [
    ...conversion(brief, span, 'keys', { title: 'Convert numbered citations to keys', kind: TO_KEYS }),
    ...conversion(brief, span, 'numbers', { title: 'Convert keyed citations to numbers', kind: TO_NUMBERS }),
  ];
}

/** Offered at a source that it would convert: at one of its citations, or where it is declared. */
function conversion(
  brief: Brief,
  { start }: Span,
  to: IdKind,
  action: Pick<CodeAction, 'title' | 'kind'>,
): CodeAction[] {
  const name = nameAt(brief, start)?.name;
  const source = name?.kind === 'source' ? brief.sources.find(({ id }) => id === name.id) : undefined;
  if (!source || !isConvertible(brief, source, to)) return [];
  return [{ ...action, slow: true, edits: () => convertCitations(brief, to) ?? [] }];
}
