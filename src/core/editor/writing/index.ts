/**
 * Functions for a writer's keys: text and selections in, edits and selections out. They are exported separately, as the
 * editor's side calls them on a key and can't wait for the server. They know Markdown and the citation grammar, but no model.
 */
export { applyEdits } from '../../base/text';
export { toggleEmphasis } from './emphasis';
export { followEnter } from './enter';
export { changeHeadings } from './headings';
export { indentItems } from './indent';
export { moveToCell, tableOfRows } from './tables';
export { taskMarkOf, toggleTasks } from './tasks';
export { type Page, pageOf, type Writing } from './writing';
