/** Writes JSON piece by piece: the JSON of a brief may be a hundred times as long as its text. */
import { toJson } from './terminal';

/** Writes a document of JSON, with a line break at its end. */
export function* jsonDocument(value: unknown): Generator<string> {
  yield* jsonPieces(value);
  yield '\n';
}

/**
 * Writes the same JSON as {@link toJson}. A list may be any iterable: each item is made when it is written.
 *
 * @param depth number of lists and objects around the value
 */
function* jsonPieces(value: unknown, depth = 0): Generator<string> {
  if (isMadeWhileRead(value)) {
    yield* between('[', ']', depth, value, (item) => jsonPieces(item, depth + 1));
  } else if (isInPieces(value)) {
    yield* between('{', '}', depth, Object.entries(value), function* ([key, inner]) {
      yield `${toJson(key)}: `;
      yield* jsonPieces(inner, depth + 1);
    });
  } else yield toJson(value, depth);
}

function* between<T>(
  open: string,
  close: string,
  depth: number,
  items: Iterable<T>,
  write: (item: T) => Iterable<string>,
): Generator<string> {
  const lineBreak = `\n${'  '.repeat(depth)}`;
  let isEmpty = true;
  for (const item of items) {
    yield `${isEmpty ? open : ','}${lineBreak}  `;
    isEmpty = false;
    yield* write(item);
  }
  yield isEmpty ? `${open}${close}` : `${lineBreak}${close}`;
}

function isMadeWhileRead(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Symbol.iterator in value;
}

/** True if some value of an object, or of an object in it, is written in pieces. */
function isInPieces(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).some((inner) => isMadeWhileRead(inner) || isInPieces(inner));
}
