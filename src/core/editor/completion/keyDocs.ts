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

/** Documentation of each key of a front matter, a source, a figure or a quote, in the order in which the keys are written. */
const DOCS: Readonly<Record<KnownOwner, Readonly<Record<string, () => string>>>> = {
  'front matter': {
    title: () => say('The title of the brief. Without it, the first level-1 heading is the title.'),
    subtitle: () => say('A line below the title.'),
    publisher: () => say('Who publishes the brief.'),
    authors: () => say('A name, or a list of names.'),
    published: () =>
      say('When the brief was published: a date such as 2025-08-06, or a date and time such as 2025-08-06T03:21.'),
    updated: () => say('When it was last changed: a date, or a date and time.'),
    language: () => say('A BCP 47 tag such as en or zh. Without it, the script of the text decides.'),
    url: () => say('Where the brief is published.'),
    tags: () => say('A keyword, or a list of keywords.'),
    summary: () => say('A summary of the brief, in Markdown.'),
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
    id: () => say('Its name in citations: a number, or a key such as usgs-2024.'),
    title: SOURCE_FIELDS.title.says,
    authors: () => say('A name, or a list of names.'),
    ...OTHER_TEXTS,
    quote: () =>
      say(
        'Passages of the source, word for word and in its language: a text, a list of texts, or entries with text, page and url. Numbers and quotations are looked up in them.',
      ),
    text: () =>
      say('The path of a local copy beside the brief: .txt, .md or .html. Numbers and quotations are looked up in it.'),
    cite: () =>
      say('passages: plain numbers cite the numbered passages of this source, as in a summary of one article.'),
    copy: () =>
      say(
        'abstract or excerpt: the local copy is only that part of the source, and the rest cannot be checked. paywall or scripts: why there is no copy. If absent, the copy is the whole source.',
      ),
  },
  figure: {
    id: () => say('Its name in references, such as {{share}} or @fig:share.'),
    title: () => say('What the figure shows, in a few words.'),
    caption: () => say('The text below it.'),
    alt: () => say('A description of the image, for readers who cannot see it.'),
    'as-of': () => say('The date of its data, such as 2023 or 2023-06.'),
    value: () => say('A key number, such as 90% or $500 million.'),
    unit: () => say('The unit of a value that is a bare number.'),
    data: () =>
      say('Rows such as {year: 2024, share: 90}, or the path of a .csv, .tsv or .json file beside the brief.'),
    chart: () => say('How the data is drawn: bar, line, area, point, pie or table.'),
    x: () => say('The column along the horizontal axis.'),
    y: () => say('The column of the values.'),
    series: () => say('The column that splits the data into series.'),
    'vega-lite': () => say('A Vega-Lite specification.'),
    image: () => say('The path of an image beside the brief.'),
    cites: () => say('The ids of its sources.'),
    own: () => say("true: the figure is the author's own, without a source."),
  },
  quote: {
    text: () => say('The words of the passage.'),
    page: () => say('The page of the passage.'),
    url: () => say('The address of the passage itself.'),
  },
};

/** The keys of an owner with what they mean, in the order in which they are usually written. */
export function keyDocs(owner: KnownOwner): ReadonlyMap<string, string> {
  return new Map(Object.entries(DOCS[owner]).map(([key, says]) => [key, says()]));
}
