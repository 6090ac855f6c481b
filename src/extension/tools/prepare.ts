import * as vscode from 'vscode';
import { readInput } from './inputs';
import type { ToolName } from './tools';

/**
 * Returns the message that the chat shows while a tool works. For the tool that edits, also returns a question for the user.
 */
export function prepare(name: ToolName, input: unknown): vscode.PreparedToolInvocation {
  if (name === 'brief_check') return { invocationMessage: vscode.l10n.t('Checking the brief') };
  if (name === 'brief_findEvidence')
    return { invocationMessage: vscode.l10n.t('Looking for evidence in the sources of the brief') };
  if (name === 'brief_compare')
    return { invocationMessage: vscode.l10n.t('Comparing the brief with an earlier version') };
  if (name === 'brief_secondReading')
    return { invocationMessage: vscode.l10n.t('Looking at what a second reader said') };
  return {
    invocationMessage: vscode.l10n.t('Citing a source'),
    confirmationMessages: { title: vscode.l10n.t('Cite a source'), message: question(input) },
  };
}

/** Longest value of a model that is shown, in UTF-16 units. */
const LONGEST = 200;

/**
 * Returns the question before a citation is made. All values are shown literally, as a model may have them from a stranger's
 * brief.
 */
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

/**
 * Returns Markdown that shows a text literally: on one line, without marks, and without characters that could disguise its
 * words.
 */
function shown(text: string): string {
  const start = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return start.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
