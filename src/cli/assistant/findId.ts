import { idOf, type MessageId } from '../../mcp';

/** Finds the id of a message that is too large to be kept, while it goes by. */
export interface IdFinder {
  read(bytes: Uint8Array): void;
  /** Returns the id of the message; null if it isn't an object, or has no valid id. */
  id(): MessageId | null;
}

/** Longest key or value that is kept, in bytes. A longer one is neither the key `id` nor used as an id. */
const MOST_BYTES = 200;

const [QUOTE = 0, BACKSLASH = 0, COLON, COMMA] = [...'"\\:,'].map((sign) => sign.charCodeAt(0));
const OPENING: ReadonlySet<number> = new Set([...'{['].map((sign) => sign.charCodeAt(0)));
const CLOSING: ReadonlySet<number> = new Set([...'}]'].map((sign) => sign.charCodeAt(0)));
const [OBJECT = 0] = OPENING;

/** Reads JSON byte by byte as far as keys of its outermost object go. It keeps one key and one value. */
export function createIdFinder(): IdFinder {
  let depth = 0;
  let isObject = false;
  let isString = false;
  let isEscaped = false;
  /** Bytes of the current key or value of the outermost object. */
  let part: number[] = [];
  let isValueOfId = false;
  let found: string | null = null;

  const isKept = () => depth === 1 && part.length <= MOST_BYTES;
  const endOfPart = (): string => {
    const text = Buffer.from(part).toString('utf8').trim();
    part = [];
    return text;
  };
  const endOfValue = (): void => {
    const value = endOfPart();
    if (isValueOfId) found = value;
    isValueOfId = false;
  };
  const sign = (byte: number): void => {
    if (OPENING.has(byte)) {
      if (depth++ === 0) isObject = byte === OBJECT;
    } else if (CLOSING.has(byte)) {
      if (--depth === 0) endOfValue();
    } else if (depth === 1 && byte === COMMA) endOfValue();
    else if (depth === 1 && byte === COLON) isValueOfId = endOfPart() === '"id"';
  };
  return {
    read: (bytes) => {
      let quote = -1;
      for (let at = 0; at < bytes.length; at++) {
        if (isString && !isEscaped && !isKept()) {
          // The rest of the string doesn't matter, and is most of a message.
          if (quote < at) quote = indexOf(bytes, QUOTE, at);
          const end = Math.min(quote, indexOf(bytes.subarray(0, quote), BACKSLASH, at));
          if (end === Infinity) return;
          at = end;
        }
        const byte = bytes[at] ?? 0;
        const wasString = isString;
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = isString;
        else if (byte === QUOTE) isString = !isString;
        const isInside = wasString || isString;
        if (!isInside) sign(byte);
        if (isKept() && (isInside || (byte !== COMMA && byte !== COLON && byte !== OBJECT))) part.push(byte);
      }
    },
    id: () => (isObject && found !== null && found.length <= MOST_BYTES ? idIn(found) : null),
  };
}

function indexOf(bytes: Uint8Array, byte: number, from: number): number {
  const found = bytes.indexOf(byte, from);
  return found < 0 ? Infinity : found;
}

function idIn(written: string): MessageId | null {
  try {
    return idOf(JSON.parse(written));
  } catch {
    return null;
  }
}
