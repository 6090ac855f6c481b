import type { ImportReport, ImportShape, Place, Removed } from './report';

/** An import report in plain words: lines for a terminal, which are Markdown too. */
export function reportLines(report: ImportReport): string[] {
  const { links, merged, numbered, shortened, citations, sources } = report;
  const done = [
    links.cited > 0 &&
      `${count(links.cited, 'link')} became ${links.cited === 1 ? 'a citation' : 'citations'}${links.made.length === 0 ? ' of sources that were listed' : `; ${count(links.made.length, 'source')} ${links.made.length === 1 ? 'is' : 'are'} new: ${idList(links.made)}`}.`,
    numbered > 0 && `${count(numbered, 'listed source')} had no number and got one.`,
    ...merged.map(({ from, into }) => `[${from}] was listed twice: it is [${into}] now.`),
    shortened > 0 &&
      `${count(shortened, 'address', 'addresses')} lost tracking parameters or marks of a text on the page.`,
    ...report.removed.map(removedLine),
  ];
  const open = [
    report.lost.length > 0 &&
      `${count(report.lost.length, 'mark')} of an assistant led to no source. Cite one for what stood there: ${some(report.lost.map(quoted))}.`,
    report.withoutSource.length > 0 &&
      `The text names no source for ${some(report.withoutSource.map(located))}: write behind its number in the list of sources what it is.`,
    report.untitled.length > 0 && `Only the site is known of ${idList(report.untitled)}: give a title.`,
    ...report.left.map(({ why, ...place }) => `${located(place)} became no source: it is ${why}.`),
  ];
  return [
    `Read as ${SHAPES[report.shape]}${report.citedBy.length === 0 ? '' : ` that cites by ${list(report.citedBy)}`}. The brief has ${count(citations, 'citation')} and ${count(sources, 'source')}.`,
    ...section('Done', done),
    ...section('For you to look at', open),
  ];
}

/** The report as a document. */
export function reportDocument(report: ImportReport): string {
  const [first = '', ...rest] = reportLines(report);
  const body = rest.map((line) => (line.endsWith(':') && !line.startsWith('-') ? `## ${line.slice(0, -1)}\n` : line));
  return `# Import report\n\n${[first, ...body].join('\n')}\n`;
}

/** One line for a notification. */
export function reportSummary({ citations, sources, removed, lost, withoutSource, left }: ImportReport): string {
  const gone = removed.reduce((sum, each) => sum + each.count, 0);
  const open = lost.length + withoutSource.length + left.length;
  return [
    `${count(citations, 'citation')} of ${count(sources, 'source')}`,
    gone > 0 && `${count(gone, 'leftover')} removed`,
    open > 0 && `${count(open, 'thing')} to look at`,
  ]
    .filter((part) => part !== false)
    .join(', ');
}

const SHAPES: Readonly<Record<ImportShape, string>> = {
  brief: 'a brief',
  markdown: 'a Markdown report',
  text: 'a plain text',
  'web-page': 'a web page',
  'word-document': 'a Word document',
};

function section(heading: string, lines: readonly (string | false)[]): string[] {
  const said = lines.filter((line) => line !== false);
  return said.length === 0 ? [] : ['', `${heading}:`, ...said.map((line) => `- ${line}`)];
}

function removedLine({ kind, count: number, examples }: Removed): string {
  if (kind === 'invisible character') return `${count(number, 'invisible character')} removed.`;
  const plural = kind === 'mark of an assistant' ? 'marks of an assistant' : 'buttons and notices of a page';
  const one = kind === 'mark of an assistant' ? 'mark of an assistant' : 'button or notice of a page';
  const more = number > examples.length ? ' and others' : '';
  return `${count(number, one, plural)} removed: ${examples.map(quoted).join(', ')}${more}.`;
}

function quoted({ text, line }: Place): string {
  const short = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return `"${short.replace(/[\uE200-\uE202]/g, '')}"${line === undefined ? '' : ` (line ${line})`}`;
}

function located({ text, line }: Place): string {
  return `${text}${line === undefined ? '' : ` (line ${line})`}`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number === 0 ? 'no' : number} ${number === 1 ? one : many}`;
}

function idList(ids: readonly string[]): string {
  return some(ids.map((id) => (/^\d/.test(id) || id.startsWith('^') ? `[${id}]` : `[@${id}]`)));
}

const MOST_NAMED = 12;

/** All of some words, or of many the first and how many more there are. */
function some(words: readonly string[]): string {
  const more = words.length - MOST_NAMED;
  return more > 0 ? `${words.slice(0, MOST_NAMED).join(', ')} and ${more} more` : list(words);
}

function list(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
