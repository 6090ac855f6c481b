/** A brief as one HTML file that stands alone. */

import { sha256Base64 } from '../base/sha256';
import type { DrawnCharts } from '../brief/figures/charts';
import type { Brief } from '../brief/types';
import { directionOf } from './formats';
import { element, type Html, join, text } from './html';
import type { EvidenceMode } from './page';
import { renderBrief } from './renderBrief';
import { keepAllowed } from './safe/keepAllowed';
import type { StyledList } from './sections/entries';
import type { WriteFormula } from './sections/formulas';

/**
 * Renders a brief as a file without script and without any load from outside. Its policy allows its own style, by
 * hash, and images as data, and nothing else.
 *
 * @param css the style sheet, `dist/webview/preview-style.css` or the like; ours, never the author's
 * @param charts those of the brief, drawn; null: their data stand for them
 * @param evidence whether it says what the sources say, in cards that open without a script
 * @param writeFormula writes formulas; null: their source stands for them
 * @param styled its sources in a style; null: in our own
 * @param comments whether it shows the comments of people
 * @param loadsImages leaves places for images, by their paths, for the caller to put them in; else their words stand for them
 */
export function renderPage(
  brief: Brief,
  css: string,
  charts: DrawnCharts | null = null,
  evidence: EvidenceMode = 'in-page',
  writeFormula: WriteFormula | null = null,
  loadsImages = false,
  styled: StyledList | null = null,
  comments = false,
): string {
  const style = css.replace(/<\/style/gi, '<\\/style').replace(/\r\n?/g, '\n');
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${sha256Base64(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, text(brief.title?.value ?? 'Brief')),
    // The content of a style element is not escaped in HTML; the only end that it could have is taken off above.
    element('style', {}, style as Html),
  );
  const body = element(
    'body',
    { class: 'standalone' },
    element(
      'main',
      {},
      keepAllowed(renderBrief(brief, { loadsImages, outline: true, charts, evidence, writeFormula, styled, comments })),
    ),
  );
  const html = element('html', { lang: brief.language, dir: directionOf(brief.language) }, head, body);
  return `${join(['<!doctype html>\n' as Html, html])}\n`;
}
