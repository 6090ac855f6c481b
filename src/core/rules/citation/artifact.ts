import { digits, plain, quoted } from '../../base/messages';
import type { Finding, Fix } from '../../base/problem';
import { say } from '../../base/say';
import type { Span } from '../../base/text';
import type { Brief } from '../../brief/types';
import { citationOf, citeInPlace, describeSource } from '../fixes/cite';
import { edited } from '../fixes/edited';
import { removeWord } from '../fixes/remove';
import { citeSource } from '../fixes/sources/citeSource';
import { areListed, keepMarks, type Mark, sourcesOfMarks } from '../fixes/sources/keepMarks';
import { type Held, heldBy, holdsNothing, ofLines } from '../fixes/sources/leftover';
import { linesOfMarks } from '../fixes/sources/listedMarks';
import { slipRule } from '../rule';

/** Reports marks that stood for a source in a chat, and lead nowhere outside it. */
export const artifact = slipRule({
  code: 'citation/artifact',
  severity: 'error',
  description: 'A mark that a chat assistant left behind and no reader can follow, such as `【4†source】`.',
  kinds: ['artifact'],
  *checkAll(slips, { brief }) {
    const marks = slips.map(({ span }): Mark => {
      const written = brief.content.slice(span.start, span.end);
      return { span, written, held: heldBy(written) };
    });
    const [mark] = marks;
    if (!mark) return;
    if (marks.length > 1) yield severalLeft(brief, mark.span, marks);
    else {
      const { span, written, held } = mark;
      const fixes = () => {
        const found = keep(brief, span, held);
        if (found) return found;
        return [...(areListed(brief, marks) ? cite(brief, span, held.ids) : []), remove(brief, span)].map((fix, i) =>
          i === 0 ? { ...fix, preferred: true, certain: true } : fix,
        );
      };
      yield { span, message: messageOf(written, held), fixes };
    }
  },
});

/** One problem for all marks of a brief, at the first of them. */
function severalLeft(brief: Brief, span: Span, marks: readonly Mark[]): Finding {
  const isListed = areListed(brief, marks);
  const names = isListed ? [] : sourcesOfMarks(marks);
  const holding = marks.filter(({ held }) => !holdsNothing(held));
  const [message, title] = wordsOf(marks, names.length, holding, isListed);
  return {
    span,
    message,
    fixes: () => {
      const isKept = names.length > 0 || holding.length > 0 || isListed;
      const edits = isKept ? keepMarks(brief, marks) : null;
      const isSafe = holding.length === marks.length;
      const kept = edits && { title, edits, preferred: true, certain: true, ...(isSafe ? { safe: true } : {}) };
      // Else some hold an address, a title or words of the sentence.
      const removed =
        holding.length === 0
          ? { title: say('Remove all of them'), edits: marks.map((mark) => removeWord(brief.text, mark.span)) }
          : null;
      return [kept, isSafe ? null : keepSome(brief, marks), removed].filter((fix) => fix !== null);
    },
  };
}

/**
 * Returns the safe part of the fix for several marks: those with an address, a title or words. Null if there are none, or if a new
 * source would get a number that one of the other marks has from its chat.
 */
function keepSome(brief: Brief, marks: readonly Mark[]): Fix | null {
  const holding = marks.filter(({ held }) => !holdsNothing(held));
  const ids = new Set(marks.flatMap(({ held }) => (holdsNothing(held) ? held.ids : [])));
  const edits = holding.length === 0 || linesOfMarks(brief).titles.size > 0 ? null : keepMarks(brief, holding);
  if (!edits || edits.length === 0) return null;
  const known = new Set(brief.sources.map(({ id }) => id));
  const added = edited(brief, edits).sources.filter(({ id }) => !known.has(id));
  if (added.some(({ id }) => ids.has(id))) return null;
  return { title: say('Keep the addresses, titles and words in marks, and leave the others'), edits, safe: true };
}

/** The message about several marks, and the title of the fix that keeps what they say. */
function wordsOf(
  marks: readonly Mark[],
  names: number,
  holding: readonly Mark[],
  isListed: boolean,
): readonly [string, string] {
  const count = digits(marks.length);
  if (names > 0)
    return [
      say(
        '{0} marks of a chat assistant stand for {1} sources whose list was not copied. Ask the assistant for the list, or keep the marks as numbered sources and fill them in.',
        digits(marks.length - holding.length),
        digits(names),
      ),
      say('Keep them as numbered sources to be filled in'),
    ];
  if (holding.some(({ held }) => held.words === null))
    return [
      say('{0} marks were left behind by a chat assistant. Make sources of what they name.', count),
      say('Make sources of what they name'),
    ];
  if (holding.length > 0)
    return [
      say('{0} marks were left behind by a chat assistant. Keep only the words in them.', count),
      say('Keep only the words in them'),
    ];
  return [
    say('{0} marks were left behind by a chat assistant, and lead nowhere. Cite sources instead.', count),
    isListed ? say('Cite the sources that have these numbers') : '',
  ];
}

function messageOf(written: string, { source, words, isFile }: Held): string {
  const left = quoted(written);
  if (words !== null) return say('{0} was left behind by a chat assistant. Keep its words {1}.', left, quoted(words));
  const { title, publisher, url } = source ?? {};
  const name = title ?? (url === undefined ? publisher : undefined);
  if (name !== undefined && url !== undefined)
    return say(
      '{0} was left behind by a chat assistant. Make its title {1} and its address {2} a source.',
      left,
      quoted(name),
      quoted(url),
    );
  if (url !== undefined)
    return say('{0} was left behind by a chat assistant. Make its address {1} a source.', left, quoted(url));
  if (name === undefined)
    return say('{0} was left behind by a chat assistant and leads nowhere. Cite a source instead.', left);
  return isFile
    ? say('{0} was left behind by a chat assistant. Make its file {1} a source.', left, quoted(name))
    : say('{0} was left behind by a chat assistant. Make its title {1} a source.', left, quoted(name));
}

/** Returns fixes that keep the words or the source in a mark; null if it has neither. */
function keep(brief: Brief, span: Span, held: Held): Fix[] | null {
  const { source, words } = held;
  if (words !== null) {
    const title = say('Replace by {0}', plain(words));
    return [{ title, edits: [{ span, newText: words }], preferred: true, safe: true }];
  }
  if (!source) return null;
  return citeSource(brief, source, (mark) => citeInPlace(brief, span, ofLines(mark, held))).map((fix) =>
    fix.certain ? { ...fix, safe: true } : fix,
  );
}

/**
 * Returns the fix that cites a mark's numbers. Offered only if the numbers of all marks are in the list of sources;
 * otherwise they are from a chat.
 */
function cite(brief: Brief, span: Span, ids: readonly string[]): Fix[] {
  const [first] = ids;
  if (first === undefined) return [];
  const source = brief.sources.find(({ id }) => id === first);
  const title =
    ids.length === 1 ? say('Cite {0}', describeSource(source, first)) : say('Cite {0}', ids.map(citationOf).join(''));
  return [{ title, edits: [citeInPlace(brief, span, ids.map(citationOf).join(''))] }];
}

function remove(brief: Brief, span: Span): Fix {
  return { title: say('Remove it'), edits: [removeWord(brief.text, span)] };
}
