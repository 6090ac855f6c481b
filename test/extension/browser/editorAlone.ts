/** What VS Code itself makes of keys in a brief, by the rules of the language configuration alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/root.js';

interface Configuration {
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
  readonly autoCloseBefore: string;
  readonly onEnterRules: readonly { readonly beforeText: string; readonly action: { readonly appendText?: string } }[];
}

const configuration: Configuration = JSON.parse(readFileSync(join(ROOT, 'language-configuration.json'), 'utf8'));
const RULES = configuration.onEnterRules.map(({ beforeText, action: { appendText = '' } }) => ({
  before: new RegExp(beforeText),
  appendText,
}));
const TAB_SIZE = 2;

/** A text with one cursor, and the brackets right behind it that the editor has put in. */
interface State {
  readonly before: string;
  readonly after: string;
  readonly closers: number;
}

/**
 * All texts that keys may come to. A rule of the language applies where VS Code has coloured the line when a key comes, and
 * not before: either is the editor's own answer, whoever types how fast.
 *
 * @param keys `⏎` is Enter, `⇥` Tab, `⇤` Shift+Tab, `⌫` Backspace; any other character is itself
 * @returns the texts, each `untidied`
 */
export function possibleTexts(before: string, after: string, keys: string): ReadonlySet<string> {
  let states: readonly State[] = [{ before, after, closers: 0 }];
  for (const key of keys) {
    const next = new Map<string, State>();
    for (const state of states.flatMap((each) => pressed(each, key)))
      next.set(`${state.before}\0${state.closers}\0${state.after}`, state);
    states = [...next.values()];
  }
  return new Set(states.map((state) => untidied(state.before + state.after)));
}

/**
 * A text without what is tidied a moment after Enter unless somebody types on: the numbers of items, the markers of those without
 * text, and the blanks behind others. VS Code itself takes white space away that is alone on its line.
 */
export function untidied(text: string): string {
  return text
    .replace(/^([ \t>]*)\d+(?=[.)] )/gm, '$11')
    .replace(/^[ \t]*(?:>|(?:[-*+]|1[.)])(?: \[ \])?)?[ \t]*$/gm, '')
    .replace(/^([ \t>]*(?:[-*+]|1[.)]) .*?)[ \t]+$/gm, '$1');
}

function pressed(state: State, key: string): State[] {
  if (key === '⏎') return broken(state);
  if (key === '⇥') return tabbed(state);
  if (key === '⇤') return [{ ...state, before: state.before.replace(/(^|\n) {1,2}([^\n]*)$/, '$1$2') }];
  return key === '⌫' ? [deleted(state)] : typed(state, key);
}

function lineOf({ before }: State): string {
  return before.slice(before.lastIndexOf('\n') + 1);
}

function columnOf(state: State): number {
  return lineOf(state).length;
}

function broken(state: State): State[] {
  const line = lineOf(state);
  const margin = /^[ \t]*/.exec(line)?.[0] ?? '';
  const rule = RULES.find(({ before }) => before.test(line));
  const begun = new Set([margin, margin + (rule?.appendText ?? '')]);
  // YAML's own rule, in front matter and figures.
  if (/[:-] ?$/.test(line)) begun.add(margin + ' '.repeat(TAB_SIZE));
  return [...begun].map((start) => ({ ...state, before: `${state.before}\n${start}`, closers: 0 }));
}

/** On a blank line Tab writes what Enter would have begun it with behind the last line that is not. */
function tabbed(state: State): State[] {
  const { before } = state;
  const spaces = { ...state, before: before + ' '.repeat(TAB_SIZE - (columnOf(state) % TAB_SIZE)) };
  const line = lineOf(state);
  const last = before.trimEnd().split('\n').at(-1) ?? '';
  const rule = RULES.find((each) => each.before.test(last));
  const start = rule && `${/^[ \t]*/.exec(last)?.[0] ?? ''}${rule.appendText}`;
  if (line.trim() !== '' || !start || line.startsWith(start)) return [spaces];
  return [spaces, { ...state, before: before.slice(0, before.length - line.length) + start }];
}

function deleted(state: State): State {
  const { before, after, closers } = state;
  const line = lineOf(state);
  const pair = configuration.autoClosingPairs.find(({ open }) => before.endsWith(open));
  if (closers > 0 && pair && after.startsWith(pair.close))
    return { before: before.slice(0, -1), after: after.slice(1), closers: closers - 1 };
  const spaces = /^ +$/.test(line) ? ((line.length - 1) % TAB_SIZE) + 1 : 1;
  return { ...state, before: before.slice(0, -spaces) };
}

function typed(state: State, key: string): State[] {
  const { before, after, closers } = state;
  if (closers > 0 && after.startsWith(key))
    return [{ before: before + key, after: after.slice(1), closers: closers - 1 }];
  const plain = { ...state, before: before + key };
  const pair = configuration.autoClosingPairs.find(({ open }) => open === key);
  const next = after[0] ?? '\n';
  const mayClose = closers > 0 || configuration.autoCloseBefore.includes(next);
  return pair && mayClose
    ? [plain, { before: before + key, after: pair.close + after, closers: closers + 1 }]
    : [plain];
}
