import type { Owner } from '../../syntax/frontMatter/keys';

type KnownOwner = Exclude<Owner, 'configuration'>;

const DATE = 'A date such as 2025-08-06.';
const LANGUAGE = 'A BCP 47 tag such as en or zh.';

/** What each key of a front matter, a source, a figure or a quote says, in the order in which they are written. */
const DOCS: Readonly<Record<KnownOwner, Readonly<Record<string, string>>>> = {
  'front matter': {
    title: 'The title of the brief. Without it, the first level-1 heading is.',
    subtitle: 'A line below the title.',
    publisher: 'Who publishes the brief.',
    authors: 'A name, or a list of names.',
    published: 'When the brief was published: a date such as 2025-08-06, or a date and time such as 2025-08-06T03:21.',
    updated: 'When it was changed last: a date, or a date and time.',
    language: 'A BCP 47 tag such as en or zh. Without it, the script of the text tells.',
    url: 'Where the brief is published.',
    tags: 'A word, or a list of words, to find it by.',
    summary: 'What the brief says in short, in Markdown.',
    bibliography: 'The path of a .bib, .ris, CSL-JSON or CSL-YAML file beside the brief, or a list of paths.',
    style:
      'How the sources are listed: compact, apa, ieee, gb-t-7714-2015-numeric or another, or the path of a .csl file beside the brief.',
    sources: 'The sources that the brief cites, each with an id.',
    figures: 'The numbers, charts, tables and images of the brief, each with an id.',
    rules: 'Rule codes, each with off, hint, information, warning or error.',
  },
  source: {
    id: 'What it is cited by: a number, or a key such as usgs-2024.',
    title: 'The title of the source.',
    authors: 'A name, or a list of names.',
    publisher: 'Who published it.',
    published: `When it was published. ${DATE}`,
    accessed: `When you read it. ${DATE}`,
    type: 'What it is: article, report, dataset …',
    url: 'Its address.',
    doi: 'Its DOI, such as 10.1234/abcd.',
    language: `The language of the source. ${LANGUAGE}`,
    quote:
      'Passages verbatim from the source, in its own language: a text, or a list of texts or of entries with text, page and url. Numbers and quotations are looked up in them.',
    text: 'The path of a local copy beside the brief: .txt, .md or .html. Numbers and quotations are looked up in it.',
  },
  figure: {
    id: 'What it is referred to by, as in {{share}} or @fig:share.',
    title: 'What the figure shows, in a few words.',
    caption: 'What stands below it.',
    alt: 'What an image shows, for those who do not see it.',
    'as-of': 'The date that it speaks of, such as 2023 or 2023-06.',
    value: 'A key number, such as 90% or $500 million.',
    unit: 'The unit of a value that is a bare number.',
    data: 'Rows such as {year: 2024, share: 90}, or the path of a .csv, .tsv or .json file beside the brief.',
    chart: 'How the data is drawn: bar, line, area, point, pie or table.',
    x: 'The column along the horizontal axis.',
    y: 'The column that is measured.',
    series: 'The column that parts the data into series.',
    'vega-lite': 'A Vega-Lite specification.',
    image: 'The path of an image beside the brief.',
    cites: 'The ids of the sources that it rests on.',
    own: "true: the figure is the author's own, and rests on no source.",
  },
  quote: {
    text: 'The words of the passage.',
    page: 'The page that they stand on.',
    url: 'The address of the passage itself.',
  },
};

/** The keys of an owner with what they mean, in the order in which they are usually written. */
export function keyDocs(owner: KnownOwner): ReadonlyMap<string, string> {
  return new Map(Object.entries(DOCS[owner]));
}
