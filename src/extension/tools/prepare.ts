import * as vscode from 'vscode';
import { readInput } from './inputs';
import type { ToolName } from './tools';

/** What the chat shows while a tool works; for the one that edits, what the user is asked first. */
export function prepare(name: ToolName, input: unknown): vscode.PreparedToolInvocation {
  if (name === 'brief_check') return { invocationMessage: 'Checking the brief' };
  if (name === 'brief_findEvidence') return { invocationMessage: 'Looking for evidence in the sources of the brief' };
  return {
    invocationMessage: 'Citing a source',
    confirmationMessages: { title: 'Cite a source', message: question(input) },
  };
}

/** Characters of what a model gives that are shown. */
const LONGEST = 200;

/** All of it is shown as it is: a model may have its words from a brief of a stranger. */
function question(input: unknown): vscode.MarkdownString {
  const { path, insight, line, source } = readInput(input);
  const what = source === undefined ? 'the likeliest source' : `source ${shown(source)}`;
  const where = line === undefined ? '' : `, on line ${line}`;
  const brief = path === undefined ? 'the active brief' : shown(path);
  const words = insight === undefined ? '' : ` for “${shown(insight)}”`;
  return new vscode.MarkdownString(`Put a citation of ${what} into ${brief}${where}${words}? The edit can be undone.`);
}

/** As Markdown that shows these very words: on one line, without marks, and without what could show other words than there are. */
function shown(text: string): string {
  const start = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return start.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
