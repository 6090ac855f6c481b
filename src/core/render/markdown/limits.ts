/**
 * How deep things are nested on the page: as deep as the parser of the model reads them. markdown-it itself drops what is
 * deeper; here it is shown as it is written.
 */
import createMarkdownIt, { type Env, type MarkdownIt, type Ruler, type StateBlock } from 'markdown-it';
import { MOST_DEFINITION_LINES } from '../../syntax/blocks/definitions';
import { DEEPEST } from '../../syntax/blocks/tooDeep';
import { element, text } from '../html';
import { OURS } from './inlineRules';

/** markdown-it counts a list and its items, and knows one limit for blocks and inline text. */
export const MAX_NESTING = 2 * DEEPEST + 50;

/** How many quotations and lists are around what is being read. */
const depths = new WeakMap<Env, number>();

export function addLimits(md: MarkdownIt): void {
  for (const name of ['blockquote', 'list']) {
    const rule = ownRule(createMarkdownIt().block.ruler, name);
    md.block.ruler.at(name, (state, start, end, silent) => within(state.env, () => rule(state, start, end, silent)), {
      alt: ['paragraph', 'reference', 'blockquote', ...(name === 'blockquote' ? ['list'] : [])],
    });
  }
  md.block.ruler.before('table', 'brief_too_deep', tooDeep);
  const definition = ownRule(createMarkdownIt().block.ruler, 'reference');
  md.block.ruler.at('reference', (state, start, end, silent) => {
    const { lineMax } = state;
    state.lineMax = Math.min(lineMax, start + MOST_DEFINITION_LINES);
    const isOne = definition(state, start, end, silent);
    state.lineMax = lineMax;
    return isOne;
  });
  const link = ownRule(createMarkdownIt().inline.ruler, 'link');
  md.inline.ruler.at('link', (state, silent) => state.level < DEEPEST && link(state, silent));
}

/** @param read what reads something of which the depth counts */
function within(env: Env, read: () => boolean): boolean {
  const depth = depths.get(env) ?? 0;
  depths.set(env, depth + 1);
  const found = read();
  depths.set(env, depth);
  return found;
}

function tooDeep(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent || (depths.get(state.env) ?? 0) <= DEEPEST) return false;
  let line = startLine + 1;
  while (line < endLine && (state.isEmpty(line) || (state.sCount[line] ?? 0) >= state.blkIndent)) line++;
  const written = state.getLines(startLine, line, state.blkIndent, false).trim();
  state.push(OURS, '', 0).content = element('p', {}, text(written));
  state.line = line;
  return true;
}

/** A rule of markdown-it's own. */
export function ownRule<Args extends unknown[], Result>(
  ruler: Ruler<Args, Result>,
  name: string,
): (...args: Args) => Result {
  ruler.enableOnly(name);
  const [rule] = ruler.getRules('');
  if (!rule) throw new Error(`markdown-it has no rule ${name}.`);
  return rule;
}
