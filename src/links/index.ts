/** Checks whether the links of briefs lead somewhere. The caller supplies the network, and decides which results are kept. */
export { archivedCopy } from './archive';
export { ELSEWHERE, retryAfter } from './askLink';
export { checkLinks, mayAsk } from './checkLinks';
export { decodeResults, encodeResults, stillKnown } from './knownLinks';
export * from './link';
export { seemsOffline } from './offline';
export { isPrivateHost } from './privateHost';
export { replacementOf } from './replacement';
export { createTurns, type Turns } from './turns';
export { codeOfLink, dayOf, type Say, severityOfLink, wordsOfLink } from './words';
