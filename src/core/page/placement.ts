/** Places and numbers of the figures on the page. */
import type { Brief, Figure } from '../brief/types';

export interface Placement {
  /** Key numbers of the front matter: tiles at the top. */
  readonly tiles: readonly Figure[];
  /** Figures of the front matter, by the index of the block that mentions them first. */
  readonly afterBlock: ReadonlyMap<number, readonly Figure[]>;
  /** Figures that nothing mentions: at the end of the body. */
  readonly rest: readonly Figure[];
  /** Figures that a fenced block places, by the offset at which it starts. */
  readonly atOffset: ReadonlyMap<number, Figure>;
  /** Numbers of figures in the order of the page, from 1. Key numbers and Markdown tables have no number. */
  readonly numbers: ReadonlyMap<Figure, number>;
}

const isKeyNumber = (figure: Figure): boolean => figure.content?.kind === 'value';

export function placeFigures(brief: Brief): Placement {
  const declared = brief.figures.filter((figure) => figure.declaredIn === 'front-matter');
  const waiting = new Map<string, Figure>();
  for (const figure of declared) {
    if (figure.id && !isKeyNumber(figure) && !waiting.has(figure.id.value)) waiting.set(figure.id.value, figure);
  }
  const inBlocks = brief.figures.filter((figure) => figure.declaredIn === 'block');
  const afterBlock = new Map<number, Figure[]>();
  const numbers = new Map<Figure, number>();
  const number = (figure: Figure) => {
    if (figure.id && !isKeyNumber(figure)) numbers.set(figure, numbers.size + 1);
  };

  let reference = 0;
  let fenced = 0;
  for (const [index, { span }] of brief.blocks.entries()) {
    for (; (inBlocks[fenced]?.span.start ?? Infinity) < span.end; fenced++) {
      const figure = inBlocks[fenced];
      if (figure) number(figure);
    }
    for (; (brief.figureReferences[reference]?.span.start ?? Infinity) < span.end; reference++) {
      const id = brief.figureReferences[reference]?.id ?? '';
      const figure = waiting.get(id);
      if (!figure) continue;
      waiting.delete(id);
      number(figure);
      afterBlock.set(index, [...(afterBlock.get(index) ?? []), figure]);
    }
  }
  const rest = declared.filter(
    (figure) => !isKeyNumber(figure) && (!figure.id || waiting.get(figure.id.value) === figure),
  );
  for (const figure of rest) number(figure);
  return {
    tiles: declared.filter(isKeyNumber),
    afterBlock,
    rest,
    atOffset: new Map(inBlocks.map((figure) => [figure.span.start, figure])),
    numbers,
  };
}
