/** The door to what becomes of a brief: pages, papers, other formats. Loaded with the first of them. */

export { isSimplifiedChinese, saying, type Words } from '../base/say';
export {
  type ChartJob,
  type ChartRequest,
  chartRequests,
  type DrawnChart,
  type DrawnCharts,
} from '../brief/figures/charts';
export {
  type BibliographyFormat,
  writeBibliography,
} from './exporting/bibliography';
export { type Drawings, exportContent, exportPieces, wholeJson } from './exporting/json';
export { tooLongForPage } from './exporting/limits';
export { exportMarkdown } from './exporting/markdown';
export { paperFor } from './exporting/paper';
export { type ExportJob, exportBrief, noPrinter, type Written } from './exporting/writers';
export type { Part } from './parts';
export { cardsOf, type RenderedParts, type RenderOptions, renderBrief, renderParts } from './renderBrief';
export { type PlacedMark, type RenderedMarks, renderMarks } from './renderMarks';
export { renderPage } from './renderPage';
export type { EntryNode, StyledList, StyledSources } from './sections/entries';
export type { FormulaNode, WrittenFormula } from './sections/formulas';
