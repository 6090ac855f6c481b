import type { ToForm } from '../messages';

/** Reads what comes from the extension, or from another script of the window: null where it is none of ours. */
export function readMessage(data: unknown): ToForm | null {
  if (!isRecord(data)) return null;
  const { type, message, path, why } = data;
  if (type === 'made') return { type };
  if (type === 'refused') return typeof message === 'string' ? { type, message } : null;
  if (type === 'chosen') return typeof path === 'string' && typeof why === 'string' ? { type, path, why } : null;
  return isDetails(data) ? data : null;
}

type Record_ = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Record_ {
  return typeof value === 'object' && value !== null;
}

function isDetails(data: Record_): data is Record_ & Extract<ToForm, { type: 'details' }> {
  const { type, details, words, open } = data;
  return (
    type === 'details' &&
    isRecord(details) &&
    Array.isArray(details['fields']) &&
    Array.isArray(details['lists']) &&
    isRecord(words) &&
    Object.values(words).every((word) => typeof word === 'string') &&
    (open === null || typeof open === 'string')
  );
}
