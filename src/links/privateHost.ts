import { isPrivateName } from '../core/base/safeUrl';

/** Addresses of private networks. */
const PRIVATE =
  /^(?:0|10|127|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.168)\.[\d.]+$|^\[(?:::1?|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*)\]$/;

/**
 * True if the form of a host says that it is on this machine or its network, so that a question need not name it. What may be
 * asked is decided by the network, which also looks where a name leads.
 *
 * @param hostname of a URL
 */
export function isPrivateHost(hostname: string): boolean {
  return PRIVATE.test(hostname) || (!hostname.startsWith('[') && isPrivateName(hostname));
}
