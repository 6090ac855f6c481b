import * as vscode from 'vscode';
import type { CitableSource, CitationOffer, LikelySource, NewSource } from '../../server/protocol';

/** What was picked: a source to cite, or a new one. */
export type Picked =
  | { readonly kind: 'source'; readonly source: CitableSource }
  | { readonly kind: 'new'; readonly added: NewSource };

interface Row extends vscode.QuickPickItem {
  readonly choice?: Picked;
}

/**
 * Lets the user pick a source: the likely ones first, each with the words of its passage, then all others. It shows at
 * once, and fills when the offer is there.
 *
 * @param hint what is said in the empty field
 * @returns null where nothing was picked, or the offer is null.
 */
export async function pickSource(offer: Promise<CitationOffer | null>, hint: string): Promise<Picked | null> {
  const picker = vscode.window.createQuickPick<Row>();
  picker.title = vscode.l10n.t('Add Citation');
  picker.placeholder = hint;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.busy = true;
  const chosen = new Promise<Picked | null>((resolve) => {
    picker.onDidAccept(() => {
      const picked = picker.selectedItems[0]?.choice;
      if (picked) resolve(picked);
    });
    picker.onDidHide(() => resolve(null));
  });
  picker.show();
  try {
    const found = await offer;
    if (!found) return null;
    picker.title = vscode.l10n.t('Add Citation: {0}', shortened(found.claim));
    picker.items = rowsOf(found);
    // What stands there already is not what is wanted.
    const first = picker.items.find(({ choice }) => choice?.kind === 'source' && choice.source.edits.length > 0);
    if (first) picker.activeItems = [first];
    picker.busy = false;
    return await chosen;
  } finally {
    picker.dispose();
  }
}

function rowsOf({ likely, others, newSource }: CitationOffer): Row[] {
  const rows: Row[] = [];
  if (likely.length > 0) rows.push(separator(vscode.l10n.t('Likely sources')), ...likely.map(likelyRow));
  if (others.length > 0)
    rows.push(separator(likely.length > 0 ? vscode.l10n.t('All other sources') : vscode.l10n.t('All sources')));
  rows.push(...others.map((source) => sourceRow(source)));
  if (newSource) {
    const choice: Picked = { kind: 'new', added: newSource };
    rows.push(separator(''), { label: `$(add) ${vscode.l10n.t('Add a new source…')}`, alwaysShow: true, choice });
  }
  return rows;
}

function separator(label: string): Row {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function sourceRow(source: CitableSource, reasons = ''): Row {
  const { citation, title, authors, publisher, year, cited } = source;
  const about = [
    title === '' ? '' : citation,
    cited ? vscode.l10n.t('cited here') : '',
    authors,
    publisher,
    year,
    reasons,
  ];
  return {
    label: verbatim(title === '' ? citation : title),
    description: verbatim(about.filter((part) => part !== '').join(' · ')),
    choice: { kind: 'source', source },
  };
}

/** With what it shares with the claim, and the words of its passage, where that is more than the title. */
function likelyRow(source: LikelySource): Row {
  const shared = source.why.map((reason) => reason.replace(/^(?:number|term) /, ''));
  const row = sourceRow(source, vscode.l10n.t('shares {0}', shared.join(vscode.l10n.t(', '))));
  return source.passage === '' ? row : { ...row, detail: verbatim(vscode.l10n.t('“{0}”', source.passage)) };
}

/** As much of a claim as the title has room for. */
function shortened(claim: string): string {
  const characters = [...claim];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('').trimEnd()}…` : claim;
}

const LONGEST = 64;

/** A text that VS Code shows as it is: `$(name)` stands for an icon there. */
function verbatim(text: string): string {
  return text.replace(/\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/g, '\\$&');
}
