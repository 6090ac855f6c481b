import { Tokenizer } from 'htmlparser2';

/** Receives the parts of a stretch of HTML, with UTF-16 offsets. */
export interface HtmlEvents {
  text?(start: number, end: number): void;
  /** A character reference, with its character. */
  reference?(character: string, start: number, end: number): void;
  /** The name is in lower case. Attributes are by their names in lower case; the first of a name counts. */
  open?(name: string, attributes: ReadonlyMap<string, string>, end: number): void;
  close?(name: string, start: number): void;
  comment?(text: string): void;
}

/** The attributes that matter to us. Others aren't kept. */
const ATTRIBUTES: ReadonlySet<string> = new Set([
  'id',
  'name',
  'class',
  'hidden',
  'style',
  'role',
  'colspan',
  'rowspan',
]);

/**
 * Cuts HTML into tags and text, in linear time on any input. Builds no tree: unclosed and wrongly nested tags are left to the
 * caller.
 */
export function createTokenizer(events: HtmlEvents): (html: string) => void {
  return (html) => {
    let name = '';
    let attribute = '';
    let attributes = new Map<string, string>();
    let at = 0;
    const opened = (end: number) => {
      events.open?.(name, attributes, end + 1);
      at = end + 1;
    };
    const tokenizer = new Tokenizer(
      { decodeEntities: true },
      {
        ontext: (start, end) => {
          // If a text ends within a tag, an offset outside of the text may come.
          if (start < 0) return;
          events.text?.(start, end);
          at = end;
        },
        ontextentity: (code, end) => {
          events.reference?.(String.fromCodePoint(code), at, end);
          at = end;
        },
        onopentagname: (start, end) => {
          name = html.slice(start, end).toLowerCase();
          attributes = new Map();
        },
        onattribname: (start, end) => {
          attribute = html.slice(start, Math.min(end, start + 20)).toLowerCase();
          if (ATTRIBUTES.has(attribute) && !attributes.has(attribute)) attributes.set(attribute, '');
          else attribute = '';
        },
        onattribdata: (start, end) => {
          if (attribute !== '')
            attributes.set(
              attribute,
              (attributes.get(attribute) ?? '') + html.slice(start, Math.min(end, start + 500)),
            );
        },
        onattribentity: () => undefined,
        onattribend: () => {
          attribute = '';
        },
        onopentagend: opened,
        onselfclosingtag: opened,
        onclosetag: (start, end) => {
          events.close?.(html.slice(start, end).trim().toLowerCase(), start - 2);
          at = html.indexOf('>', end) + 1 || html.length;
        },
        oncomment: (start, end, offset) => {
          events.comment?.(html.slice(start, end - offset));
          at = end + 1;
        },
        oncdata: (_, end) => {
          at = end + 1;
        },
        ondeclaration: (_, end) => {
          at = end + 1;
        },
        onprocessinginstruction: (_, end) => {
          at = end + 1;
        },
        onend: () => undefined,
      },
    );
    tokenizer.write(html);
    tokenizer.end();
  };
}
