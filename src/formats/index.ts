/** Reading what other programs write. A bundle of its own, loaded only when a brief names such a file. */
export { readBibliography } from './bibliography';
export { readDocument } from './documents';
