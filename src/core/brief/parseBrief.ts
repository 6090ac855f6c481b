/** Text in, model out. */

import { link } from './link';
import { type Given, modelOf } from './model';
import { type Change, parse } from './parse';
import type { Brief } from './types';

export interface ParseOptions extends Given {
  /** An earlier version of the same brief: what an edit left alone is not read again. The result is the same. */
  readonly previous?: Brief;
  /** The one edit since then, and the lines that the text has now, where they are known. */
  readonly change?: Change;
}

/**
 * Reads a brief. Never throws: what is wrong is in the model, beside all that could be read.
 *
 * @param text the whole document; all spans of the result are UTF-16 offsets in it
 */
export function parseBrief(text: string, { previous, change, ...given }: ParseOptions = {}): Brief {
  return link(parse(text, previous && modelOf(previous).document, change), given);
}

/** Reads a changed text of a brief, with the same files and the same configuration. */
export function parseChanged(brief: Brief, text: string): Brief {
  const { document, given } = modelOf(brief);
  return link(parse(text, document), given);
}

/** The brief of the same text with other files, or with another configuration. Nothing is parsed again. */
export function relink(brief: Brief, given: Given): Brief {
  return link(modelOf(brief).document, given);
}
