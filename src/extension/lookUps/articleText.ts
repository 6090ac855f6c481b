import * as vscode from 'vscode';
import { recognize } from '../../lookUps/recognize';
import type { ArticleTextResult } from '../../server/protocol';
import type { Client } from '../client';
import { activeBrief, makeEdits, whyUnknown } from '../commands/documentEdits';
import { toBase64 } from '../commands/importing/importFile';
import { besideBrief, freePath, savedBrief, writeNew } from '../commands/newCopy';
import { nameOf } from '../uris';
import type { LookUps } from './lookUps';

const MOST_BYTES = 50 * 1024 * 1024;
const DOCUMENTS = ['pdf', 'docx', 'html', 'htm', 'md', 'markdown', 'txt'];

/** The document of an article. */
interface Given {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Brings the text of the article that the active brief sums up: from a file, the clipboard or an address. The paragraphs that its
 * numbers fit are kept as a file beside the brief, which its source then names.
 */
export async function addArticleText(client: Client, lookUps: LookUps): Promise<void> {
  const editor = activeBrief(vscode.l10n.t('Open a brief first: the text is that of the article it sums up.'));
  const given = editor && (await askForArticle(lookUps));
  if (!given) return;
  try {
    const saved = await savedBrief(editor);
    if (saved) await keep(client, saved, given);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    vscode.window.showErrorMessage(vscode.l10n.t('The text was not saved: {0}', reason));
  }
}

type From = 'file' | 'clipboard' | 'address';

async function askForArticle(lookUps: LookUps): Promise<Given | null> {
  const choices: (vscode.QuickPickItem & { readonly from: From | null })[] = [
    {
      label: vscode.l10n.t('$(file) From a file…'),
      detail: vscode.l10n.t('A PDF, a Word document, a web page or a text.'),
      from: 'file',
    },
    {
      label: vscode.l10n.t('$(clippy) From the clipboard'),
      detail: vscode.l10n.t('Copy the text of the article first.'),
      from: 'clipboard',
    },
    ...(lookUps.isAvailable
      ? [
          {
            label: vscode.l10n.t('$(globe) From an address…'),
            detail: vscode.l10n.t('Asks the site of the article for its text.'),
            from: 'address' as const,
          },
        ]
      : []),
    { label: vscode.l10n.t('$(close) Not now'), from: null },
  ];
  const options = {
    title: vscode.l10n.t('Add Text of Article'),
    placeHolder: vscode.l10n.t('The numbers cite passages of one article. Where is its text?'),
    ignoreFocusOut: true,
  };
  const choice = await vscode.window.showQuickPick(choices, options);
  switch (choice?.from) {
    case 'file':
      return fromFile();
    case 'clipboard':
      return fromText(await vscode.env.clipboard.readText(), 'clipboard.txt');
    case 'address':
      return fromAddress(lookUps);
    default:
      return null;
  }
}

async function fromFile(): Promise<Given | null> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Add Text of Article'),
      openLabel: vscode.l10n.t('Add Text'),
      filters: { [vscode.l10n.t('Documents')]: DOCUMENTS, [vscode.l10n.t('All files')]: ['*'] },
    })) ?? [];
  if (!uri) return null;
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size <= MOST_BYTES) return { name: nameOf(uri), bytes: await vscode.workspace.fs.readFile(uri) };
  return nothing(vscode.l10n.t('{0} was not read: {1}.', nameOf(uri), vscode.l10n.t('it is larger than 50 MB')));
}

async function fromAddress(lookUps: LookUps): Promise<Given | null> {
  const written = await vscode.window.showInputBox({
    title: vscode.l10n.t('Add Text of Article'),
    prompt: vscode.l10n.t('The address of the article'),
    ignoreFocusOut: true,
  });
  const subject = written === undefined ? null : recognize(written);
  if (!subject) return written === undefined ? null : nothing(vscode.l10n.t('This is no web address.'));
  const found = await lookUps.lookUp(subject);
  if (found === null || found === 'plain') return null;
  return fromText(found.text ?? '', 'page.md');
}

function fromText(text: string, name: string): Given | null {
  if (text.trim() === '')
    return nothing(vscode.l10n.t('There is no text in it. Copy the text of the article, and try again.'));
  return { name, bytes: new TextEncoder().encode(text) };
}

function nothing(message: string): null {
  vscode.window.showInformationMessage(message);
  return null;
}

/** How often the server is asked again, because somebody went on typing. */
const MOST_TRIES = 3;

async function keep(client: Client, editor: vscode.TextEditor, { name, bytes }: Given): Promise<void> {
  const { uri } = editor.document;
  // No name of a file is that of an article: its words are those of a stranger.
  const path = await freePath(uri, 'article', '.txt');
  if (path === null) return;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const result = await client.articleText(uri, { path, name, base64: toBase64(bytes) });
    const refused = whyNot(editor, result);
    if (refused !== null) {
      nothing(refused);
      return;
    }
    if (!result || !('edits' in result)) return;
    const copy = besideBrief(uri, path);
    const takeBack = await writeNew(copy, result.text);
    if (await makeEdits(editor, result.edits, result.version)) {
      sayFit(path, result);
      return;
    }
    // A copy that nothing names would be left behind.
    await takeBack();
  }
  nothing(vscode.l10n.t('Nothing was added, because the text has changed meanwhile. Try again.'));
}

function whyNot({ document }: vscode.TextEditor, result: ArticleTextResult | null): string | null {
  if (!result) return whyUnknown(document, vscode.l10n.t('This brief is not checked, so no text can be added.'));
  if ('error' in result) return vscode.l10n.t('The article was not read: {0}.', result.error);
  return 'none' in result
    ? vscode.l10n.t('No source of this brief says "cite: passages", so its numbers cite no passages.')
    : null;
}

function sayFit(
  path: string,
  { passages, fit: { found, elsewhere, notFound } }: Extract<ArticleTextResult, { text: string }>,
): void {
  vscode.window.showInformationMessage(
    vscode.l10n.t(
      'The text of the article is in {0}, with {1} passages. Of {2} numbers and quotations, {3} stand in a passage that they cite.',
      path,
      passages,
      found + elsewhere + notFound,
      found,
    ),
  );
}
