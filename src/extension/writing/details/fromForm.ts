import type { DetailChange } from '../../../server/protocol';
import type { FromForm, SetDetail } from '../../../webview/messages';

/** No value of a field is longer, in UTF-16 units. */
const LONGEST = 100_000;
/** No more fields are written at once. */
const MOST = 100;

/** Reads a message from the page of a form, which shows the text of strangers. Null where it is none of ours. */
export function readMessage(message: unknown): FromForm | null {
  const type = part(message, 'type');
  if (type === 'ready' || type === 'save') return { type };
  if (type === 'show') {
    const line = part(message, 'line');
    return isCount(line) ? { type, line } : null;
  }
  if (type === 'typed') {
    const changes = part(message, 'changes');
    return Array.isArray(changes) && changes.length <= MOST ? { type, changes: changes.flatMap(readSet) } : null;
  }
  if (type === 'choose') {
    const files = part(message, 'files');
    return Array.isArray(files) && files.length <= MOST && files.every(isExtension) ? { type, files } : null;
  }
  const change = type === 'change' ? readChange(part(message, 'change')) : null;
  return change && { type: 'change', change };
}

function readSet(value: unknown): readonly SetDetail[] {
  const change = readChange(value);
  return change?.kind === 'set' ? [change] : [];
}

function readChange(change: unknown): DetailChange | null {
  const [kind, list, index, id] = ['kind', 'list', 'index', 'id'].map((key) => part(change, key));
  const [key, value, by] = ['key', 'value', 'by'].map((name) => part(change, name));
  const isValue = isText(key) && isText(value);
  if (kind === 'set' && list === null && isValue) return { kind, list, key, value };
  if (list !== 'sources' && list !== 'figures') return null;
  if (kind === 'add') return { kind, list };
  if (!isCount(index) || !isText(id)) return null;
  if (kind === 'set' && isValue) return { kind, list, index, id, key, value };
  if (kind === 'remove') return { kind, list, index, id };
  return kind === 'move' && (by === 1 || by === -1) ? { kind, list, index, id, by } : null;
}

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST;
}

function isExtension(value: unknown): value is string {
  return typeof value === 'string' && /^\.[a-z]{1,10}$/.test(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
