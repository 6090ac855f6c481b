import type { NetworkAnswer, NetworkRequest } from '../../network';
import { CommandError } from '../commandError';

/**
 * Asks the network, through the proxies of the environment. What opens sockets is loaded with the first request.
 *
 * @throws NetworkError if there is no answer; CommandError if a proxy is of no use, for then no request has an answer
 */
export async function askNetwork(wanted: NetworkRequest): Promise<NetworkAnswer> {
  const { NetworkError, requestByProxies } = await import('../../network');
  try {
    return await requestByProxies(wanted);
  } catch (error) {
    throw error instanceof NetworkError && error.kind === 'proxy' ? new CommandError(error.message) : error;
  }
}
