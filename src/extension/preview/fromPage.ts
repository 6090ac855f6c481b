import type { FromPage, Look } from '../../webview/messages';

/** Longest text in a message, in UTF-16 units. No link and no address is longer. */
const LONGEST = 8192;

/**
 * Reads a message from the page. The page shows an author's text, so the message is treated as an attacker's.
 *
 * @returns null if the message isn't one of ours, or isn't about the brief that the preview shows.
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
  const version = part('version');
  if (type === 'task')
    return isCount(version) ? { type, uri: shown, line, version, done: part('done') === true } : null;
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

/** The state that a page keeps over a reload. */
export interface PageState {
  /** The address of the brief that the page shows. */
  readonly uri: string;
  /** True if the preview stays with this brief. */
  readonly locked: boolean;
  /** The line of the text at the top of the page. */
  readonly line: number;
  readonly look: Look;
}

/** Reads the state that a page kept; null if it isn't one. */
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

/** Reads the look of a page. A filter that isn't known is left out. */
function readLook(look: unknown): Look {
  if (typeof look !== 'object' || look === null) return { review: false, filter: null };
  const given = 'filter' in look ? look.filter : null;
  const filter = given === 'uncited' || given === 'doubt' || given === 'comment' ? given : null;
  return { review: 'review' in look && look.review === true, filter };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
