import { contains, extentOf, type Problem, type Span, type TextEdit, touches } from '../../core/checking';

/**
 * Moves a span through edits of its text. A start in text that was cut goes to the start of the new text, an end to its end.
 */
export function moveThrough(span: Span, edits: readonly TextEdit[]): Span {
  const move = (offset: number, side: 'start' | 'end') => {
    let by = 0;
    for (const { span: cut, newText } of edits) {
      if (cut.end <= offset) by += newText.length - (cut.end - cut.start);
      else if (cut.start < offset) by += cut.start + (side === 'end' ? newText.length : 0) - offset;
    }
    return offset + by;
  };
  return { start: move(span.start, 'start'), end: move(span.end, 'end') };
}

/** Returns the spans of the new text, in the text after the edits. All edits speak of one text. */
export function placesOf(edits: readonly TextEdit[]): Span[] {
  let growth = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, newText }) => {
      const start = span.start + growth;
      growth += newText.length - (span.end - span.start);
      return { start, end: start + newText.length };
    });
}

/** Rule of a problem that was shown, and the span of its text now. */
export interface Shown {
  readonly rule: string;
  readonly span: Span;
}

/** @param edits since the problems were shown: groups, each for the text after the group before it */
export function shownSince(problems: readonly Problem[], edits: readonly (readonly TextEdit[])[]): Shown[] {
  return problems.map((problem) => ({ rule: problem.rule, span: edits.reduce(moveThrough, extentOf(problem)) }));
}

/**
 * Returns the problems to show while somebody types at `places`. All problems elsewhere are shown. Of the problems that touch
 * the last edit, only as many of each rule are shown as before. So nobody is scolded in mid-word, and problems that were
 * already shown don't flicker.
 *
 * @param shown asked only where a problem touches the edit
 */
export function withoutNewAt(
  places: readonly Span[],
  problems: readonly Problem[],
  shown: () => readonly Shown[],
): readonly Problem[] {
  if (places.length === 0) return problems;
  const touched = (span: Span) =>
    places.some((place) => touches(span, place.start) || touches(span, place.end) || contains(place, span));
  if (!problems.some((problem) => touched(extentOf(problem)))) return problems;
  const known = new Map<string, number>();
  for (const { rule, span } of shown()) if (touched(span)) known.set(rule, (known.get(rule) ?? 0) + 1);
  return problems.filter((problem) => {
    if (!touched(extentOf(problem))) return true;
    const { rule } = problem;
    const left = known.get(rule) ?? 0;
    known.set(rule, left - 1);
    return left > 0;
  });
}
