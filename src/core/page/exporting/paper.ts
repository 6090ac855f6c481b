/** Where paper is Letter rather than A4. */
const LETTER = /-(?:US|CA|MX|PH|CL|CO|VE|GT|CR|PA|SV|NI|DO|PR)\b/i;

export type Paper = 'A4' | 'Letter';

/** The paper of the region that a language is written with (`en-US`, `es-MX`); A4 where it names none. */
export function paperFor(language: string): Paper {
  return LETTER.test(language) ? 'Letter' : 'A4';
}

/** A style that asks for this paper. */
export function paperStyle(paper: Paper): string {
  return `\n@page { size: ${paper}; }\n`;
}
