import type { Fix } from '../../base/problem';
import { say } from '../../base/say';
import type { Brief, Insight } from '../../brief/types';

/** Says behind a sentence, its citations included, that its number is the author's own sum. */
export function markComputedFix({ text }: Brief, { sentences }: Insight, sentence: number | null): Fix | null {
  const end = sentences[sentence ?? -1]?.span.end;
  if (end === undefined) return null;
  // Within a paragraph of Chinese there is no space to put it between.
  const lead = /^(?:\s|$)/.test(text.slice(end, end + 1)) ? ' ' : '';
  const edit = { span: { start: end, end }, newText: `${lead}<!-- brief: computed -->` };
  return { title: say('Mark as computed'), edits: [edit] };
}
