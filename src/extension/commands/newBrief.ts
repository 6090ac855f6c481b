import * as vscode from 'vscode';

/** Opens an untitled brief with the parts that a brief has, ready to be filled in. */
export async function newBrief(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'brief' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(skeleton());
}

/** A quote or a backslash that is not part of an escape yet: the cursor may leave a title more than once. */
const UNESCAPED = String.raw`((?<!\\)\\(?![\\"])|(?<!\\)")`;

/**
 * A line with a title in quotes, since many titles have a colon. VS Code escapes what was typed into it when the cursor moves on.
 *
 * @param stop the number of its tab stop
 */
const titleLine = (stop: number) => ['title:', String.raw`"${'$'}{${stop}/${UNESCAPED}/\\$1/g}"`].join(' ');

function skeleton(): vscode.SnippetString {
  const words = (text: string) => text.replace(/[\\$}]/g, '\\$&');
  const lines = [
    '---',
    titleLine(1),
    'published: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE',
    'sources:',
    '  - id: 1',
    `    ${titleLine(2)}`,
    `    url: \${3:https://example.org/}`,
    '---',
    '',
    `## \${4:${words(vscode.l10n.t('Section'))}}`,
    '',
    `- \${5:${words(vscode.l10n.t('What the source says'))}} [1]`,
    '$0',
  ];
  return new vscode.SnippetString(lines.join('\n'));
}
