/** What the engine says of a note. Nothing here knows Obsidian or CodeMirror. */
import { type Brief, checkBrief, parseBrief, parseChanged, type Severity } from '../../src/core/checking';
import { hoverAt } from '../../src/core/editor/hover';
import { toHtml } from '../../src/core/page/htmlMarkup';
import { renderBrief } from '../../src/core/page/renderBrief';

/** A change of the note, in UTF-16 offsets of the text that was checked. */
export interface NoteEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A problem of the note, in UTF-16 offsets. */
export interface NoteProblem {
  readonly from: number;
  readonly to: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly fixes: readonly { readonly title: string; readonly edits: readonly NoteEdit[] }[];
}

/** HTML of ours: its texts are escaped, and its links pass the gate for addresses. */
export interface NoteCard {
  readonly from: number;
  readonly to: number;
  readonly html: string;
}

/** One note through all its versions. What an edit left alone is not read again. */
export interface Note {
  problems(text: string): readonly NoteProblem[];
  /** What is known of the citation, source or figure at an offset; null: nothing is there. */
  cardAt(text: string, offset: number): NoteCard | null;
  /** Its claims beside what their sources say. */
  evidence(text: string): string;
}

/** A note has the title that its file has. */
const RULES = new Map([['brief/no-title', 'off']] as const);

/** Links to notes, and comments, which only Obsidian has. */
const OBSIDIANS = /\[\[[^\]\n]{0,500}\]\]|%%[^%]{0,5000}%%/g;

/** More fixes of one problem would hide its message. */
const MOST_FIXES = 3;

/** Whether a note is checked without being asked: its front matter has sources. */
export function declaresSources(text: string): boolean {
  const [, frontMatter = ''] = /^---[ \t]*\r?\n(.*?)\n---[ \t]*(?:\r?\n|$)/s.exec(text) ?? [];
  return /^sources[ \t]*:/m.test(frontMatter);
}

export function createNote(): Note {
  let last: Brief | undefined;
  const read = (text: string): Brief => {
    if (last?.content.length !== text.length || last.text !== text)
      last = last ? parseChanged(last, text) : parseBrief(text);
    return last;
  };
  return {
    problems: (text) => {
      const others = [...text.matchAll(OBSIDIANS)].map(
        ({ 0: written, index }) => [index, index + written.length] as const,
      );
      return checkBrief(read(text), { rules: RULES, today })
        .filter(({ span }) => !others.some(([start, end]) => span.start >= start && span.end <= end))
        .map(({ span, rule, severity, message, fixes }) => ({
          ...placeOf(span),
          rule,
          severity,
          message,
          fixes: (fixes?.() ?? [])
            .filter(({ inLibrary }) => !inLibrary)
            .slice(0, MOST_FIXES)
            .map(({ title, edits }) => ({
              title,
              edits: edits.map(({ span: changed, newText }) => ({ ...placeOf(changed), insert: newText })),
            })),
        }));
    },
    cardAt: (text, offset) => {
      const brief = read(text);
      const found = hoverAt(brief, offset);
      return found && { ...placeOf(found.span), html: toHtml(found.content, brief.language) };
    },
    evidence: (text) => renderBrief(read(text), { review: true, loadsImages: false }),
  };
}

function placeOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { from: start, to: end };
}

/** This day where the user is, in ISO 8601. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
