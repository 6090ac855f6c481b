/** Names of things that several features show. */

import { digits } from '../../base/messages';
import { say } from '../../base/say';
import type { TextState } from '../../brief/sources/textState';
import type { ChartKind } from '../../brief/types';

/** The name of a kind of chart, for the middle of a sentence. */
export function chartName(chart: ChartKind): string {
  switch (chart) {
    case 'bar':
      return say('bar chart');
    case 'line':
      return say('line chart');
    case 'area':
      return say('area chart');
    case 'point':
      return say('point chart');
    case 'pie':
      return say('pie chart');
    case 'table':
      return say('table');
  }
}

/** Says how often a source is cited, for the middle of a sentence. */
export function citedTimes(number: number): string {
  switch (number) {
    case 1:
      return say('cited once');
    case 2:
      return say('cited twice');
    default:
      return say('cited {0} times', digits(number));
  }
}

/** Says which part of a source is here, or why it isn't, for the middle of a sentence. Empty for a whole text, or no text. */
export function partWords(state: TextState): string {
  switch (state) {
    case 'abstract':
      return say('abstract only');
    case 'excerpt':
      return say('excerpt only');
    case 'paywall':
      return say('behind a paywall');
    case 'scripts':
      return say('a page made by scripts');
    case 'whole':
    case 'none':
      return '';
  }
}

/** Makes the first letter upper case, as at the start of a sentence. */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
