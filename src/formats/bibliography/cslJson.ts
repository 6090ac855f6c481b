/** JSON with the places of what is in it, in one pass and at most so deep. */
import { say } from '../../core/base/say';
import type { Steps } from '../steps';
import { CslError, type CslNode, DEEPEST } from './cslNode';

const WHITE = /\s*/y;
const MARK = /["\\]/g;
/** Numbers and words, which mean what they say. */
const PLAIN = /[-+.\w]+/y;

/**
 * @returns what stands at the top
 * @throws CslError where it is not JSON
 */
export function* cslJsonSteps(text: string): Steps<CslNode> {
  let pos = 0;

  const take = (pattern: RegExp): string => {
    pattern.lastIndex = pos;
    const found = pattern.exec(text)?.[0] ?? '';
    pos += found.length;
    return found;
  };
  /** A mark, with the white space before it. */
  const takes = (mark: string): boolean => {
    take(WHITE);
    if (text[pos] !== mark) return false;
    pos++;
    return true;
  };
  const fail = (message: string): never => {
    throw new CslError(message, pos);
  };
  const string = (): string => {
    const start = pos;
    let isEscaped = false;
    MARK.lastIndex = start + 1;
    for (let mark = MARK.exec(text)?.[0]; mark !== '"'; mark = MARK.exec(text)?.[0]) {
      if (mark === undefined) throw new CslError(say('This text has no end.'), start);
      isEscaped = true;
      MARK.lastIndex++;
    }
    pos = MARK.lastIndex;
    if (!isEscaped) return text.slice(start + 1, pos - 1);
    try {
      return String(JSON.parse(text.slice(start, pos)));
    } catch {
      throw new CslError(say('This text has characters that JSON does not allow.'), start);
    }
  };
  const node = function* (depth: number): Steps<CslNode> {
    take(WHITE);
    const start = pos;
    if (depth > DEEPEST) throw new CslError(say('This is more than {0} levels deep.', DEEPEST), start);
    if (text[pos] === '"') {
      const value = string();
      return { kind: 'text', value, span: { start, end: pos } };
    }
    if (takes('[')) {
      const items: CslNode[] = [];
      while (!takes(']')) {
        items.push(yield* node(depth + 1));
        yield;
        if (!takes(',') && text[pos] !== ']') fail(say('A "," or "]" is expected here.'));
      }
      return { kind: 'list', items, span: { start, end: pos } };
    }
    if (takes('{')) {
      const pairs = new Map<string, CslNode>();
      while (!takes('}')) {
        if (text[pos] !== '"') fail(say('A name in quotation marks is expected here.'));
        const key = string();
        if (!takes(':')) fail(say('A ":" is expected here.'));
        const value = yield* node(depth + 1);
        if (!pairs.has(key)) pairs.set(key, value);
        if (!takes(',') && text[pos] !== '}') fail(say('A "," or "}" is expected here.'));
      }
      return { kind: 'map', pairs, span: { start, end: pos } };
    }
    const value = take(PLAIN);
    if (value === '') fail(say('A text, a number, a list or a map is expected here.'));
    return { kind: 'text', value, span: { start, end: pos } };
  };

  const top = yield* node(0);
  take(WHITE);
  if (pos < text.length) fail(say('The end of the file is expected here.'));
  return top;
}
