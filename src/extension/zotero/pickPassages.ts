import * as vscode from 'vscode';
import type { ZoteroContent, ZoteroPassage } from '../../lookUps/contract';
import { verbatim } from '../client/verbatim';

/** The user's choice from an item. */
export interface Picked {
  readonly passages: readonly ZoteroPassage[];
  /** True if the full text is kept as a local copy. */
  readonly withText: boolean;
}

interface Row extends vscode.QuickPickItem {
  readonly passage: ZoteroPassage | null;
}

/** Longest label, in UTF-16 units. Nobody reads a longer one. */
const LONGEST = 120;

/**
 * Asks which highlights and notes of an item are added. Highlights and the text are selected at first. Notes aren't, because
 * their words aren't the source's.
 *
 * @param copy the path that its full text would get; null: it gets none
 * @returns null if the user wants nothing
 */
export async function pickPassages(
  citation: string,
  { passages }: ZoteroContent,
  copy: string | null,
): Promise<Picked | null> {
  const text: Row[] =
    copy === null
      ? []
      : [
          {
            label: vscode.l10n.t('$(new-file) Keep its text as {0}', copy),
            detail: vscode.l10n.t('Numbers and quotations of your brief are looked up in the copy.'),
            picked: true,
            passage: null,
          },
        ];
  const rows = (kind: ZoteroPassage['kind'], icon: string): Row[] =>
    passages.filter((passage) => passage.kind === kind).map((passage) => rowOf(passage, icon));
  const [highlights, notes] = [rows('highlight', '$(quote)'), rows('note', '$(note)')];
  const choices = await vscode.window.showQuickPick(
    [
      ...text,
      ...under(vscode.l10n.t('Highlights'), highlights),
      ...under(vscode.l10n.t('Notes, in your own words'), notes),
    ],
    {
      title: vscode.l10n.t('Add Highlights from Zotero'),
      placeHolder: vscode.l10n.t('Choose what to add to {0}. Each becomes a quote of the source.', citation),
      canPickMany: true,
      ignoreFocusOut: true,
      matchOnDetail: true,
    },
  );
  if (!choices || choices.length === 0) return null;
  return {
    passages: choices.flatMap(({ passage }) => passage ?? []),
    withText: choices.some((row) => text.includes(row)),
  };
}

function under(label: string, rows: readonly Row[]): Row[] {
  const head = { label, kind: vscode.QuickPickItemKind.Separator, passage: null };
  return rows.length === 0 ? [] : [head, ...rows];
}

function rowOf(passage: ZoteroPassage, icon: string): Row {
  const { kind, text, page, comment } = passage;
  const label = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return {
    label: `${icon} ${verbatim(label)}`,
    ...(page === undefined ? {} : { description: vscode.l10n.t('p. {0}', page) }),
    ...(comment === '' ? {} : { detail: verbatim(comment) }),
    picked: kind === 'highlight',
    passage,
  };
}
