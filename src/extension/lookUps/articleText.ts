import * as vscode from 'vscode';
import { recognize } from '../../lookUps/recognize';
import type { ArticleTextResult } from '../../server/protocol';
import type { Client } from '../client';
import { fail, inform } from '../client/messages';
import { makeEdits, whyUnknown } from '../commands/documentEdits';
import { toBase64 } from '../commands/importing/importFile';
import { besideBrief, freePath, pathsOf, savedBrief, writeNew } from '../commands/sources/newCopy';
import { isSameContent } from '../exporting/sameFile';
import type { ActiveBrief } from '../sources/activeBrief';
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
 * Adds the text of the article that the active brief sums up: from a file, the clipboard or an address. The paragraphs that the
 * brief's numbers fit are kept as a file beside it, which its source then names.
 */
export async function addArticleText(client: Client, active: ActiveBrief, lookUps: LookUps): Promise<void> {
  const editor = await active.editor(
    vscode.l10n.t('Open a brief first. You can then add the text of the article that it sums up.'),
  );
  const given = editor && (await askForArticle(lookUps));
  if (!given) return;
  try {
    const saved = await savedBrief(editor);
    if (saved) await keep(client, saved, given);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    fail(vscode.l10n.t('The text was not saved: {0}', reason));
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
            detail: vscode.l10n.t("Gets the text from the article's site."),
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
  if (!choice?.from) return null;
  return choice.from === 'address' ? fromAddress(lookUps) : from(choice.from);
}

async function from(place: Exclude<From, 'address'>): Promise<Given | null> {
  return place === 'file' ? fromFile() : fromText(await vscode.env.clipboard.readText(), 'clipboard.txt');
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
  if (!subject) return written === undefined ? null : nothing(vscode.l10n.t('This is not a web address.'));
  for (;;) {
    const found = await lookUps.find(subject, offerOtherWays);
    if (found === null) return null;
    if (found === 'file' || found === 'clipboard') return from(found);
    if (found.text?.trim()) return fromText(found.text, 'page.md');
    const wanted = await offerOtherWays(vscode.l10n.t('No article text was found there.'));
    if (wanted !== 'again') return wanted && from(wanted);
  }
}

/**
 * Says why an address gave no text, and offers other ways. A user who has the article open in a browser can save or copy it.
 */
async function offerOtherWays(reason: string): Promise<'file' | 'clipboard' | 'again' | null> {
  const [file, clipboard] = [vscode.l10n.t('From a File…'), vscode.l10n.t('From the Clipboard')];
  const again = vscode.l10n.t('Try Again');
  switch (await vscode.window.showWarningMessage(reason, file, clipboard, again)) {
    case file:
      return 'file';
    case clipboard:
      return 'clipboard';
    case again:
      return 'again';
    default:
      return null;
  }
}

function fromText(text: string, name: string): Given | null {
  if (text.trim() === '')
    return nothing(vscode.l10n.t('There is no text in it. Copy the text of the article, and try again.'));
  return { name, bytes: new TextEncoder().encode(text) };
}

function nothing(message: string): null {
  inform(message);
  return null;
}

/** Most requests for one command. A request is repeated if the user typed meanwhile. */
const MOST_TRIES = 3;

async function keep(client: Client, editor: vscode.TextEditor, { name, bytes }: Given): Promise<void> {
  const { uri } = editor.document;
  // The file isn't named after the article, because its title is a stranger's text.
  let path = await freePath(uri, ARTICLE, '.txt');
  if (path === null) return;
  let asked = false;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const result = await client.articleText(uri, { path, name, base64: toBase64(bytes) });
    const refused = whyNot(editor, result);
    if (refused !== null) {
      nothing(refused);
      return;
    }
    if (!result || !('edits' in result)) return;
    if (result.misfit && !asked) {
      const cites = await askWhatNumbersCite(result, result.misfit.why);
      if (cites === null) return;
      asked = cites === 'passages';
      if (cites === 'sources' && (await makeEdits(editor, result.misfit.edits, result.version))) return;
      // The text may have changed while the question was open.
      continue;
    }
    const same = await pathOfSame(uri, result.text);
    if (same !== null && same !== path) {
      // The edits name the path: they are asked for again.
      path = same;
      continue;
    }
    const takeBack = same === null ? await writeNew(besideBrief(uri, path), result.text) : () => undefined;
    if (await makeEdits(editor, result.edits, result.version)) {
      sayFit(path, result);
      return;
    }
    // Else a copy would be left that nothing names.
    await takeBack();
  }
  nothing(vscode.l10n.t('Nothing was added, because the text has changed meanwhile. Try again.'));
}

const ARTICLE = 'article';

/** Returns the path of a copy that is here already with just this text; null if there is none. */
async function pathOfSame(brief: vscode.Uri, text: string): Promise<string | null> {
  const bytes = new TextEncoder().encode(text);
  for (const path of await pathsOf(brief, ARTICLE, '.txt')) {
    const copy = besideBrief(brief, path);
    const { size } = await vscode.workspace.fs.stat(copy);
    if (size === bytes.length && isSameContent(await vscode.workspace.fs.readFile(copy), bytes)) return path;
  }
  return null;
}

type AddedText = Extract<ArticleTextResult, { text: string }>;

/** Asks what to do if the numbers don't seem to cite the text's passages. Null: nothing. */
async function askWhatNumbersCite(
  { passages, fit: { found, elsewhere } }: AddedText,
  why: 'beyond' | 'misfit',
): Promise<'sources' | 'passages' | null> {
  const [sources, kept] = [vscode.l10n.t('Cite Sources'), vscode.l10n.t('Keep Passages')];
  const message =
    why === 'beyond'
      ? vscode.l10n.t(
          'The article has {0} passages, but the brief cites a higher number. Do its numbers cite sources instead?',
          passages,
        )
      : vscode.l10n.t(
          'Numbers and quotations found in the cited passage: {0}. In another one: {1}. Do the numbers of the brief cite sources instead?',
          found,
          elsewhere,
        );
  const detail = vscode.l10n.t(
    '"Cite Sources" removes "cite: passages" and adds an entry to fill in for each number. The text is then not used.',
  );
  const choice = await vscode.window.showWarningMessage(message, { modal: true, detail }, sources, kept);
  return choice === undefined ? null : choice === sources ? 'sources' : 'passages';
}

function whyNot({ document }: vscode.TextEditor, result: ArticleTextResult | null): string | null {
  if (!result) return whyUnknown(document, vscode.l10n.t('This brief is not checked, so no text can be added.'));
  if ('error' in result) return vscode.l10n.t('The article was not read: {0}.', result.error);
  return 'none' in result
    ? vscode.l10n.t(
        'The text was not added: the numbers of this brief do not cite its passages. The brief lists sources, or most of its numbers are in other passages.',
      )
    : null;
}

function sayFit(path: string, { passages, fit: { found, elsewhere, notFound } }: AddedText): void {
  inform(
    vscode.l10n.t(
      'The text of the article is in {0}, with {1} passages. Numbers and quotations found in the cited passage: {3} of {2}.',
      path,
      passages,
      found + elsewhere + notFound,
      found,
    ),
  );
}
