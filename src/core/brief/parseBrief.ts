/** Text in, model out. */

import { asContent, type Content } from '../base/content';
import { link } from './link';
import { type Given, modelOf } from './model';
import { type Change, parse } from './parse';
import type { Brief } from './types';

/**
 * Reads a brief. Never throws: what is wrong is in the model, beside all that could be read.
 *
 * @param text the whole document; all spans of the result are UTF-16 offsets in it
 */
export function parseBrief(text: string | Content, given: Given = {}): Brief {
  return link(parse(asContent(text)), given);
}

/**
 * Reads a changed text of a brief: what an edit left alone is not read again. The result is that of {@link parseBrief}.
 *
 * @param given what it is linked with; by default the same files and the same configuration
 * @param change the one edit since and the lines of the text, where they are known
 */
export function parseChanged(brief: Brief, text: string | Content, given?: Given, change?: Change): Brief {
  const model = modelOf(brief);
  return link(parse(asContent(text), model.document, change), given ?? model.given);
}

/** The brief of the same text with other files, or with another configuration. Nothing is parsed again. */
export function relink(brief: Brief, given: Given): Brief {
  return link(modelOf(brief).document, given);
}
