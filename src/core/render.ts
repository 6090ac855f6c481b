/** The door to what becomes of a brief: pages, papers, other formats. Loaded with the first of them. */

export { isSimplifiedChinese, saying, type Words } from './base/say';
export {
  type ChartJob,
  type ChartRequest,
  chartRequests,
  type DrawnChart,
  type DrawnCharts,
} from './model/figures/charts';
export {
  type BibliographyFormat,
  writeBibliography,
} from './render/exporting/bibliography';
export { type Drawings, exportContent, exportPieces, wholeJson } from './render/exporting/json';
export { tooLongForPage } from './render/exporting/limits';
export { exportMarkdown } from './render/exporting/markdown';
export { paperFor } from './render/exporting/paper';
export { type ExportJob, exportBrief, type Written } from './render/exporting/writers';
export type { Part } from './render/parts';
export { cardsOf, type RenderedParts, type RenderOptions, renderBrief, renderParts } from './render/renderBrief';
export { renderPage } from './render/renderPage';
export type { EntryNode, StyledList, StyledSources } from './render/sections/entries';
export type { FormulaNode, WrittenFormula } from './render/sections/formulas';
