/**
 * Looking up what is known of a source. A bundle of its own, loaded when a person asks for it: it opens no socket itself, and
 * is handed what does (`src/network`).
 */
export {
  type Found,
  type FoundSource,
  LookUpError,
  type LookUpErrorKind,
  type Subject,
  type ZoteroContent,
  type ZoteroPassage,
} from './contract';
export { type LookUpOptions, lookUp } from './lookUp';
export { recognize } from './recognize';
export { hostOf } from './services';
export { createZotero, ZOTERO, type Zotero, type ZoteroState } from './zotero';
