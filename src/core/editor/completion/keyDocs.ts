import { say } from '../../base/say';
import { SOURCE_FIELDS, SOURCE_TEXTS } from '../../base/sourceFields';
import type { Owner } from '../../document/frontMatter/keys';

type KnownOwner = Exclude<Owner, 'configuration'>;

/** The texts of a source behind its authors. Its type comes before its address. */
const OTHER_TEXTS: Readonly<Record<string, () => string>> = Object.fromEntries(
  [...new Set(['publisher', 'published', 'accessed', 'type', ...SOURCE_TEXTS] as const)]
    .filter((name) => name !== 'title')
    .map((name) => [name, SOURCE_FIELDS[name].says]),
);

/** What each key of a front matter, a source, a figure or a quote says, in the order in which they are written. */
const DOCS: Readonly<Record<KnownOwner, Readonly<Record<string, () => string>>>> = {
  'front matter': {
    title: () => say('The title of the brief. Without it, the first level-1 heading is.'),
    subtitle: () => say('A line below the title.'),
    publisher: () => say('Who publishes the brief.'),
    authors: () => say('A name, or a list of names.'),
    published: () =>
      say('When the brief was published: a date such as 2025-08-06, or a date and time such as 2025-08-06T03:21.'),
    updated: () => say('When it was changed last: a date, or a date and time.'),
    language: () => say('A BCP 47 tag such as en or zh. Without it, the script of the text tells.'),
    url: () => say('Where the brief is published.'),
    tags: () => say('A word, or a list of words, to find it by.'),
    summary: () => say('What the brief says in short, in Markdown.'),
    bibliography: () =>
      say('The path of a .bib, .ris, CSL-JSON or CSL-YAML file beside the brief, or a list of paths.'),
    style: () =>
      say(
        'How the sources are listed: compact, apa, ieee, gb-t-7714-2015-numeric or another, or the path of a .csl file beside the brief.',
      ),
    sources: () => say('The sources that the brief cites, each with an id.'),
    figures: () => say('The numbers, charts, tables and images of the brief, each with an id.'),
    rules: () => say('Rule codes, each with off, hint, information, warning or error.'),
  },
  source: {
    id: () => say('What it is cited by: a number, or a key such as usgs-2024.'),
    title: SOURCE_FIELDS.title.says,
    authors: () => say('A name, or a list of names.'),
    ...OTHER_TEXTS,
    quote: () =>
      say(
        'Passages verbatim from the source, in its own language: a text, or a list of texts or of entries with text, page and url. Numbers and quotations are looked up in them.',
      ),
    text: () =>
      say('The path of a local copy beside the brief: .txt, .md or .html. Numbers and quotations are looked up in it.'),
  },
  figure: {
    id: () => say('What it is referred to by, as in {{share}} or @fig:share.'),
    title: () => say('What the figure shows, in a few words.'),
    caption: () => say('What stands below it.'),
    alt: () => say('What an image shows, for those who do not see it.'),
    'as-of': () => say('The date that it speaks of, such as 2023 or 2023-06.'),
    value: () => say('A key number, such as 90% or $500 million.'),
    unit: () => say('The unit of a value that is a bare number.'),
    data: () =>
      say('Rows such as {year: 2024, share: 90}, or the path of a .csv, .tsv or .json file beside the brief.'),
    chart: () => say('How the data is drawn: bar, line, area, point, pie or table.'),
    x: () => say('The column along the horizontal axis.'),
    y: () => say('The column that is measured.'),
    series: () => say('The column that parts the data into series.'),
    'vega-lite': () => say('A Vega-Lite specification.'),
    image: () => say('The path of an image beside the brief.'),
    cites: () => say('The ids of the sources that it rests on.'),
    own: () => say("true: the figure is the author's own, and rests on no source."),
  },
  quote: {
    text: () => say('The words of the passage.'),
    page: () => say('The page that they stand on.'),
    url: () => say('The address of the passage itself.'),
  },
};

/** The keys of an owner with what they mean, in the order in which they are usually written. */
export function keyDocs(owner: KnownOwner): ReadonlyMap<string, string> {
  return new Map(Object.entries(DOCS[owner]).map(([key, says]) => [key, says()]));
}
