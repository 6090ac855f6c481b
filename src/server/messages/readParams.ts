/** Checks values from a client, which may be anything. */

import type { Position, Range } from '../../core';
import { ErrorCodes, ResponseError } from '../lsp';
import { part } from '../part';

/**
 * Returns the error for parameters of another form.
 *
 * @param what the form that they must have, without a full stop
 */
export function invalid(method: string, what: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, `${method}: ${what}.`);
}

export function isRange(value: unknown): value is Range {
  return isPosition(part(value, 'start')) && isPosition(part(value, 'end'));
}

export function isPosition(value: unknown): value is Position {
  return isCount(part(value, 'line')) && isCount(part(value, 'character'));
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/**
 * Returns the document that parameters are about.
 *
 * @throws ResponseError where they name none
 */
export function readTextDocument(method: string, params: unknown): { readonly uri: string } {
  const uri = part(part(params, 'textDocument'), 'uri');
  if (typeof uri === 'string') return { uri };
  throw invalid(method, 'textDocument.uri must be a text');
}

/**
 * Returns the URI in parameters.
 *
 * @throws ResponseError where they have none
 */
export function readUri(method: string, params: unknown): string {
  const uri = part(params, 'uri');
  if (typeof uri === 'string') return uri;
  throw invalid(method, 'uri must be a text');
}

/** Reads the document that parameters are about, and leaves the rest of them. */
export function readLocated(method: string, params: unknown): Located {
  return { textDocument: readTextDocument(method, params), params };
}

/** Parameters of which only the document was read. */
export interface Located {
  readonly textDocument: { readonly uri: string };
  readonly params: unknown;
}

/**
 * Refuses a document that isn't text, as it would fail wherever it is read.
 *
 * @throws TypeError where one of the values is not text
 */
export function assertTexts(...values: readonly unknown[]): void {
  if (values.some((value) => typeof value !== 'string')) throw new TypeError('Only a text can be a text.');
}
