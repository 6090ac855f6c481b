import type { FromPage, Look } from '../../webview/messages';

/** No link and no address in a message is longer. */
const LONGEST = 8192;

/**
 * Reads a message from the page, which must be taken for an attacker's: it shows their text.
 *
 * @returns null where it is none of ours, or is not about the brief that the preview shows.
 */
export function readMessage(message: unknown, shown: string): FromPage | null {
  if (typeof message !== 'object' || message === null) return null;
  const part = (key: string): unknown => (Object.hasOwn(message, key) ? Reflect.get(message, key) : undefined);
  const type = part('type');
  if (type === 'ready') return { type };
  const uri = part('uri');
  if (uri !== shown) return null;
  const line = part('line');
  if (type === 'open') {
    const href = part('href');
    return typeof href === 'string' && href.length <= LONGEST ? { type, uri: shown, href } : null;
  }
  if (type === 'card') {
    const id = part('id');
    return typeof id === 'string' && id.length <= LONGEST ? { type, uri: shown, id } : null;
  }
  if (type === 'passage') return readPassage(part, shown);
  if (type === 'copied') return { type, uri: shown, done: part('done') === true };
  if (type === 'stale' || type === 'loadWebImages') return { type, uri: shown };
  if (type === 'look') return { type, uri: shown, look: readLook(part('look')) };
  if (!isCount(line)) return null;
  if (type === 'scrolled') return { type, uri: shown, line };
  const character = part('character');
  if (type !== 'reveal' || !isCount(character)) return null;
  const by = part('by') === 'double-click' ? ({ by: 'double-click' } as const) : {};
  const [words, nth] = [part('words'), part('nth')];
  const which = typeof words === 'string' && words.length <= LONGEST && isCount(nth) ? { words, nth } : {};
  return { type, uri: shown, line, character, ...by, ...which };
}

function readPassage(part: (key: string) => unknown, uri: string): FromPage | null {
  const [way, source] = [part('way'), part('source')];
  const [passage, start, end] = [part('passage'), part('start'), part('end')];
  if ((way !== 'copy' && way !== 'zotero') || typeof source !== 'string' || source.length > LONGEST) return null;
  return isCount(passage) && isCount(start) && isCount(end)
    ? { type: 'passage', uri, way, source, passage, start, end }
    : null;
}

/** What a page keeps over a reload. */
export interface PageState {
  /** The brief that it shows. */
  readonly uri: string;
  /** It stays with this brief. */
  readonly locked: boolean;
  /** The line of the text at its top. */
  readonly line: number;
  readonly look: Look;
}

/** Reads the state that a page kept; null where it is none. */
export function readState(state: unknown): PageState | null {
  if (typeof state !== 'object' || state === null || !('uri' in state)) return null;
  const { uri } = state;
  if (typeof uri !== 'string' || uri === '' || uri.length > LONGEST) return null;
  return {
    uri,
    locked: 'locked' in state && state.locked === true,
    line: 'line' in state && isCount(state.line) ? state.line : 0,
    look: readLook('look' in state ? state.look : null),
  };
}

/** What is not known is not filtered. */
function readLook(look: unknown): Look {
  if (typeof look !== 'object' || look === null) return { review: false, filter: null };
  const given = 'filter' in look ? look.filter : null;
  const filter = given === 'uncited' || given === 'doubt' || given === 'comment' ? given : null;
  return { review: 'review' in look && look.review === true, filter };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
