import type { RenderChanges, RenderedPart, RenderSplice } from '../server/protocol';

const SLOTS: ReadonlySet<unknown> = new Set<RenderedPart['slot']>(['head', 'body', 'notes', 'sources', 'review']);

/** Reads what has changed of a page; null where it has another shape than ours. */
export function readChanges(data: unknown): RenderChanges | null {
  const [id, base, frame] = [part(data, 'id'), part(data, 'base'), part(data, 'frame')];
  if (typeof id !== 'string' || typeof frame !== 'string' || (typeof base !== 'string' && base !== null)) return null;
  const splices = readAll(part(data, 'splices'), readSplice);
  const moves = readAll(part(data, 'moves'), readMove);
  return splices && moves && { id, base, frame, splices, moves };
}

function readSplice(data: unknown): RenderSplice | null {
  const [start, removed, parts] = [part(data, 'start'), part(data, 'removed'), readAll(part(data, 'parts'), readPart)];
  return isCount(start) && isCount(removed) && parts ? { start, removed, parts } : null;
}

function readPart(data: unknown): RenderedPart | null {
  const [slot, line, html] = [part(data, 'slot'), part(data, 'line'), part(data, 'html')];
  return isSlot(slot) && isCount(line) && typeof html === 'string' ? { slot, line, html } : null;
}

function readMove(data: unknown): RenderChanges['moves'][number] | null {
  const [from, count, lines] = [part(data, 0), part(data, 1), part(data, 2)];
  return isCount(from) && isCount(count) && isInteger(lines) ? [from, count, lines] : null;
}

/** All items of a list; null where it is none, or one of them cannot be read. */
function readAll<T>(data: unknown, read: (item: unknown) => T | null): T[] | null {
  if (!Array.isArray(data)) return null;
  const items: T[] = [];
  for (const item of data) {
    const value = read(item);
    if (value === null) return null;
    items.push(value);
  }
  return items;
}

function part(data: unknown, key: string | number): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;
}

function isSlot(value: unknown): value is RenderedPart['slot'] {
  return SLOTS.has(value);
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isCount(value: unknown): value is number {
  return isInteger(value) && value >= 0;
}
