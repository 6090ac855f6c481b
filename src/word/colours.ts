/** The colours of a document: those of the page in its light theme, as Word knows no variables. */

export const INK = '1D2126';
export const MUTED = '5A636E';
export const LINE = 'D0D7DE';
export const SHADE = 'F3F4F6';
export const LINK = '0B57A4';

/** The variables of charts, as `webview/style` sets them on light paper; a test holds both equal. */
export const CHART_COLOURS: Readonly<Record<string, string>> = {
  ink: `#${INK}`,
  muted: `#${MUTED}`,
  grid: '#d6d7d8',
  paper: '#ffffff',
  '1': '#0072b2',
  '2': '#d55e00',
  '3': '#009270',
  '4': '#b5628f',
  '5': '#a07800',
  '6': '#332288',
  '7': '#6b6b6b',
  '8': '#882255',
  'on-1': '#fff',
  'on-2': '#000',
  'on-3': '#000',
  'on-4': '#000',
  'on-5': '#000',
  'on-6': '#fff',
  'on-7': '#fff',
  'on-8': '#fff',
};
