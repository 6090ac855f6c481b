/** Directions of text, kept from turning what stands beside it. */

const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const TURNS =
  /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A text of the author's within a sentence of ours that has no elements, such as a title: it turns nothing beside it around. */
export function isolated(text: string): string {
  return TURNS.test(text) ? `\u2068${text.replace(CONTROLS, '')}\u2069` : text;
}
