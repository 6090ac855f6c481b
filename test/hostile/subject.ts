/**
 * What a brief becomes on its way to a reader: what is put to the test. It is built once as it is, and once more without
 * each of its protections.
 */
import { drawChart } from '../../src/charts/draw';
import { chartRequests, type DrawnChart } from '../../src/core/brief/figures/charts';
import { parseBrief } from '../../src/core/brief/parseBrief';
import { cardsOf, renderBrief, renderParts } from '../../src/core/page/renderBrief';
import { renderPage } from '../../src/core/page/renderPage';
import type { FormulaNode } from '../../src/core/page/sections/formulas';
import { notice, previewPage } from '../../src/extension/preview/page';
import { embedImages } from '../../src/files/named/embedImages';
import { writeFormula } from '../../src/math';
import { createSentPages } from '../../src/server/pages/sentPages';
import type { ToPage } from '../../src/webview/messages';
import type { HostileBrief } from './briefs';

export { drawChart, previewPage };

/** What stands in for the program that draws charts, and for what writes formulas, where these are the attackers. */
export interface Hostiles {
  readonly svg?: string;
  readonly formula?: readonly FormulaNode[];
}

export interface Rendered {
  /** Every piece of markup that the preview is sent, as it is sent. */
  readonly sent: readonly string[];
  readonly update: Extract<ToPage, { type: 'update' }>;
  readonly cards: readonly Extract<ToPage, { type: 'card' }>[];
  /** The file that an export writes. */
  readonly exported: string;
}

/** The markup of a brief without its files, as the preview gets it. */
export function renderAlone(hostile: HostileBrief): string {
  return renderBrief(parseBrief(hostile.text), { writeFormula, comments: true });
}

const URI = 'file:///briefs/hostile.brief';
/** A picture that runs a script where it is more than a picture, and words that are no picture. */
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" onload="hostile()"><script>hostile()</script></svg>';

export async function render(
  hostile: HostileBrief,
  css: string,
  from: string,
  hostiles: Hostiles = {},
): Promise<Rendered> {
  const brief = parseBrief(hostile.text, hostile);
  const charts = new Map<string, DrawnChart>();
  for (const request of chartRequests(brief)) {
    charts.set(
      request,
      hostiles.svg === undefined ? await drawChart(JSON.parse(request)) : { svg: hostiles.svg, narrow: hostiles.svg },
    );
  }
  const { formula } = hostiles;
  const options = {
    charts,
    writeFormula: formula === undefined ? writeFormula : () => ({ nodes: formula }),
    outline: true,
    comments: true,
  };
  const rendered = renderParts(brief, options);
  const review = renderBrief(brief, { ...options, review: true });
  const ids = [...review.matchAll(/ data-card="([^"]*)"/g)].map((match) => match[1] ?? '');
  const cards = [...cardsOf(brief, ids)].map(([id, html]) => ({ type: 'card' as const, id, html }));
  const page = renderPage(brief, css, charts, 'in-page', options.writeFormula, true, null, true);
  return {
    sent: [...rendered.parts.map(({ html }) => html), review, ...cards.map(({ html }) => html), notice(hostile.text)],
    update: {
      type: 'update',
      uri: URI,
      version: 1,
      title: brief.title?.value ?? '',
      language: brief.language,
      html: '',
      changes: createSentPages().changesTo(rendered, null),
      resourceRoot: from,
    },
    cards,
    exported: await embedImages(page, async (path) => new TextEncoder().encode(path.includes('a') ? PICTURE : path)),
  };
}
