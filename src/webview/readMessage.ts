import type { Look, ToPage } from './messages';
import { readChanges } from './readChanges';

/**
 * Reads a message from the extension. One that is of another shape than ours is dropped, so that a page and an
 * extension of different versions do not break each other.
 */
export function readMessage(data: unknown): ToPage | null {
  if (typeof data !== 'object' || data === null) return null;
  const part = (key: string): unknown => Reflect.get(data, key);
  const type = part('type');
  if (type === 'scrollTo') {
    const line = part('line');
    return Number.isSafeInteger(line) ? { type, line: Number(line) } : null;
  }
  if (type === 'revealSelection') return { type };
  if (type === 'cursor') {
    const line = part('line');
    return { type, line: Number.isSafeInteger(line) ? Number(line) : null, show: part('show') === true };
  }
  if (type === 'card') {
    const [id, html] = [part('id'), part('html')];
    return typeof id === 'string' && (typeof html === 'string' || html === null) ? { type, id, html } : null;
  }
  if (type === 'appearance') {
    const styles = part('styles');
    return {
      type,
      fontFamily: String(part('fontFamily') ?? ''),
      fontSize: numberOrNull(part('fontSize')),
      lineHeight: numberOrNull(part('lineHeight')),
      styles: Array.isArray(styles) ? styles.filter((style) => typeof style === 'string') : [],
    };
  }
  if (type === 'copy') {
    const html = part('html');
    return typeof html === 'string' ? { type, html, lines: readLines(part('lines')) } : null;
  }
  if (type !== 'update') return null;
  const [uri, title, language, html] = [part('uri'), part('title'), part('language'), part('html')];
  const [version, resourceRoot] = [part('version'), part('resourceRoot')];
  if (typeof uri !== 'string' || typeof title !== 'string' || typeof language !== 'string') return null;
  if (typeof html !== 'string' || typeof version !== 'number') return null;
  const sent = part('changes') ?? null;
  const changes = readChanges(sent);
  if (sent !== null && changes === null) return null;
  return {
    type,
    uri,
    version,
    title,
    language,
    html,
    changes,
    resourceRoot: typeof resourceRoot === 'string' ? resourceRoot : null,
    webImages: part('webImages') === true,
    locked: part('locked') === true,
    look: readLook(part('look')),
  };
}

function readLook(look: unknown): Look {
  if (typeof look !== 'object' || look === null) return { review: false, filter: null };
  const filter: unknown = Reflect.get(look, 'filter');
  return {
    review: Reflect.get(look, 'review') === true,
    filter: filter === 'uncited' || filter === 'doubt' || filter === 'comment' ? filter : null,
  };
}

function readLines(lines: unknown): Extract<ToPage, { type: 'copy' }>['lines'] {
  if (typeof lines !== 'object' || lines === null) return null;
  const [first, last] = [numberOrNull(Reflect.get(lines, 'first')), numberOrNull(Reflect.get(lines, 'last'))];
  return first === null || last === null ? null : { first, last };
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
