import { codePoint } from '../../base/messages';
import type { Finding } from '../../base/problem';
import { say } from '../../base/say';
import type { Span } from '../../base/text';
import { textRule } from '../rule';

/**
 * Reports controls of the Unicode bidirectional algorithm (UAX #9) that let readers see another text than the one written.
 * Isolates and embeddings set names of one script in another. They are left alone if closed on their line around text of
 * their direction, as are marks.
 */
export const bidi = textRule({
  code: 'text/bidi',
  severity: 'warning',
  description: 'An invisible control character that makes readers see the text in another order.',
  where: (text) => OPENING.test(text),
  *check({ text, at }): Iterable<Finding> {
    for (const control of controlsIn(text, at))
      yield {
        span: control.opening,
        message: () =>
          say('There is an invisible {0} here: {1}. Remove it.', named(control), REASONS[control.trouble]()),
        fixes: () => [
          {
            title: say('Remove the {0}', named(control)),
            edits: [control.opening, ...(control.closing ? [control.closing] : [])].map((span) => ({
              span,
              newText: '',
            })),
            preferred: true,
            certain: true,
          },
        ],
      };
  },
});

const OPENING = /[\u202a\u202b\u202d\u202e\u2066-\u2068]/;
const NOTABLE =
  /([\u202a\u202b\u202d\u202e])|([\u2066-\u2068])|(\u202c)|(\u2069)|([\n\r\u2029])|[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/gu;

function named({ character }: Control): string {
  return say('{0} ({1})', nameOf(character), codePoint(character));
}

function nameOf(control: string): string {
  switch (control) {
    case '\u202a':
      return say('left-to-right embedding');
    case '\u202b':
      return say('right-to-left embedding');
    case '\u202d':
      return say('left-to-right override');
    case '\u202e':
      return say('right-to-left override');
    case '\u2066':
      return say('left-to-right isolate');
    case '\u2067':
      return say('right-to-left isolate');
    default:
      return say('first strong isolate');
  }
}

const REASONS = {
  override: () => say('the characters after it are shown in another order'),
  unclosed: () => say('it does not end on its line, so the text after it may be shown in another order'),
  reorders: () => say('it sets right-to-left order, but no letter after it is written that way'),
};

interface Control {
  readonly character: string;
  readonly trouble: keyof typeof REASONS;
  readonly opening: Span;
  /** The character that closes it. */
  readonly closing?: Span;
}

interface Open {
  readonly character: string;
  readonly at: number;
  readonly isIsolate: boolean;
}

/** @param base start of the text in the document */
function controlsIn(text: string, base: number): Control[] {
  const found: Control[] = [];
  const spanAt = (at: number): Span => ({ start: base + at, end: base + at + 1 });
  let open: Open[] = [];
  let isolates = 0;
  let lastRightToLeft = -1;
  const unclosed = ({ character, at }: Open) => found.push({ character, trouble: 'unclosed', opening: spanAt(at) });
  const close = (opened: Open, at: number) => {
    const { character } = opened;
    const isOverride = character === '\u202d' || character === '\u202e';
    const isRightToLeft = character === '\u202b' || character === '\u2067';
    const trouble = isOverride ? 'override' : 'reorders';
    if (!isOverride && !(isRightToLeft && lastRightToLeft < opened.at && at > opened.at + 1)) return;
    found.push({ character, trouble, opening: spanAt(opened.at), closing: spanAt(at) });
  };
  const endLine = () => {
    open.forEach(unclosed);
    open = [];
    isolates = 0;
  };
  for (const { index, 0: character, 1: embedding, 2: isolate, 3: pop, 4: popIsolate, 5: lineBreak } of text.matchAll(
    NOTABLE,
  )) {
    if (embedding || isolate) {
      open.push({ character, at: index, isIsolate: isolate !== undefined });
      if (isolate) isolates++;
    } else if (pop) {
      const last = open.at(-1);
      if (last && !last.isIsolate) {
        open.pop();
        close(last, index);
      }
    } else if (popIsolate) {
      // The end of an isolate closes everything opened in it. Without an open isolate, it has no effect.
      for (let last = isolates > 0 ? open.pop() : undefined; last; last = open.pop()) {
        if (last.isIsolate) {
          isolates--;
          close(last, index);
          break;
        }
        unclosed(last);
      }
    } else if (lineBreak) endLine();
    else lastRightToLeft = index;
  }
  endLine();
  return found;
}
