/** The length of a brief: its words, and the time that it takes to read them. */

import { derive } from '../../base/derive';
import type { Run } from '../../base/runs';
import { countCjk, plainText, wordCount } from '../../document/claims';
import type { ResolvedBlock } from '../blocks/parsedBlock';
import { modelOf } from '../model';
import type { Brief } from '../types';

export interface Length {
  /** Words, with each character of Han or Kana as one, as word processors count them. */
  readonly words: number;
  /** The characters of Han or Kana among them. */
  readonly characters: number;
  /** Minutes of reading, at least 1; 0 without words. */
  readonly minutes: number;
}

/** Words and characters that a reader takes in within a minute. */
const PER_MINUTE = { words: 230, characters: 400 };

/** Measures the body of a brief, without front matter, lists of sources, citations, comments and code. */
export const lengthOf = derive((brief: Brief): Length => {
  const { words, characters } = sumOf(modelOf(brief).blocks.meanings.runs, countedIn);
  const minutes = (words - characters) / PER_MINUTE.words + characters / PER_MINUTE.characters;
  return { words, characters, minutes: words === 0 ? 0 : Math.max(1, Math.round(minutes)) };
});

type Counted = Pick<Length, 'words' | 'characters'>;

const NOTHING: Counted = { words: 0, characters: 0 };

const countedIn = derive(
  (run: Run<ResolvedBlock>): Counted =>
    sumOf(run, (block) => (block.dependencies.sectionKind === 'sources' ? NOTHING : countedInBlock(block))),
);

function sumOf<T>(parts: readonly T[], counted: (part: T) => Counted): Counted {
  let { words, characters } = NOTHING;
  for (const part of parts) {
    const one = counted(part);
    words += one.words;
    characters += one.characters;
  }
  return { words, characters };
}

/** A run is counted again when one of its blocks changes. */
const countedInBlock = derive(({ text }: ResolvedBlock): Counted => {
  const plain = plainText(text.replace(FENCED, ' '));
  const characters = countCjk(plain);
  return { words: characters + wordCount(plain) - Math.ceil(characters / 2), characters };
});

const FENCED = /^[ \t>]*(`{3,}|~{3,})[\s\S]*$/;
