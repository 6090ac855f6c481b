/** Whether the links of briefs lead somewhere. Who calls it brings the network, and decides what is kept. */
export { archivedCopy } from './archive';
export { ELSEWHERE, retryAfter } from './askLink';
export { checkLinks, mayAsk } from './checkLinks';
export { decodeResults, encodeResults, stillKnown } from './knownLinks';
export * from './link';
export { replacementOf } from './replacement';
export { createTurns, type Turns } from './turns';
export { codeOfLink, dayOf, inEnglish, type Say, severityOfLink, wordsOfLink } from './words';
