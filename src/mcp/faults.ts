/** Finds what is wrong with a line that should be a message, in words for its sender. */
import { parseJSONRPCMessage } from '@modelcontextprotocol/server';

/** Longest message, in bytes. */
export const LONGEST_MESSAGE = 10 * 1024 * 1024;

export type MessageId = string | number;

/** An error of JSON-RPC 2.0 (5.1), with the id of the message that it answers; null where that has none. */
export interface Fault {
  readonly code: number;
  readonly id: MessageId | null;
  readonly message: string;
}

const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;

/** Returns the fault of a message that is longer than {@link LONGEST_MESSAGE}. */
export function tooLarge(id: MessageId | null): Fault {
  const most = LONGEST_MESSAGE / 1024 / 1024;
  const message = `The message is larger than ${most} MB and was left out. Give the path of the brief in place of its text.`;
  return { code: INVALID_REQUEST, id, message };
}

/** @returns null for a message; `ignored` for an answer, which is never answered, whatever is wrong with it */
export function faultOf(line: string): Fault | 'ignored' | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { code: PARSE_ERROR, id: null, message: 'The line is not valid JSON. Send one message on each line.' };
  }
  try {
    parseJSONRPCMessage(value);
    return null;
  } catch {
    return faultIn(value);
  }
}

function faultIn(value: unknown): Fault | 'ignored' {
  const invalid = { code: INVALID_REQUEST, id: null };
  if (Array.isArray(value)) return { ...invalid, message: 'Batches are not supported. Send one message on each line.' };
  if (typeof value !== 'object' || value === null)
    return { ...invalid, message: 'A message of JSON-RPC 2.0 is an object.' };
  if (!('method' in value) && ('result' in value || 'error' in value)) return 'ignored';
  const id = 'id' in value ? idOf(value.id) : null;
  return {
    ...invalid,
    id,
    message: 'This is no message of JSON-RPC 2.0: see its "jsonrpc", "id", "method" and "params".',
  };
}

/** Returns an id that a message may have; null for any other value. */
export function idOf(value: unknown): MessageId | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}
