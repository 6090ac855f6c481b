import { listed, shown } from '../../base/messages';
import { shortUrl } from '../../base/safeUrl';
import { say } from '../../base/say';
import type { Span } from '../../base/text';
import { timesCited } from '../../brief/queries/citedSources';
import { textStateOf } from '../../brief/sources/textState';
import type { Brief, Source } from '../../brief/types';
import type { PassagePlace } from '../verdicts';
import { differingLines, tellingPlaces } from './differing';
import type { Block, Line } from './markup';
import { capitalized, citedTimes, partWords } from './names';
import { addressCited, webAddress } from './original';
import { locatorOf, shorten, shownPassage, titleOf } from './passage';
import { type Evidence, lookedUp, nameOf, type Said, verdictOf } from './verdict';

/**
 * The card of a source: its title, authors, publisher and date, its address, and how often it's cited.
 *
 * @param place of a citation that may name a page
 */
export function sourceCard(brief: Brief, source: Source, place: Span | null = null): Block {
  return cardOf(source, citedTimes(timesCited(brief, source.id)), addressCited(brief, source, place));
}

/** The card of a source without the count of its citations. */
export function plainCard(source: Source): Block {
  return cardOf(source, '', webAddress(source));
}

/** @param address an address that the gate for addresses let through */
function cardOf(source: Source, cited: string, address: string | null): Block {
  const { authors, publisher, published } = source;
  const title = titleOf(source);
  const details = [
    source.partOf === undefined ? '' : say('passage {0}', source.id),
    listed(authors.map(({ value }) => value)),
    publisher && publisher.value !== title ? publisher.value : '',
    (published?.value ?? '').replace(/(?<=\d)T(?=\d)/, ' '),
    partWords(textStateOf(source)),
  ].filter((part) => part !== '');
  const lines: Line[] = [
    [{ kind: 'strong', text: `${shown(source.id)} ${title}`.trim() }],
    [details.length > 0 ? [...details.map(shorten), ...(cited ? [cited] : [])].join(' · ') : capitalized(cited)],
    address ? [{ kind: 'link', text: shortUrl(address.replace(/#page=\d+$/, '')), url: address }] : [],
  ];
  return { kind: 'lines', lines: lines.filter((line) => line.some((inline) => inline !== '')) };
}

/** Maximum number of lines of a person's notes; the rest can be read in their file. */
const MOST_NOTES = 6;

/** A person's notes about a source, as written, if any. */
export function notesBlocks({ notes }: Source): readonly Block[] {
  if (!notes) return [];
  const written = notes.value.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const lines: Line[] = written.slice(0, MOST_NOTES).map((line) => [shorten(line.trim())]);
  if (written.length > MOST_NOTES) lines.push(['…']);
  return [{ kind: 'rule' }, { kind: 'lines', lines: [[{ kind: 'strong', text: say('Own notes') }], ...lines] }];
}

/** Maximum number of passages; nobody reads more. */
const MOST_PASSAGES = 3;
const MOST_NAMES = 6;

/**
 * Shows what a source says about the numbers and quotations that it's cited for. They are grouped if they are found in one
 * passage, or missing for one reason.
 */
export function supportBlocks(brief: Brief, id: string, evidence: readonly Evidence[]): Block[] {
  const groups = new Map<string, Group>();
  for (const one of evidence) {
    const said = verdictOf(brief, one);
    if (!said) continue;
    const key = groupKey(one, said, id);
    const group = groups.get(key);
    if (group) group.evidence.push(one);
    else groups.set(key, { said, evidence: [one] });
  }
  let shownPassages = 0;
  return [...groups.values()].flatMap((group) => {
    const { place } = group.said;
    const shows = place?.source === id && shownPassages++ < MOST_PASSAGES;
    return [
      groupLines(group, place ? locatorOf(brief, place) : ''),
      ...(shows ? shownPassage(brief, place, placesOf(group)) : []),
    ];
  });
}

interface Group {
  readonly said: Said;
  readonly evidence: Evidence[];
}

/** Numbers found in one passage share a key, and so do all others with the same message. */
function groupKey(evidence: Evidence, { word, rest, place }: Said, id: string): string {
  if (evidence.kind === 'quotation' && evidence.quotation.verdict === 'altered') return `altered ${nameOf(evidence)}`;
  return lookedUp(evidence).verdict === 'found' && place?.source === id ? `found ${place.passage}` : word + rest;
}

/** `90%, 12 kt · Found in [5] · p. 12` */
function groupLines({ said: { word, rest }, evidence }: Group, locator: string): Block {
  const names = listed(evidence.map(nameOf), MOST_NAMES);
  const lines: Line[] = [[{ kind: 'strong', text: names }, ` · ${word}${rest}${locator}`]];
  for (const one of evidence) lines.push(...differingLines(one));
  return { kind: 'lines', lines };
}

function placesOf({ said, evidence }: Group): PassagePlace[] {
  const { place } = said;
  const found = evidence.flatMap((one) =>
    place && lookedUp(one).verdict === 'differs' ? tellingPlaces(one, place) : (lookedUp(one).at ?? []),
  );
  return found.length > 0 ? found : place ? [place] : [];
}
