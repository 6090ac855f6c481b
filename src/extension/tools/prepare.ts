import * as vscode from 'vscode';
import { readInput } from './inputs';
import type { ToolName } from './tools';

/** What the chat shows while a tool works; for the one that edits, what the user is asked first. */
export function prepare(name: ToolName, input: unknown): vscode.PreparedToolInvocation {
  if (name === 'brief_check') return { invocationMessage: vscode.l10n.t('Checking the brief') };
  if (name === 'brief_findEvidence')
    return { invocationMessage: vscode.l10n.t('Looking for evidence in the sources of the brief') };
  if (name === 'brief_compare')
    return { invocationMessage: vscode.l10n.t('Comparing the brief with an earlier version') };
  return {
    invocationMessage: vscode.l10n.t('Citing a source'),
    confirmationMessages: { title: vscode.l10n.t('Cite a source'), message: question(input) },
  };
}

/** Characters of what a model gives that are shown. */
const LONGEST = 200;

/** All of it is shown as it is: a model may have its words from a brief of a stranger. */
function question(input: unknown): vscode.MarkdownString {
  const { path, insight, line, source } = readInput(input);
  const facts = [
    vscode.l10n.t('Brief: {0}', path === undefined ? vscode.l10n.t('the active one') : shown(path)),
    vscode.l10n.t('Source: {0}', source === undefined ? vscode.l10n.t('the likeliest one') : shown(source)),
    ...(line === undefined ? [] : [vscode.l10n.t('Line: {0}', line)]),
    ...(insight === undefined ? [] : [vscode.l10n.t('Insight: “{0}”', shown(insight))]),
  ];
  const asked = vscode.l10n.t('Put this citation into the brief? The edit can be undone.');
  return new vscode.MarkdownString(`${asked}\n\n${facts.map((fact) => `- ${fact}\n`).join('')}`);
}

/** As Markdown that shows these very words: on one line, without marks, and without what could show other words than there are. */
function shown(text: string): string {
  const start = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return start.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
