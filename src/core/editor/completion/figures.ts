/** Figures after `{{` and `@fig:`. */

import { say } from '../../base/say';
import type { Span } from '../../base/text';
import type { Brief, Figure } from '../../brief/types';
import { chartName } from '../../evidence/cards/names';
import { type Completion, type Completions, spansOf } from './completion';
import { oneLine } from './sourceItems';

const OPEN = /\{\{[ \t]*([^\s{}]{0,200})$/;

/** The key numbers whose value `{{` can put at a place; null where no `{{` is open. */
export function valuesAt(brief: Brief, leaf: Span, offset: number): Completions | null {
  const before = brief.content.slice(Math.max(leaf.start, offset - 210), offset);
  const typed = OPEN.exec(before)?.[1];
  if (typed === undefined) return null;
  const [, word = '', gap = '', braces = ''] =
    /^([^\s{}]*)([ \t]*)(\}{0,2})/.exec(brief.content.slice(offset, offset + 210)) ?? [];
  const start = offset - typed.length;
  const wordEnd = offset + word.length;
  const end = braces === '' ? wordEnd : wordEnd + gap.length + braces.length;
  // Braces right behind the place are taken in, so that the cursor comes to be behind them.
  const isClosed = word !== '' && braces === '}}';
  const spans = isClosed
    ? spansOf({ start, end: wordEnd }, offset)
    : { insert: { start, end: word === '' ? end : offset }, replace: { start, end } };
  const items = named(brief).flatMap(({ figure, id }): Completion[] =>
    figure.content?.kind === 'value'
      ? [{ ...describe(figure, id), label: id, newText: isClosed ? id : `${id}}}`, ...spans }]
      : [],
  );
  return { items, incomplete: false };
}

/**
 * References to all figures, those that are more than a number first.
 *
 * @param closing the bracket to put behind
 */
export function mentionedFigures(
  brief: Brief,
  spans: Pick<Completion, 'insert' | 'replace'>,
  closing = '',
): Completion[] {
  const all = named(brief);
  const isNumber = ({ figure }: Named) => figure.content?.kind === 'value';
  return [...all.filter((one) => !isNumber(one)), ...all.filter(isNumber)].map(({ figure, id }) => ({
    ...describe(figure, id),
    label: `@fig:${id}`,
    newText: `@fig:${id}${closing}`,
    ...spans,
  }));
}

interface Named {
  readonly figure: Figure;
  readonly id: string;
}

function named({ figures }: Brief): Named[] {
  const seen = new Set<string>();
  return figures.flatMap((figure): Named[] => {
    const id = figure.id?.value;
    if (id === undefined || seen.has(id)) return [];
    seen.add(id);
    return [{ figure, id }];
  });
}

function describe(
  { title, caption, content }: Figure,
  id: string,
): Pick<Completion, 'kind' | 'detail' | 'description'> {
  const value =
    content?.kind === 'value' ? oneLine([content.value.value, content.unit?.value ?? ''].join(' '), 40) : '';
  const name = oneLine((title ?? caption)?.value ?? '', 160);
  return {
    kind: 'figure',
    detail: [value, name].filter((part) => part !== '').join(' · ') || id,
    description: nameOf(content),
  };
}

function nameOf(content: Figure['content']): string {
  if (content?.kind === 'data') return chartName(content.chart);
  switch (content?.kind) {
    case 'value':
      return say('key number');
    case 'vega-lite':
      return say('chart');
    case 'image':
      return say('image');
    case 'table':
      return say('table');
    default:
      return '';
  }
}
