/** Gathers the declarations of sources from all places, and merges those of one id. */
import type { FrontMatter, Passage, Source, SourceDeclaration, SourceText } from '../brief';
import { plainText } from '../evidence/claims';
import type { BodyReading, Definition, FootnoteDraft } from './drafts';
import { copyFinder } from './localCopies';
import type { Declared } from './resolve';
import { sentenceForm } from './sentenceForm';
import { readReference } from './sourceEntries';

export interface Declarations {
  readonly all: readonly SourceDeclaration[];
  readonly declared: Declared;
}

/**
 * @param bibliography declarations read from the files that the front matter names
 * @param shared those that the workspace shares: one of an id that the brief itself declares does not count
 */
export function gatherDeclarations(
  text: string,
  frontMatter: FrontMatter | null,
  bibliography: readonly SourceDeclaration[],
  shared: readonly SourceDeclaration[],
  reading: BodyReading,
): Declarations {
  const keysCited = citedKeys(text, reading);
  const remarks = new Map<string, readonly string[]>();
  const all: SourceDeclaration[] = [...(frontMatter?.sources ?? []), ...bibliography];
  for (const definition of reading.definitions) {
    const id = definition.label.replace(/^@/, '');
    if (/^[0-9]+$/.test(id) || keysCited.has(id)) all.push(fromDefinition(text, id, definition));
  }
  for (const footnote of reading.footnotes) {
    const source = fromFootnote(text, footnote);
    if (source) all.push(source);
    else remarks.set(footnote.label, idsCitedIn(reading, footnote));
  }
  all.push(...reading.entries, ...inlineSources(reading));
  const own = new Set(all.map((declaration) => declaration.id));
  for (const declaration of shared) if (!own.has(declaration.id)) all.push(declaration);
  const ids = new Set(all.map((declaration) => declaration.id));
  const keyed = all.some(({ id, declaredIn }) => declaredIn !== 'footnote' && !/^[0-9]+$/.test(id));
  return { all, declared: { ids, remarks, keyed } };
}

/**
 * One source for each id, in order of first declaration; the first declaration to name a field wins.
 *
 * @param texts the local copies, as far as they were read
 * @param previous the sources of an earlier version: passages that stay what they were stay the same objects
 */
export function mergeDeclarations(
  all: readonly SourceDeclaration[],
  texts: readonly SourceText[] = [],
  previous: readonly Source[] = [],
): Source[] {
  const byId = new Map<string, SourceDeclaration[]>();
  for (const declaration of all) {
    const same = byId.get(declaration.id);
    if (same) same.push(declaration);
    else byId.set(declaration.id, [declaration]);
  }
  const copyOf = copyFinder(texts);
  const previousById = new Map(previous.map((source) => [source.id, source]));
  return [...byId].map(([id, declarations]) => {
    const first = <K extends keyof SourceDeclaration>(key: K): Pick<SourceDeclaration, K> | object => {
      const holder = declarations.find((declaration) => declaration[key] !== undefined);
      return holder ? { [key]: holder[key] } : {};
    };
    const text = copyOf(declarations);
    return {
      id,
      declarations,
      authors: declarations.find((declaration) => declaration.authors.length > 0)?.authors ?? [],
      passages: passagesOf(declarations, text, previousById.get(id)?.passages ?? []),
      ...first('title'),
      ...first('publisher'),
      ...first('published'),
      ...first('accessed'),
      ...first('url'),
      ...first('doi'),
      ...first('type'),
      ...first('language'),
      ...first('textPath'),
    };
  });
}

/** Its title, its quotes, and the passages of its local copy; those of an earlier version where they are the same. */
function passagesOf(
  declarations: readonly SourceDeclaration[],
  text: SourceText | undefined,
  before: readonly Passage[],
): readonly Passage[] {
  const own = declarations.flatMap(({ quotes }) => quotes);
  const titled = declarations.find(({ title }) => title !== undefined);
  if (titled?.title) {
    const { title, uri } = titled;
    const passage: Passage = {
      text: title.value,
      from: 'title',
      span: title.span,
      ...(uri === undefined ? {} : { uri }),
    };
    own.unshift(before[0] && isSame(before[0], passage) ? before[0] : passage);
  }
  const copied = text?.passages ?? [];
  const unchanged =
    before.length === own.length + copied.length &&
    own.every((passage, i) => passage === before[i]) &&
    // All passages of a local copy were made at once: the first one stands for them.
    before[own.length] === copied[0];
  return unchanged ? before : [...own, ...copied];
}

function isSame(a: Passage, b: Passage): boolean {
  return (
    a.text === b.text &&
    a.from === b.from &&
    a.uri === b.uri &&
    a.span?.start === b.span?.start &&
    a.span?.end === b.span?.end
  );
}

function fromDefinition(text: string, id: string, definition: Definition): SourceDeclaration {
  const url = text.slice(definition.url.start, definition.url.end);
  const titleSpan = definition.title && { start: definition.title.start + 1, end: definition.title.end - 1 };
  return {
    id,
    idSpan: definition.idSpan,
    span: definition.span,
    declaredIn: 'definition',
    authors: [],
    quotes: [],
    url: { value: url.replace(/^<|>$/g, ''), span: definition.url },
    ...(titleSpan ? { title: { value: text.slice(titleSpan.start, titleSpan.end), span: titleSpan } } : {}),
  };
}

/** A footnote with a link, a DOI or a publication is a source; one without is a remark. */
function fromFootnote(text: string, footnote: FootnoteDraft): SourceDeclaration | null {
  const reference = readReference(text, footnote.content);
  const content = text.slice(footnote.content.start, footnote.content.end);
  if (!reference.url && !reference.doi && !isPublication(content)) return null;
  const { label: id, idSpan, span } = footnote;
  return { id, idSpan, span, declaredIn: 'footnote', authors: [], quotes: [], ...reference };
}

/** Whether a text without an address names a publication, a law or a talk, rather than remarking on something. */
function isPublication(content: string): boolean {
  if (PUBLICATION.some((pattern) => pattern.test(content))) return true;
  const plain = plainText(content).replace(/[.。]$/, '');
  if (plain.length > 300 || !REFERENCE.test(plain) || REMARK.test(plain)) return false;
  return sentenceForm(plain, 'en') !== 'sentence';
}

/** What shows a publication by itself: an ISBN, a title in Chinese title marks, author and year, "ibid.". */
const PUBLICATION: readonly RegExp[] = [
  /\bISBN\b/,
  /《[^》\n]{1,100}》/,
  /^\s*(?:see )?\p{Lu}[\p{L}'’-]+(?:,| et al\.| and | & |\s\p{Lu})[^\n]{0,200}[(,.]\s?(?:19|20)\d\d[a-z]?(?:[),.;:]|$)/u,
  /^\s*(?:[*_]{0,2}ibid|op\. ?cit|同上|前引)/i,
];

/** "Harbour Daily, 5 May 2024", "Convention on the Sea, Art. 113", "Interview with …", "商务部公告2025年第61号". */
const REFERENCE = new RegExp(
  [
    String.raw`^["“(]?\p{Lu}[^\n]*,[^\n]*(?:(?:19|20)\d\d|\b(?:[Aa]rt(?:icle)?|[Ss]ec(?:tion)?|No|[Vv]ol|pp?|[Pp]ara|[Cc]h)\.? ?\d|§ ?\d)`,
    `^(?:Authors?['’]s? )?(?:[Ii]nterview|[Cc]onversation|[Cc]orrespondence|[Pp]ersonal communication)s? `,
    String.raw`\p{Script=Han}(?:社|报|報|网|網|局|部|院|署|委|公司|公告|公报|年鉴|采访|访谈)[^\n]{0,60}(?:19|20)\d\d年`,
  ].join('|'),
  'u',
);

/** How a remark begins that has a comma and a year as well: "Own estimate, based on 2023 data". */
const REMARK =
  /^(?:an? |the |all |own |our |authors?['’]?s? (?!interview)|estimates?|figures?|data|numbers?|totals?|values?|shares?|prices?|includ|exclud|based|in |by |as |at |for |from |rounded|converted|calculated|defined|also|e\.g\.|see (?:above|below)|notes?|not |only |except|without|with |about|since|until|到|截至|按|不含|包括|含|根据)/i;

/** The keys in `[@key]`, `@key` and `[text][@key]`, which make a link definition of that label a source. */
function citedKeys(text: string, reading: BodyReading): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const leaf of reading.leaves) {
    for (const { label } of leaf.facts.links) {
      const name = label ? text.slice(leaf.start + label.start + 1, leaf.start + label.end - 1) : '';
      if (name.startsWith('@')) keys.add(name.slice(1));
    }
    for (const mark of leaf.facts.marks) {
      if (mark.kind !== 'citation' || (mark.form !== 'keyed' && mark.form !== 'narrative')) continue;
      for (const item of mark.items) keys.add(item.id);
    }
  }
  return keys;
}

function idsCitedIn(reading: BodyReading, footnote: FootnoteDraft): string[] {
  const ids = new Set<string>();
  for (const leaf of reading.leaves) {
    if (leaf.footnote !== footnote) continue;
    for (const mark of leaf.facts.marks) {
      if (mark.kind === 'citation' && mark.form !== 'footnote') for (const item of mark.items) ids.add(item.id);
    }
  }
  return [...ids];
}

/** `[1](https://…)` declares 1, the first time that it names this URL. */
function inlineSources(reading: BodyReading): SourceDeclaration[] {
  const found: SourceDeclaration[] = [];
  const seen = new Set<string>();
  for (const { facts, start } of reading.leaves) {
    for (const mark of facts.marks) {
      const item = mark.kind === 'citation' && mark.url ? mark.items[0] : undefined;
      if (mark.kind !== 'citation' || !mark.url || !item) continue;
      const key = `${item.id}\n${mark.url.value}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const at = (span: { start: number; end: number }) => ({ start: start + span.start, end: start + span.end });
      found.push({
        id: item.id,
        idSpan: at(item.span),
        span: at(mark.span),
        declaredIn: 'inline',
        authors: [],
        quotes: [],
        url: { value: mark.url.value, span: at(mark.url.span) },
      });
    }
  }
  return found;
}
