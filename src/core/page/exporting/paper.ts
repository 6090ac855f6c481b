/** Regions in language tags whose paper is Letter rather than A4. */
const LETTER = /-(?:US|CA|MX|PH|CL|CO|VE|GT|CR|PA|SV|NI|DO|PR)\b/i;

export type Paper = 'A4' | 'Letter';

/** Returns the paper of a language's region (`en-US`, `es-MX`); A4 if its tag names no region. */
export function paperFor(language: string): Paper {
  return LETTER.test(language) ? 'Letter' : 'A4';
}

/** Returns a style that asks for this paper. */
export function paperStyle(paper: Paper): string {
  return `\n@page { size: ${paper}; }\n`;
}
