/** Addresses that stand in the text as they are, as in GFM. A full-width mark ends an address here. */
import { createFinder, type Finder } from './finder';

const STARTS = /www\.|https?:\/\/|(?:mailto|xmpp):/y;
const HOST = /[\w-]+(?:\.[\w-]+)+(?::\d+)?/y;
const MAIL_NAME = /[\w.+-]{1,100}@/y;
const MAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/y;
const RESOURCE = /\/[a-zA-Z\d@.]+/y;
/** Chinese and Japanese text has no space after an address, and a comment of a thread needs none before it. */
const PATH_END = /[\s<，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕]|\{>>/g;
const BRACKET = /\]/g;
const AT_SIGN = /@/g;
const LONGEST_MAIL_NAME = 100;
/** The address of what may be a link, as in `[[1]](https://…)`: it ends with its bracket, whatever follows. */
const BRACKETED = /\]\((?:https?:\/\/|www\.)$/;
const LONGEST_START = '](https://'.length;

/** True if a text may have addresses: it has `://`, `www.`, or an `@` behind a name. */
export function mayHaveAddresses(text: string): boolean {
  return text.includes('://') || text.includes('www.') || (text.includes('@') && /[\w.+-]@/.test(text));
}

/** Finds addresses in one text. */
export class AddressReader {
  private readonly text: string;
  private readonly pathEnds: Finder;
  private readonly brackets: Finder;
  private readonly atSigns: Finder;
  /** The end of the last host that was not valid: no address starts before it. */
  private noHost = 0;

  constructor(text: string) {
    this.text = text;
    this.pathEnds = createFinder(text, PATH_END);
    this.brackets = createFinder(text, BRACKET);
    this.atSigns = createFinder(text, AT_SIGN);
  }

  /**
   * Returns the end of the address that starts at `at`, or -1 if none does. The caller checks that `at` isn't inside a word,
   * where no address starts.
   *
   * @param inLink whether a bracket is open, which an address must not close
   */
  endAt(at: number, inLink: boolean): number {
    const { text } = this;
    STARTS.lastIndex = at;
    const start = 'hwmx'.includes(text[at] ?? ' ') ? STARTS.exec(text)?.[0] : undefined;
    const from = at + (start?.length ?? 0);
    if (start?.startsWith('w') || start?.startsWith('h')) return this.urlEnd(from, inLink);
    if (this.isMailName(at)) return mailEnd(text, at);
    const end = start === undefined ? -1 : mailEnd(text, from);
    if (end < 0 || start !== 'xmpp:') return end;
    RESOURCE.lastIndex = end;
    return RESOURCE.test(text) ? RESOURCE.lastIndex : end;
  }

  private urlEnd(from: number, inLink: boolean): number {
    const { text } = this;
    if (from < this.noHost) return -1;
    HOST.lastIndex = from;
    const host = HOST.exec(text)?.[0];
    if (host === undefined) return -1;
    const end = from + host.length;
    if (host.split(':')[0]?.split('.').slice(-2).join('').includes('_')) {
      this.noHost = end;
      return -1;
    }
    if (text[end] !== '/') return trimmed(text, from, end);
    const path = this.pathEnd(end, inLink);
    const inBrackets = BRACKETED.test(text.slice(Math.max(0, from - LONGEST_START), from));
    return trimmed(text, from, inBrackets ? closeIn(text, end, path) : path);
  }

  private pathEnd(from: number, inLink: boolean): number {
    const { text } = this;
    const end = this.pathEnds.next(from);
    if (!inLink) return end;
    for (let pos = from; pos < end; pos++) {
      if (text[pos] === ']') return pos;
      if (text[pos] !== '[') continue;
      const close = this.brackets.next(pos);
      if (close >= end) return pos;
      pos = close;
    }
    return end;
  }

  private isMailName(at: number): boolean {
    const sign = this.atSigns.next(at);
    if (sign === this.text.length || sign > at + LONGEST_MAIL_NAME || sign === at) return false;
    MAIL_NAME.lastIndex = at;
    return MAIL_NAME.test(this.text);
  }
}

/** The bracket that closes one before the address, or its end. */
function closeIn(text: string, from: number, to: number): number {
  let open = 0;
  for (let pos = from; pos < to; pos++) {
    if (text[pos] === '(') open++;
    else if (text[pos] === ')' && --open < 0) return pos;
  }
  return to;
}

/** The end of an address without marks that belong to the sentence. */
function trimmed(text: string, from: number, to: number): number {
  let end = to;
  let surplus: number | null = null;
  for (; end > from; ) {
    const last = text[end - 1] ?? '';
    if (last === ';') {
      const start = referenceStart(text, from, end);
      if (start < 0) return end;
      end = start;
    } else if (last === ')') {
      surplus ??= closedMore(text, from, end);
      if (surplus <= 0) return end;
      surplus--;
      end--;
    } else if ('?!.,:*_~"\''.includes(last)) end--;
    else return end;
  }
  return end;
}

/** Returns the number of closing brackets minus the number of opening ones. */
function closedMore(text: string, from: number, to: number): number {
  let more = 0;
  for (let pos = from; pos < to; pos++) {
    if (text[pos] === ')') more++;
    else if (text[pos] === '(') more--;
  }
  return more;
}

/** Returns the start of the character reference that ends at `end`, such as `&amp;`, or -1 if none does. */
function referenceStart(text: string, from: number, end: number): number {
  let start = end - 2;
  while (start > from && /[\w#]/.test(text[start] ?? '')) start--;
  return /^&(?:#\d+|#x[a-f\d]+|\w+);$/.test(text.slice(start, end)) ? start : -1;
}

function mailEnd(text: string, from: number): number {
  MAIL.lastIndex = from;
  const mail = MAIL.exec(text)?.[0];
  if (mail === undefined || /[_-]$/.test(mail)) return -1;
  return from + mail.length - (mail.endsWith('.') ? 1 : 0);
}
