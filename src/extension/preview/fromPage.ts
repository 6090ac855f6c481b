import type { FromPage } from '../../webview/messages';

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
  if (!isCount(line)) return null;
  if (type === 'scrolled') return { type, uri: shown, line };
  const character = part('character');
  return type === 'reveal' && isCount(character) ? { type, uri: shown, line, character } : null;
}

/** What a page keeps over a reload: the brief that it shows, and whether it stays with it. */
export interface PageState {
  readonly uri: string;
  readonly locked: boolean;
}

/** Reads the state that a page kept; null where it is none. */
export function readState(state: unknown): PageState | null {
  if (typeof state !== 'object' || state === null || !('uri' in state)) return null;
  const { uri } = state;
  if (typeof uri !== 'string' || uri === '' || uri.length > LONGEST) return null;
  return { uri, locked: 'locked' in state && state.locked === true };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
