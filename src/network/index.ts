/**
 * The only way to the network. A bundle of its own, loaded only when the user asks for something that is there: the
 * language server never loads it.
 */
export { type NetworkAnswer, NetworkError, type NetworkErrorKind, type NetworkRequest } from './contract';

import type { Request } from './contract';
import { proxiesOf } from './proxy';
import { createRequest } from './request';
import { resolveName } from './resolveName';

/**
 * Asks a server, follows its redirects, and unpacks its answer. Any status is an answer. Nothing is kept: no cookie, no
 * cache, no connection.
 *
 * @throws NetworkError where there is no answer
 */
export const request: Request = createRequest(resolveName);

/** The same through the proxies that the environment names. VS Code has settings of its own for proxies. */
export const requestByProxies: Request = (wanted) => createRequest(resolveName, proxiesOf(process.env))(wanted);
