import type { OpenDocument } from './document';

/**
 * Documents that the client has open. Only some Markdown files are briefs, and that may change while they are open. Other
 * Markdown files and files in YAML are kept as text alone.
 */
export interface OpenDocuments {
  brief(uri: string): OpenDocument | undefined;
  briefs(): readonly OpenDocument[];
  /** Returns a document, whether it is a brief or not. */
  find(uri: string): OpenDocument | undefined;
  uris(): readonly string[];
  /** Adds a document that was opened. A Markdown file is not a brief until `decide` says so. */
  add(document: OpenDocument, languageId: string): void;
  /** Replaces an open document by another version. */
  put(document: OpenDocument): void;
  /** @returns whether it was a brief */
  remove(uri: string): boolean;
  /** Takes a Markdown file for a brief, or for none, whatever `isBrief` says, until it is removed. */
  take(uri: string, asBrief: boolean): void;
  /** True if the document is a Markdown file. */
  isMarkdown(uri: string): boolean;
  /** Decides again whether a Markdown file is a brief, and tells what has changed. */
  decide(uri: string): 'begins' | 'ends' | 'stays';
}

/** @param isBrief tells whether a Markdown file is a brief, by its text or by what is around it */
export function createOpenDocuments(isBrief: (document: OpenDocument) => boolean): OpenDocuments {
  const briefs = new Map<string, OpenDocument>();
  const others = new Map<string, OpenDocument>();
  const markdown = new Set<string>();
  const taken = new Map<string, boolean>();
  const find = (uri: string) => briefs.get(uri) ?? others.get(uri);
  return {
    brief: (uri) => briefs.get(uri),
    briefs: () => [...briefs.values()],
    find,
    uris: () => [...briefs.keys(), ...others.keys()],
    add: (document, languageId) => {
      const { uri } = document;
      if (languageId === 'markdown') markdown.add(uri);
      (markdown.has(uri) || isYaml(uri) ? others : briefs).set(uri, document);
    },
    put: (document) => void (briefs.has(document.uri) ? briefs : others).set(document.uri, document),
    remove: (uri) => {
      markdown.delete(uri);
      taken.delete(uri);
      others.delete(uri);
      return briefs.delete(uri);
    },
    take: (uri, asBrief) => void taken.set(uri, asBrief),
    isMarkdown: (uri) => markdown.has(uri),
    decide: (uri) => {
      const document = find(uri);
      if (!document || !markdown.has(uri)) return 'stays';
      const now = taken.get(uri) ?? isBrief(document);
      if (now === briefs.has(uri)) return 'stays';
      const [from, to] = now ? [others, briefs] : [briefs, others];
      from.delete(uri);
      to.set(uri, document);
      return now ? 'begins' : 'ends';
    },
  };
}

/** True for a file in YAML, by its name: its language has many names, of which editors choose one by the folder. */
function isYaml(uri: string): boolean {
  return /\.ya?ml$/i.test(uri);
}
