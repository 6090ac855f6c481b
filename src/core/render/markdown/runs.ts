/** Takes the place of markdown-it's own `inline` step: hands each run of inline content its inserts first. */
import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { indexLines } from '../../base/text';
import type { Words } from '../../languages/pageWords';
import { LONGEST_TEXT } from '../../syntax/inline/inlineText';
import { element, text } from '../html';
import { factsOf, type InlineRun, type Insert, type RenderEnv } from './facts';
import { mapCell, mapLines, runFor, type SourceLine } from './inlineMap';

export function addRuns(md: MarkdownIt): void {
  md.core.ruler.at('inline', runs);
}

function runs(state: StateCore): void {
  const env = state.env as RenderEnv;
  const facts = factsOf(env);
  const source = env.source;
  const lines = indexLines(source);
  const lineAt = (line: number): SourceLine => {
    const start = lines.startOf(line);
    return { start, text: source.slice(start, lines.endOf(line)) };
  };
  let row = 0;
  let column = 0;
  for (const [index, token] of state.tokens.entries()) {
    if (token.type === 'tr_open' && token.map) {
      row = token.map[0];
      column = 0;
    }
    if (token.type !== 'inline') continue;
    if (token.map) {
      const first = token.map[0];
      env.run = runFor(
        token.content,
        mapLines(token.content, (line) => lineAt(first + line)),
        facts.inserts,
      );
      addLeading(env.run, leadingInsert(state.tokens, index, facts.words));
    } else {
      const cell = mapCell(token.content, lineAt(row), column);
      column = cell.end;
      env.run = runFor(token.content, cell.stretches, facts.inserts);
    }
    token.children ??= [];
    if (token.content.length > LONGEST_TEXT) token.children.push(asWritten(state, token.content));
    else state.md.inline.parse(token.content, state.md, env, token.children);
  }
  env.run = null;
}

/** A text in which nothing is read: it is too long. */
function asWritten(state: StateCore, content: string): Token {
  const token = new state.Token('text', '', 0);
  token.content = content;
  return token;
}

function addLeading(run: InlineRun, insert: Insert | null): void {
  if (!insert || run.starts[0] === 0) return;
  run.starts.unshift(0);
  run.byStart.set(0, insert);
}

/** The box of a GFM task item, or the word of a GFM alert, where a run starts with one. */
function leadingInsert(tokens: readonly Token[], index: number, words: Words): Insert | null {
  const container = tokens[index - 2];
  const { content } = tokens[index] ?? { content: '' };
  if (container?.type === 'list_item_open') {
    const task = /^\[([ xX])\](?=[ \t\n])/.exec(content);
    if (!task) return null;
    const done = task[1] !== ' ';
    container.attrJoin('class', 'task');
    const box = element('input', {
      type: 'checkbox',
      disabled: true,
      checked: done || null,
      'aria-label': done ? words.done : words.toDo,
    });
    return { span: { start: 0, end: 3 }, html: box };
  }
  if (container?.type === 'blockquote_open') {
    const alert = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i.exec(content);
    const kind = alert?.[1]?.toLowerCase() as keyof Words['alerts'] | undefined;
    if (!alert || !kind) return null;
    container.attrJoin('class', `alert alert-${kind}`);
    const title = element('strong', { class: 'alert-title' }, text(words.alerts[kind]));
    return { span: { start: 0, end: alert[0].length }, html: title };
  }
  return null;
}
