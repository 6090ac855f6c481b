/** What assistants leave instead of citations: cited where the text names the source, else taken out. */
import type { Brief } from '../brief';
import { removeWord } from '../checks/fixes/remove';
import { withRemovals } from './edits';
import { type Notes, noteRemoved } from './report';

const NUMBERED = /^【\s*(\d{1,3})\s*†|^\[cite: ?(\d{1,3}(?:, ?\d{1,3})*)\]$/;
const WITH_ADDRESS = /^\[oai_citation:\d*‡?([^\]]*)\]\((https?:\/\/[^()\s]+)\)$/;

/**
 * A mark with an address becomes a link. Numbers of marks are those of the list of sources if all of them are in it;
 * else they are numbers of a chat that nobody can follow any more.
 */
export function readAssistantMarks(brief: Brief, notes: Notes): Brief {
  const marks = brief.slips
    .filter(({ kind }) => kind === 'artifact')
    .map(({ span }) => ({ span, text: brief.text.slice(span.start, span.end) }));
  if (marks.length === 0) return brief;
  const declared = new Set(brief.sources.map(({ id }) => id));
  const isListed = marks.every(({ text }) => numbersOf(text).every((id) => declared.has(id)));
  const edits = marks.map(({ span, text }) => {
    const link = WITH_ADDRESS.exec(text);
    if (link) return { span, newText: `([${link[1] || 'source'}](${link[2]}))` };
    const ids = isListed ? numbersOf(text) : [];
    if (ids.length > 0) return { span, newText: ids.map((id) => `[${id}]`).join('') };
    noteRemoved(notes, 'mark of an assistant', text);
    if (!/^\[cite_(?:start|end)/.test(text)) notes.lost.push(text);
    return removeWord(brief.text, span);
  });
  notes.citedBy.add('marks of an assistant');
  return withRemovals(brief, edits);
}

function numbersOf(mark: string): string[] {
  const match = NUMBERED.exec(mark);
  return (match?.[1] ?? match?.[2] ?? '').split(/, ?/).filter((id) => id !== '');
}
