/** The part that we use of a package without types. */
declare module 'citeproc' {
  /** XML as the processor takes it. */
  interface XmlNode {
    readonly name: string;
    readonly attrs: Readonly<Record<string, string>>;
    readonly children: readonly (XmlNode | string)[];
  }
  interface System {
    /** @returns false where there is no such locale */
    retrieveLocale(language: string): XmlNode | false;
    retrieveItem(id: string): unknown;
  }
  interface Engine {
    readonly opt: { readonly development_extensions: { wrap_url_and_doi: boolean } };
    /** Ids of items by what is written where they are cited. */
    readonly registry: { readonly ambigcites: object };
    updateItems(ids: readonly string[]): void;
    /** Entries in HTML, with what is known of each; false: the style has no bibliography. */
    makeBibliography(): [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]] | false;
  }
  const CSL: {
    Engine: new (system: System, style: XmlNode, language: string, forced?: boolean) => Engine;
    debug: (message: string) => void;
    error: (message: string) => void;
  };
  export default CSL;
}
declare module '*.csl' {
  const text: string;
  export default text;
}
declare module '*.xml' {
  const text: string;
  export default text;
}
