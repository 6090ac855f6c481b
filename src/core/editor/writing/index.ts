/**
 * What a writer's keys do: text and selections in, edits and selections out. A door of its own, as the editor's side
 * calls it on a key and cannot wait for the server. It knows Markdown and the citation grammar, and no model.
 */
export { applyEdits } from '../../base/text';
export { toggleEmphasis } from './emphasis';
export { followEnter } from './enter';
export { changeHeadings } from './headings';
export { indentItems } from './indent';
export { moveToCell } from './tables';
export { type Page, pageOf, type Writing } from './writing';
