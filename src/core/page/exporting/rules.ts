/** Rules of markdown-it, and our replacement of one. */
import type { Ruler, StateInline } from 'markdown-it';
import { derive } from '../../base/derive';
import { DEEPEST } from '../../document/blocks/tooDeep';

/** Deepest nesting. markdown-it counts a list and its items, and knows one limit for blocks and inline text. */
export const MAX_NESTING = 2 * DEEPEST + 50;

/** Returns a rule of markdown-it's own. */
export function ownRule<Args extends unknown[], Result>(
  ruler: Ruler<Args, Result>,
  name: string,
): (...args: Args) => Result {
  ruler.enableOnly(name);
  const [rule] = ruler.getRules('');
  if (!rule) throw new Error(`markdown-it has no rule ${name}.`);
  return rule;
}

/**
 * Known ends of brackets by the offset where they start; -1 if they don't end. Brackets around them need not look into them
 * again. Brackets of images have their own map, because they may have links in them.
 */
const labelsOf = derive((_state: StateInline) => ({
  links: new Map<number, number>(),
  images: new Map<number, number>(),
}));

/**
 * Returns the end of the brackets of a link that start at `start`; -1 if they have none.
 *
 * @param disableNested undefined if the brackets are a label, which follows the words at once: markdown-it looks for it also
 *   behind `(` and what isn't an address, and would drop that
 */
export function parseLinkLabel(state: StateInline, start: number, disableNested?: boolean): number {
  if (disableNested === undefined && state.src[start - 1] !== ']') return -1;
  const known = labelsOf(state)[disableNested ? 'links' : 'images'];
  const found = known.get(start);
  if (found !== undefined && found < state.posMax) return found;
  const { pos: before } = state;
  let depth = 1;
  let end = -1;
  state.pos = start + 1;
  while (state.pos < state.posMax) {
    const at = state.pos;
    const code = state.src.charCodeAt(at);
    if (code === 93 && --depth === 0) {
      end = at;
      break;
    }
    state.md.inline.skipToken(state);
    if (code !== 91) continue;
    if (state.pos > at + 1) {
      if (disableNested) break;
      continue;
    }
    // These brackets were read when they were taken for the start of a link or an image.
    const inner = known.get(at);
    if (inner === undefined || inner >= state.posMax) depth++;
    else if (inner < 0) break;
    else state.pos = inner + 1;
  }
  state.pos = before;
  known.set(start, end);
  return end;
}
