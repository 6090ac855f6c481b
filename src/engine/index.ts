/**
 * The engine for programs of others: text in, values out. It reads no file and asks no network; what a brief names, the program reads.
 *
 * All its types are declared here, so that its declarations are one file. They change only by adding.
 */

import { type Brief, checkBrief, parseBrief, type RuleSetting, relink } from '../core/checking';
import { renderBrief } from '../core/page';
import { keepAllowed } from '../core/page/safe/keepAllowed';
import { filesOf } from '../files/named/filesGiven';

/** Zero-based; `character` counts UTF-16 code units from the start of the line, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From `start` up to `end`, without it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A source that a brief declares, in its front matter, in a list of sources or in a bibliography. */
export interface Source {
  /** What citations name it by: the `1` of `[1]`, the `smith2024` of `[@smith2024]`. */
  readonly id: string;
  /** Empty where it has none. */
  readonly title: string;
  /** A web address; null where it has none. */
  readonly url: string | null;
}

/** A claim: an item of a list, or a paragraph. */
export interface Insight {
  readonly range: Range;
  /** As it is written. */
  readonly text: string;
  /** The ids of the sources that it rests on, each once, in order. */
  readonly cites: readonly string[];
  /** It is marked as the author's own judgement. */
  readonly own: boolean;
}

/** A problem that a rule found. */
export interface Problem {
  /** Such as `citation/missing`: each has a page in the documentation. */
  readonly rule: string;
  readonly severity: Severity;
  /** For people, in English. */
  readonly message: string;
  readonly range: Range;
  /** Places that belong to it, such as the passage that says another number. */
  readonly related: readonly { readonly message: string; readonly range: Range }[];
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * How a program reads a file that a brief names. The path is relative to the brief, with `/` between folders, and never leaves its
 * folder. Gives the text, or null where there is none. What it throws, {@link link} throws.
 */
export type Files = (path: string) => string | null | Promise<string | null>;

/** A brief as it is read. Made by {@link parse} and {@link link}. */
export class ParsedBrief {
  /** Empty where it has none. */
  readonly title: string;
  /** BCP 47: as its front matter says, or as it was guessed. */
  readonly language: string;
  /** The whole document. */
  readonly text: string;
  readonly #brief: Brief;

  /** @internal */
  constructor(brief: Brief) {
    this.#brief = brief;
    this.title = brief.title?.value ?? '';
    this.language = brief.language;
    this.text = brief.text;
  }

  /** One for each id, in the order in which they are declared. */
  get sources(): readonly Source[] {
    return this.#brief.sources.map(({ id, title, url }) => ({
      id,
      title: title?.value ?? '',
      url: url?.value ?? null,
    }));
  }

  /** In document order. */
  get insights(): readonly Insight[] {
    const { lines, insights } = this.#brief;
    return insights.map(({ span, text, cites, own }) => ({ range: lines.rangeOf(span), text, cites: [...cites], own }));
  }

  /** @internal */
  static briefOf(parsed: ParsedBrief): Brief {
    return parsed.#brief;
  }
}

/**
 * Reads a brief. Never throws for a text: whatever is wrong with it, {@link check} says.
 *
 * @param text the whole document
 */
export function parse(text: string): ParsedBrief {
  return new ParsedBrief(parseBrief(text));
}

/**
 * Reads the files that a brief names: local copies of its sources, bibliographies, data of figures, its style. Without them, a number
 * is looked up in the passages that the brief itself quotes.
 *
 * @returns the brief with what they say. The one that was given stays as it is
 */
export async function link(parsed: ParsedBrief, files: Files): Promise<ParsedBrief> {
  const brief = ParsedBrief.briefOf(parsed);
  return new ParsedBrief(relink(brief, await filesOf(brief, files)));
}

/**
 * Checks a brief by all rules.
 *
 * @param rules severities that take the place of a rule's own, by rule; those of the brief's front matter win
 * @returns in document order
 */
export function check(parsed: ParsedBrief, rules: Readonly<Record<string, Severity | 'off'>> = {}): readonly Problem[] {
  const brief = ParsedBrief.briefOf(parsed);
  const settings: ReadonlyMap<string, RuleSetting> = new Map(Object.entries(rules));
  const rangeOf = brief.lines.rangeOf.bind(brief.lines);
  return checkBrief(brief, { rules: settings }).map(({ rule, severity, message, span, related }) => ({
    ...{ rule, severity, message },
    range: rangeOf(span),
    related: related.flatMap(({ message, span }) => (span ? { message, range: rangeOf(span) } : [])),
  }));
}

/**
 * Renders a brief as the content of a page: its claims with citations as chips, its figures and its sources, and cards that say what
 * the sources say and open without a script.
 *
 * @returns HTML without script, style and any load from outside, safe to put into a page whoever wrote the brief.
 *   `dist/webview/preview-style.css` of this package is a style sheet for it
 */
export function render(parsed: ParsedBrief): string {
  return keepAllowed(renderBrief(ParsedBrief.briefOf(parsed), { evidence: 'in-page', outline: true }));
}
