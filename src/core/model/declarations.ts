/** Gathers the declarations of sources from all places, and merges those of one id. */
import type { FrontMatter, Source, SourceDeclaration } from '../brief';
import type { BodyReading, Definition, FootnoteDraft } from './drafts';
import type { Declared } from './resolve';
import { readReference } from './sourceEntries';

export interface Declarations {
  readonly all: readonly SourceDeclaration[];
  readonly declared: Declared;
}

/**
 * @param bibliography declarations read from the files that the front matter names
 */
export function gatherDeclarations(
  text: string,
  frontMatter: FrontMatter | null,
  bibliography: readonly SourceDeclaration[],
  reading: BodyReading,
): Declarations {
  const keysCited = citedKeys(reading);
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
  const ids = new Set(all.map((declaration) => declaration.id));
  const keyed = all.some(({ id, declaredIn }) => declaredIn !== 'footnote' && !/^[0-9]+$/.test(id));
  return { all, declared: { ids, remarks, keyed } };
}

/** One source for each id, in order of first declaration; the first declaration to name a field wins. */
export function mergeDeclarations(all: readonly SourceDeclaration[]): Source[] {
  const byId = new Map<string, SourceDeclaration[]>();
  for (const declaration of all) {
    const same = byId.get(declaration.id);
    if (same) same.push(declaration);
    else byId.set(declaration.id, [declaration]);
  }
  return [...byId].map(([id, declarations]) => {
    const first = <K extends keyof SourceDeclaration>(key: K): Pick<SourceDeclaration, K> | object => {
      const holder = declarations.find((declaration) => declaration[key] !== undefined);
      return holder ? { [key]: holder[key] } : {};
    };
    const title = declarations.find((declaration) => declaration.title)?.title;
    return {
      id,
      declarations,
      authors: declarations.find((declaration) => declaration.authors.length > 0)?.authors ?? [],
      passages: [
        ...(title ? [{ text: title.value, from: 'title' as const, span: title.span }] : []),
        ...declarations.flatMap((declaration) => declaration.quotes),
      ],
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
  const publication = PUBLICATION.some((pattern) => pattern.test(content));
  if (!reference.url && !reference.doi && !publication) return null;
  const { label: id, idSpan, span } = footnote;
  return { id, idSpan, span, declaredIn: 'footnote', authors: [], quotes: [], ...reference };
}

/** What tells a publication from a remark: an ISBN, a title in Chinese title marks, author and year as usual. */
const PUBLICATION: readonly RegExp[] = [
  /\bISBN\b/,
  /《[^》\n]{1,100}》/,
  /^\s*(?:see )?\p{Lu}[\p{L}'’-]+(?:,| et al\.| and | & |\s\p{Lu})[^\n]{0,200}[(,.]\s?(?:19|20)\d\d[a-z]?(?:[),.;:]|$)/u,
];

/** The keys in `[@key]` and `@key`, which make a link definition of that label a source. */
function citedKeys(reading: BodyReading): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const leaf of reading.leaves) {
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
