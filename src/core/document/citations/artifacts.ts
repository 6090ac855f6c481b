import { say } from '../../base/say';
import type { CitationSyntax } from './types';

/** An address in parentheses right behind a mark, which makes a link of it. Addresses have brackets of their own. */
const ADDRESS = String.raw`(?:\((?:https?:\/\/|www\.)[^()\s]{1,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500}){0,9}\))?`;
/** An address as in `ADDRESS`, but of any kind: a chat may link to a file. */
const TARGET = String.raw`(?:\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500}){0,9}\))?`;

/** Marks that chat assistants leave in pasted text instead of citations. No reader can follow them. */
const ARTIFACTS: readonly RegExp[] = [
  // 【4†source】 and 【4:0†report.pdf】
  new RegExp(String.raw`【[^【】\n]{0,80}†[^【】\n]{0,120}】${ADDRESS}`, 'y'),
  // [4†source], as some editors write it
  new RegExp(String.raw`\[\d{1,3}(?::\d{1,3})?†[^[\]\n]{1,120}\]${ADDRESS}`, 'y'),
  /:contentReference\[oaicite:[^\]\n]{0,40}\](?:\{index=[^}\n]{0,40}\})?/y,
  // citeturn0search1, with or without the private-use characters around its parts
  /[\uE200\uE202]?cite[\uE200-\uE202]?turn\d+[a-z]+\d+(?:[\uE200-\uE202]?turn\d+[a-z]+\d+)*[\uE201]?/y,
  /\uE200[^\uE200\uE201\n]{1,2000}\uE201/y,
  new RegExp(
    String.raw`\[oai_citation(?:_attribution)?:[^[\]\n]{0,300}(?:\[[^[\]\n]{0,100}\][^[\]\n]{0,200}){0,9}\]${TARGET}`,
    'y',
  ),
  new RegExp(String.raw`\[cite(?:_start|_end|: ?[^\]\n]{1,60})\]${ADDRESS}`, 'y'),
  new RegExp(
    String.raw`\[(?:web|memory|attached_file|source|search|doc|image|page):\d+(?:, ?(?:[a-z_]+:)?\d+)*\]${ADDRESS}`,
    'y',
  ),
];

/** A mark with a source's number and lines, `【12†L3-L9】`. It is a citation if the brief lists that number. */
const OF_A_LIST = /^【([0-9]{1,20})†(L[0-9]+(?:-L[0-9]+)?)】$/;

export function readArtifact(text: string, at: number): CitationSyntax | null {
  // Artifacts in brackets start with a word, or with a number and a dagger.
  if (text[at] === '[' && !/^(?:[a-z]|\d[\d:]{0,6}†)/.test(text.slice(at + 1, at + 9))) return null;
  if (text[at] === 'c' && !text.startsWith('citeturn', at) && !/^cite[\uE200-\uE202]/.test(text.slice(at, at + 5)))
    return null;
  for (const pattern of ARTIFACTS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    if (text[at] === 'c' && /\w/.test(text[at - 1] ?? ' ')) return null;
    const span = { start: at, end: at + match[0].length };
    const artifact = { kind: 'artifact', span, reason: say('left behind by a chat assistant') } as const;
    const [, id, locator] = OF_A_LIST.exec(match[0]) ?? [];
    if (!id || !locator) return artifact;
    const item = { id, span: { start: at + 1, end: at + 1 + id.length }, locator };
    return { ...{ kind: 'citation', form: 'full-width', span, items: [item] }, ifDeclared: true, otherwise: artifact };
  }
  return null;
}

/** The parts of an artifact that may help to find the source it stood for. */
export interface Leftover {
  /** Numbers in the mark, which may be numbers of a list of sources. */
  readonly ids: readonly string[];
  /** Other text in the mark: a title, a site, a file or an address. */
  readonly names: readonly string[];
  /** The address, if the mark is a link. */
  readonly target?: string;
  /** Words of the sentence that the mark contains. */
  readonly words?: string;
}

/** Reads the parts of an artifact, as {@link readArtifact} finds it. Leaves out parts that only the chat could read. */
export function readLeftover(written: string): Leftover {
  const [, mark = written, target] = /^(.*[\]】])\((.*)\)$/s.exec(written) ?? [];
  const { ids, parts, words } = partsOf(mark);
  const names = parts.map((part) => part.replace(/^F:(?=\S)/, '').trim()).filter((part) => !isOfChat(part));
  return { ids, names, ...(target ? { target } : {}), ...(words === undefined ? {} : { words }) };
}

/** The names that marks give sources of a chat: `turn0search1`, the 4 of `【4:0†source】`, `web:1`, `oaicite:0`. */
const NAMES = /turn\d+[a-z]+\d+|oaicite:\d+/g;

/** Returns the names of the sources that a mark stands for, each once; none if it shows something, or only says where. */
export function sourcesOfMark(written: string): readonly string[] {
  const named = written.match(NAMES);
  if (named) return [...new Set(named)];
  const number = /^[【[](\d+)(?::\d+)?†(?!(?:embed_)?image)/i.exec(written)?.[1];
  if (number) return [`†${number}`];
  const [, kind = '', list = ''] = /^\[([a-z_]+): ?(.*?)\](?:\(|$)/.exec(written) ?? [];
  return kind === ''
    ? []
    : [...new Set(list.split(/,\s*/).map((part) => (part.includes(':') ? part : `${kind}:${part}`)))];
}

function partsOf(mark: string): { readonly ids: readonly string[]; readonly parts: readonly string[]; words?: string } {
  if (mark.startsWith('\uE200')) {
    // A program that wrote the Markdown has escaped the brackets.
    const [kind = '', ...parts] = mark
      .slice(1, -1)
      .replace(/\\([[\]{}"_|])/g, '$1')
      .split('\uE202');
    const words = kind === 'entity' ? /^\["[^"]*", ?"([^"]+)"/.exec(parts[0] ?? '')?.[1] : undefined;
    // An object says how the chat shows something: `image_group{"layout":…}`.
    return words === undefined
      ? { ids: [], parts: parts.filter((part) => !part.startsWith('{')) }
      : { ids: [], parts: [], words };
  }
  if (mark.startsWith('【') || /^\[\d[\d:]{0,6}†/.test(mark)) {
    const parts = mark.slice(1, -1).split('†');
    const id = /^\d{1,3}$/.exec(parts[0]?.trim() ?? '')?.[0];
    return { ids: id === undefined ? [] : [id], parts };
  }
  const [, kind = '', inside = ''] = /^\[(\w+): ?(.*)\]$/s.exec(mark) ?? [];
  if (kind.startsWith('oai_citation')) return { ids: [], parts: [inside.replace(/^\d*‡?/, '')] };
  if (kind !== 'cite') return { ids: [], parts: [] };
  return /^\d{1,3}(?:, ?\d{1,3})*$/.test(inside)
    ? { ids: inside.split(/, ?/), parts: [] }
    : { ids: [], parts: [inside] };
}

/**
 * True if a part has only numbers, lines of a page, names by the chat's tools and what they showed: `4:0`, `L12-L15`,
 * `turn0search1,turn0news4`, `embed_image`.
 */
function isOfChat(part: string): boolean {
  return part.split(/[,;\s]+/).every((word) => OF_CHAT.test(word));
}

const OF_CHAT =
  /^(?:[\d:.–-]*|L\d+(?:[–-]L?\d+)?|(?:embed_)?(?:image|graphic|screenshot)s?|(?:turn|web|search|source|result|file|doc|page|image|memory|news|oaicite)[a-z_:-]*\d+(?:[a-z]+\d+)?)$/i;
