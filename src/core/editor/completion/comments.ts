/** Our comments, and the rule codes in them. */

import { say } from '../../base/say';
import type { Span } from '../../base/text';
import { RULES } from '../../rules';
import { type Completion, type Completions, NOTHING, spansOf } from './completion';

interface Form {
  readonly words: string;
  readonly takesCodes: boolean;
  readonly says: () => string;
}

const FORMS: readonly Form[] = [
  {
    words: 'brief-disable-next-line',
    takesCodes: true,
    says: () => say('Turns rules off for the insight or entry that starts on the next line.'),
  },
  {
    words: 'brief-disable-line',
    takesCodes: true,
    says: () => say('Turns rules off for the insight or entry that starts on this line.'),
  },
  {
    words: 'brief-disable',
    takesCodes: true,
    says: () => say('Turns rules off from here on, to brief-enable or to the end.'),
  },
  { words: 'brief-enable', takesCodes: true, says: () => say('Ends what brief-disable started.') },
  {
    words: 'brief: computed',
    takesCodes: false,
    says: () =>
      say(
        'After a claim: the author calculated its numbers, so no source needs to have them. You can add the calculation: (250 − 200) ÷ 200.',
      ),
  },
  {
    words: 'brief: own',
    takesCodes: false,
    says: () => say('Under a heading: the section is your own judgement, and nothing in it needs a citation.'),
  },
];

const SUPPRESSION = /^(?:brief-(?:disable-next-line|disable-line|disable|enable))[ \t]+((?:[\w/-]+[\s,]+)*)([\w/-]*)$/;
/** No comment of ours is longer. */
const LONGEST = 1000;

/**
 * Completes an HTML comment of ours or, if the author asked for it, a comment that may become one. Null if no comment is open
 * at the offset.
 */
export function commentAt(text: string, from: number, offset: number, asked: boolean): Completions | null {
  const open = text.lastIndexOf('<!--', offset - 4);
  if (open < from || open + LONGEST < offset) return null;
  const inside = text.slice(open + 4, offset);
  if (inside.includes('-->')) return null;
  const rest = text.slice(offset, offset + LONGEST).split(/[\r\n]/, 1)[0] ?? '';
  const isClosed = rest.includes('-->');
  const start = offset - inside.trimStart().length;
  const behind = /^[\w:/-]*(?=\s|$|-->)/.exec(rest)?.[0].replace(/-+$/, '') ?? '';
  const codes = codesAt(text.slice(start, offset), offset, behind, isClosed ? '' : ' -->');
  if (codes) return { items: codes, incomplete: false };
  if (!asked || /[\r\n]/.test(inside) || !/^(?:b|br|bri|brie|brief[-:\w ]*)?$/.test(inside.trim())) return NOTHING;
  const lead = inside === '' ? ' ' : '';
  const items = FORMS.map(({ words, takesCodes, says }): Completion => {
    const plain = takesCodes ? `${words} ` : words;
    const close = isClosed ? '' : takesCodes ? '-->' : ' -->';
    return {
      kind: 'key',
      label: words,
      documentation: says(),
      newText: takesCodes ? lead + plain : lead + plain + close,
      ...(takesCodes && close !== '' ? { snippet: `${lead}${plain}$0 ${close}` } : {}),
      goesOn: takesCodes,
      ...spansOf({ start, end: offset + behind.length }, offset),
    };
  });
  return { items, incomplete: false };
}

/** Completes a comment of YAML, whose `#` stands at the start of `comment`. */
export function yamlCommentAt(text: string, comment: Span, offset: number, asked: boolean): Completions {
  const inside = text.slice(comment.start + 1, offset);
  const start = offset - inside.trimStart().length;
  const behind = /^[\w/-]*/.exec(text.slice(offset, comment.end))?.[0] ?? '';
  const codes = codesAt(text.slice(start, offset), offset, behind, '');
  if (codes) return { items: codes, incomplete: false };
  const [form] = FORMS;
  if (!asked || !form || !/^(?:b|br|bri|brie|brief[-\w]*)?$/.test(inside.trim())) return NOTHING;
  const spans = spansOf({ start, end: offset + behind.length }, offset);
  const newText = `${inside === '' ? ' ' : ''}${form.words} `;
  const item: Completion = {
    kind: 'key',
    label: form.words,
    documentation: form.says(),
    newText,
    goesOn: true,
    ...spans,
  };
  return { items: [item], incomplete: false };
}

function codesAt(inside: string, offset: number, behind: string, closing: string): Completion[] | null {
  const match = SUPPRESSION.exec(inside);
  if (!match) return null;
  const given = new Set((match[1] ?? '').split(/[\s,]+/));
  // The words after `--` are the author's reason.
  if (given.has('--')) return [];
  const start = offset - (match[2] ?? '').length;
  const spans = spansOf({ start, end: offset + behind.length }, offset);
  return ruleItems(given).map((item) => ({ ...item, newText: item.label + closing, ...spans }));
}

/** The codes of the rules, with what they report. */
export function ruleItems(without: ReadonlySet<string>): Pick<Completion, 'kind' | 'label' | 'documentation'>[] {
  return RULES.filter(({ code }) => !without.has(code)).map(({ code, description }) => ({
    kind: 'rule',
    label: code,
    documentation: say(description),
  }));
}
