import { listed } from '../../base/messages';
import { say } from '../../base/say';
import type { NumbersRead } from '../article/numbersRead';
import type { CitationShape, ImportReport, ImportShape, Place, Removed } from '.';

/** An import report in plain words: lines for a terminal, which are Markdown too. */
export function reportLines(report: ImportReport): string[] {
  const sections = sectionsOf(report).flatMap(({ heading, lines }) => ['', say('{0}:', heading), ...lines.map(asItem)]);
  return [readAs(report), ...sections];
}

/** The report as a document. */
export function reportDocument(report: ImportReport): string {
  const sections = sectionsOf(report).map(({ heading, lines }) => `## ${heading}\n\n${lines.map(asItem).join('\n')}`);
  return `${[`# ${say('Import report')}`, readAs(report), ...sections].join('\n\n')}\n`;
}

/** Sentences for a notification: what the brief has, what is gone, what is left to do. Each says what it counts. */
export function reportSummary({
  citations,
  sources,
  removed,
  lost,
  lostWords,
  withoutSource,
  keptMarks,
  left,
  countsAgain,
}: ImportReport): string {
  const gone = removed.reduce((sum, each) => sum + each.count, 0);
  const nowhere = lost.length + withoutSource.length + keptMarks.length;
  const open = lostWords.length + left.length + Number(countsAgain);
  const parts = [say('{0}, {1}.', sourcesIn(sources), citationsIn(citations))];
  if (nowhere > 0) parts.push(say('Citations whose source is not in the text: {0}.', nowhere));
  if (open > 0) parts.push(say('Links or words to look at: {0}.', open));
  if (gone > 0) parts.push(say('Marks and buttons of the assistant removed: {0}.', gone));
  return parts.reduce((before, next) => say('{0} {1}', before, next));
}

interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

function sectionsOf(report: ImportReport): Section[] {
  const { links, merged, numbers, numbered, lost, withoutSource, untitled, left } = report;
  const done = [
    ...(numbers ? [numbersLine(numbers)] : []),
    ...(links.cited > 0 ? [linksLine(links)] : []),
    ...(numbered > 0 ? [numberedLine(numbered)] : []),
    ...merged.map(({ from, into }) => say('[{0}] was listed twice. It is now [{1}].', from, into)),
    ...(report.shortened > 0 ? [shortenedLine(report.shortened)] : []),
    ...report.removed.map(removedLine),
  ];
  const open = [
    ...(report.countsAgain
      ? [say('Its lists of sources count from 1 again. Links and numbers were left as they are.')]
      : []),
    ...(numbers?.cite === 'passages' && numbers.passages === null
      ? [say('The text of the article is missing, so its numbers cannot be checked. Add it to the source as "text".')]
      : []),
    ...(lost.length > 0 ? [lostLine(lost)] : []),
    ...(report.lostWords.length > 0
      ? [say('These words are not in the brief. Put back what you need: {0}.', each(report.lostWords))]
      : []),
    ...(withoutSource.length > 0
      ? [
          say(
            'The text names no source for {0}. Describe it after its number in the list of sources.',
            some(withoutSource.map(located)),
          ),
        ]
      : []),
    ...(report.keptMarks.length > 0
      ? [
          say(
            'The source of {0} is known to the assistant only. Ask it for the list, or describe each after its number.',
            each(report.keptMarks),
          ),
        ]
      : []),
    ...(untitled.length > 0 ? [say('Only the site of {0} is known. Add its title.', idList(untitled))] : []),
    ...left.map(({ why, ...place }) => say('{0} was not made a source: it is {1}.', located(place), why)),
  ];
  return [
    { heading: say('Done'), lines: done },
    { heading: say('For you to look at'), lines: open },
  ].filter(({ lines }) => lines.length > 0);
}

function asItem(line: string): string {
  return `- ${line}`;
}

/** Says what kind of text was read, and how many citations and sources the brief has. */
function readAs({ shape, citedBy, citations, sources }: ImportReport): string {
  const name = SHAPES[shape]();
  const read =
    citedBy.length === 0
      ? say('Read as {0}.', name)
      : say('Read as {0}, with citations by {1}.', name, waysIn(citedBy));
  return say('{0} {1}', read, say('The brief has {0} and {1}.', citationsIn(citations), sourcesIn(sources)));
}

/** Lists ways to cite. Between their names, Chinese has no spaces. */
function waysIn(ways: readonly CitationShape[]): string {
  return listed(ways.map(wayName), ways.length).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

const SHAPES: Readonly<Record<ImportShape, () => string>> = {
  brief: () => say('a brief'),
  markdown: () => say('a Markdown report'),
  text: () => say('a plain text'),
  'web-page': () => say('a web page'),
  'word-document': () => say('a Word document'),
};

function wayName(way: CitationShape): string {
  return WAYS[way]();
}

const WAYS: Readonly<Record<CitationShape, () => string>> = {
  links: () => say('links'),
  numbers: () => say('numbers'),
  'raised numbers': () => say('raised numbers'),
  'bare numbers': () => say('bare numbers'),
  footnotes: () => say('footnotes'),
  keys: () => say('keys'),
  'names and years': () => say('names and years'),
  'marks of an assistant': () => say('marks of an assistant'),
};

function citationsIn(number: number): string {
  if (number === 0) return say('no citations');
  return number === 1 ? say('1 citation') : say('{0} citations', number);
}

function sourcesIn(number: number): string {
  if (number === 0) return say('no sources');
  return number === 1 ? say('1 source') : say('{0} sources', number);
}

function linksLine({ cited, made }: ImportReport['links']): string {
  if (made.length === 0)
    return cited === 1
      ? say('1 link became a citation of sources that were listed.')
      : say('{0} links became citations of sources that were listed.', cited);
  const links = cited === 1 ? say('1 link became a citation') : say('{0} links became citations', cited);
  const sources =
    made.length === 1
      ? say('1 source is new: {0}', idList(made))
      : say('{0} sources are new: {1}', made.length, idList(made));
  return say('{0}; {1}.', links, sources);
}

/** Says what the numbers cite, and why. */
function numbersLine({ title, ...read }: NumbersRead): string {
  const name = say('"{0}"', shortened(title));
  if (read.cite === 'passages') {
    if (!read.fit || read.passages === null)
      return say('Numbers were read as passages of {0}, which the text names at its top.', name);
    const { found, elsewhere, notFound } = read.fit;
    return say(
      'Numbers were read as passages of {0}, which has {1}. Numbers and quotations: {2}. In the cited passage: {3}. In another one: {4}. Not found: {5}.',
      name,
      read.passages,
      found + elsewhere + notFound,
      found,
      elsewhere,
      notFound,
    );
  }
  switch (read.why) {
    case 'listed':
      return say("Numbers were read as the listed sources. The article's text was not used.");
    case 'none':
      return say("The text has citations other than plain numbers. The article's text was not used.");
    case 'beyond':
      return say(
        'Numbers were read as sources: the article has only {0} passages, and one number is higher. Its text was not used.',
        read.passages,
      );
    case 'misfit':
      return say(
        'Numbers were read as sources. As passages of the article, {0} numbers and quotations fit and {1} are in another passage. Its text was not used.',
        read.fit?.found ?? 0,
        read.fit?.elsewhere ?? 0,
      );
  }
}

function numberedLine(number: number): string {
  return number === 1
    ? say('1 listed source had no number and got one.')
    : say('{0} listed sources had no number and got one.', number);
}

function shortenedLine(number: number): string {
  return number === 1
    ? say('Tracking parameters or text fragments were removed from 1 address.')
    : say('Tracking parameters or text fragments were removed from {0} addresses.', number);
}

function removedLine({ kind, count, examples }: Removed): string {
  const shown = examples.map(quoted).join(say(', '));
  const all = count > examples.length ? say('{0} and others', shown) : shown;
  const isOne = count === 1;
  switch (kind) {
    case 'invisible character':
      return isOne ? say('1 invisible character removed.') : say('{0} invisible characters removed.', count);
    case 'mark of an assistant':
      return isOne
        ? say('1 mark of an assistant removed: {0}.', all)
        : say('{0} marks of an assistant removed: {1}.', count, all);
    case 'button or notice':
      return isOne
        ? say('1 button or notice of a page removed: {0}.', all)
        : say('{0} buttons and notices of a page removed: {1}.', count, all);
  }
}

function lostLine(lost: readonly Place[]): string {
  const places = each(lost);
  return lost.length === 1
    ? say('1 mark of an assistant led to no source. Cite a source instead: {0}.', places)
    : say('{0} marks of an assistant led to no source. Cite sources instead: {1}.', lost.length, places);
}

/** Lists all places. Places with the same words are named together. */
function each(places: readonly Place[]): string {
  const lines = new Map<string, number[]>();
  for (const { text, line } of places)
    lines.set(text, [...(lines.get(text) ?? []), ...(line === undefined ? [] : [line])]);
  const shown = [...lines].map(([text, at]) => {
    const [line, ...others] = [...new Set(at)];
    return others.length === 0
      ? quoted(line === undefined ? { text } : { text, line })
      : say('"{0}" (lines {1})', shortened(text), [line, ...others].join(say(', ')));
  });
  return listed(shown, shown.length);
}

function quoted({ text, line }: Place): string {
  const short = shortened(text);
  return line === undefined ? say('"{0}"', short) : say('"{0}" (line {1})', short, line);
}

function shortened(text: string): string {
  return (text.length > 60 ? `${text.slice(0, 57)}…` : text).replace(/[\uE200-\uE202]/g, '');
}

function located({ text, line }: Place): string {
  return line === undefined ? text : say('{0} (line {1})', text, line);
}

function idList(ids: readonly string[]): string {
  return some(ids.map((id) => (/^\d/.test(id) || id.startsWith('^') ? `[${id}]` : `[@${id}]`)));
}

/** Lists the first words, and says how many more there are. */
function some(words: readonly string[]): string {
  return listed(words, 12);
}
