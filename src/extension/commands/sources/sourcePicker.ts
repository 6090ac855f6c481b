import * as vscode from 'vscode';
import type { CitableSource, CitationOffer, LikelySource, NewSource } from '../../../server/protocol';
import { verbatim } from '../../client/verbatim';

/** The user's choice: a source to cite, or a new one. Its edits are for one version of the document. */
export type Picked = Choice & { readonly version: number };

type Choice =
  | { readonly kind: 'source'; readonly source: CitableSource }
  | { readonly kind: 'new'; readonly added: NewSource };

/** The sources to choose from, with the version of the document that all edits are for. */
export type Offer = CitationOffer & { readonly version: number };

interface Row extends vscode.QuickPickItem {
  readonly choice?: Picked;
}

/** Pause in typing before a search starts, in milliseconds. */
const PAUSE = 100;

/**
 * Lets the user pick a source: the likely ones first, each with the words of its passage, then all others. The picker opens at
 * once, and fills when the offer arrives. If there are more sources than the offer holds, typing searches them.
 *
 * @param ask gives the offer, of the sources that have the words
 * @param hint the placeholder of the empty field
 * @returns null if nothing was picked, 'unoffered' if `ask` gives null
 */
export async function pickSource(
  ask: (words: string) => Promise<Offer | null>,
  hint: string,
): Promise<Picked | 'unoffered' | null> {
  const picker = vscode.window.createQuickPick<Row>();
  picker.title = vscode.l10n.t('Add Citation');
  picker.placeholder = hint;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve, reject) => {
      /** The words that the rows were searched for; null as long as there are no rows. */
      let shown: string | null = null;
      let asked = '';
      /** True if the rows are all sources, so that typing needs no search. */
      let isWhole = false;
      let best: Row | undefined;
      const isCurrent = () => isWhole || shown === picker.value.trim();
      const fill = async (words: string) => {
        asked = words;
        picker.busy = true;
        const offer = await ask(words);
        if (asked !== words) return;
        if (!offer) return resolve('unoffered');
        shown = words;
        isWhole = words === '' && !offer.more;
        picker.title = vscode.l10n.t('Add Citation: {0}', shortened(offer.claim));
        picker.items = rowsOf(offer, words !== '');
        picker.busy = false;
        // A source that is cited here already isn't preselected.
        best = picker.items.find(({ choice }) => choice?.kind === 'source' && choice.source.edits.length > 0);
        if (best) picker.activeItems = [best];
      };
      const search = async () => {
        clearTimeout(timer);
        if (shown !== null && !isCurrent()) await fill(picker.value.trim());
      };
      picker.onDidChangeValue(() => {
        clearTimeout(timer);
        if (!isCurrent()) timer = setTimeout(() => search().catch(reject), PAUSE);
        else if (shown !== null) {
          // The pending answer isn't needed any more.
          asked = shown;
          picker.busy = false;
        }
      });
      picker.onDidAccept(async () => {
        const [selected] = picker.selectedItems;
        if (isCurrent()) return selected?.choice && resolve(selected.choice);
        // Enter may be pressed before the rows for the typed words arrive.
        await search().catch(reject);
        if (isCurrent() && best?.choice) resolve(best.choice);
      });
      picker.onDidHide(() => resolve(null));
      picker.show();
      fill('').then(search).catch(reject);
    });
  } finally {
    clearTimeout(timer);
    picker.dispose();
  }
}

/** @param all shows every row, without VS Code's own filter, as the rows were found by the typed words */
function rowsOf({ likely, others, more, newSource, version }: Offer, all: boolean): Row[] {
  const rows: Row[] = [];
  if (likely.length > 0)
    rows.push(separator(vscode.l10n.t('Likely sources')), ...likely.map((source) => likelyRow(source, version)));
  if (others.length > 0) rows.push(separator(headOfOthers(others.length, more, likely.length > 0)));
  rows.push(...others.map((source) => sourceRow(source, version)));
  if (newSource) {
    const choice: Picked = { kind: 'new', added: newSource, version };
    rows.push(separator(''), { label: `$(add) ${vscode.l10n.t('Add a new source…')}`, alwaysShow: true, choice });
  }
  return all ? rows.map((row) => ({ ...row, alwaysShow: true })) : rows;
}

function headOfOthers(count: number, more: boolean, besides: boolean): string {
  if (more) return vscode.l10n.t('The first {0} other sources: type to find more', count);
  return besides ? vscode.l10n.t('All other sources') : vscode.l10n.t('All sources');
}

function separator(label: string): Row {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function sourceRow(source: CitableSource, version: number, reasons = ''): Row {
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
    choice: { kind: 'source', source, version },
  };
}

/**
 * Makes the row of a likely source. It names what the source shares with the claim, and quotes the passage if that says more
 * than the title.
 */
function likelyRow(source: LikelySource, version: number): Row {
  const shared = source.why.map((reason) => reason.replace(/^(?:number|term) /, ''));
  const row = sourceRow(source, version, vscode.l10n.t('shares {0}', shared.join(vscode.l10n.t(', '))));
  return source.passage === '' ? row : { ...row, detail: verbatim(vscode.l10n.t('“{0}”', source.passage)) };
}

/** Shortens a claim to the length that fits the picker's title. */
function shortened(claim: string): string {
  const characters = [...claim];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('').trimEnd()}…` : claim;
}

const LONGEST = 64;
