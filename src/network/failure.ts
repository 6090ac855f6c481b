import { networkInterfaces } from 'node:os';
import { say } from '../core/base/say';
import { NetworkError } from './contract';

const UNREACHABLE = /^(?:ENETUNREACH|ENETDOWN|EHOSTUNREACH|EHOSTDOWN|EADDRNOTAVAIL|EAI_AGAIN)$/;
const NO_NAME = /^(?:ENOTFOUND|ENODATA|EAI_NONAME|EAI_NODATA|EAI_FAIL)$/;
const UNTRUSTED = /CERT|^ERR_TLS|^ERR_SSL|^EPROTO$|^UNABLE_TO_|ALTNAME/;

/**
 * Turns an error of Node's into one that tells the caller what it means.
 *
 * @param host with its port, as it was asked
 */
export function failureOf(error: unknown, host: string): NetworkError {
  if (error instanceof NetworkError) return error;
  const code = codeOf(error);
  if (UNREACHABLE.test(code) || (NO_NAME.test(code) && !isConnected()))
    return new NetworkError(
      'offline',
      host,
      say('{0} cannot be reached: this machine seems to be offline. Connect it and try again.', host),
    );
  if (NO_NAME.test(code))
    return new NetworkError(
      'name',
      host,
      say('The host {0} was not found. Check its name, and that this machine is online.', host),
    );
  if (code === 'HPE_HEADER_OVERFLOW')
    return new NetworkError('too-large', host, say('{0} was not read: its answer has endless headers.', host));
  if (UNTRUSTED.test(code))
    return new NetworkError(
      'tls',
      host,
      say(
        'No request was sent to {0}: no secure connection is possible ({1}). Open it in a browser to see what is wrong.',
        host,
        code,
      ),
    );
  if (code === 'ECONNREFUSED')
    return new NetworkError(
      'refused',
      host,
      say('{0} refuses the connection. Check the address, or try again later.', host),
    );
  return new NetworkError(
    'unreadable',
    host,
    code === ''
      ? say('The answer of {0} cannot be read. Try again later, or open it in a browser.', host)
      : say('The answer of {0} cannot be read ({1}). Try again later, or open it in a browser.', host, code),
  );
}

/** @param ms how long it waited */
export function timeoutAt(host: string, ms: number): NetworkError {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return new NetworkError('timeout', host, say('{0} did not answer within {1} s. Try again later.', host, seconds));
}

/**
 * Returns the code of an error, empty if it has none. Attempts over IPv6 and IPv4 come as one error with several: the first
 * counts.
 */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** True if this machine has a network interface with a way out. Without one, some systems know no name, and some can't ask. */
function isConnected(): boolean {
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal));
}
