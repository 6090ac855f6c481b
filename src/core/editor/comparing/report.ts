/** Changes for people, and as plain values for programs. */
import { say } from '../../base/say';
import type { Range } from '../../base/text';
import type { Brief } from '../../brief/types';
import type { Change, ChangeKind, Side } from './change';

/** The shape is public (docs/command-line.md): it changes only by adding. */
export interface ChangeReport {
  readonly kind: ChangeKind;
  readonly what: 'added' | 'lost' | 'changed';
  /** Null where the version has no such claim. */
  readonly old: SideReport | null;
  readonly now: SideReport | null;
}

export interface SideReport {
  /** Null if the version lacks it; `range` is then the range of the claim. */
  readonly text: string | null;
  /** The range as in LSP: lines and UTF-16 units counted from 0. */
  readonly range: Range;
  readonly claim: { readonly text: string; readonly range: Range };
}

/**
 * Turns a change into plain values.
 *
 * @param cut shortens the texts
 */
export function changeReport(
  change: Change,
  old: Brief,
  now: Brief,
  cut: (text: string) => string = (text) => text,
): ChangeReport {
  const reported = (side: Side | null, { content, lines }: Brief): SideReport | null =>
    side && {
      text: side.text === null ? null : cut(side.text),
      range: lines.rangeOf(side.span),
      claim: { text: cut(content.slice(side.claim.start, side.claim.end)), range: lines.rangeOf(side.claim) },
    };
  const what = whatOf(change);
  return { kind: change.kind, what, old: reported(change.old, old), now: reported(change.now, now) };
}

function whatOf({ old, now }: Change): ChangeReport['what'] {
  return old?.text == null ? 'added' : now?.text == null ? 'lost' : 'changed';
}

/** Returns the name of a kind of change, in a word or two. */
export function nameOfKind(kind: ChangeKind): string {
  return NAMES[kind]();
}

const NAMES: Readonly<Record<ChangeKind, () => string>> = {
  number: () => say('number'),
  quotation: () => say('quotation'),
  citation: () => say('citation'),
  name: () => say('name'),
  hedge: () => say('hedge'),
  causal: () => say('causal word'),
  direction: () => say('direction'),
  negation: () => say('negation'),
};

/**
 * Puts a change in words: `4.2 million → 4.7 million`, `lost: [4]`.
 *
 * @param cut shortens the texts
 */
export function wordsOfChange({ old, now }: Change, cut: (text: string) => string): string {
  const [one, other] = [old?.text ?? null, now?.text ?? null];
  if (one !== null && other !== null) return `${cut(one)} → ${cut(other)}`;
  return one === null ? say('added: {0}', cut(other ?? '')) : say('lost: {0}', cut(one));
}
