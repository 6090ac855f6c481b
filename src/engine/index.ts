/**
 * The engine for other programs: text in, values out. It reads no file and uses no network; the program reads the files that
 * a brief names.
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

/** Range from `start` up to `end`, exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A source that a brief declares, in its front matter, in a list of sources or in a bibliography. */
export interface Source {
  /** The id in citations: the `1` of `[1]`, the `smith2024` of `[@smith2024]`. */
  readonly id: string;
  /** Empty if it has none. */
  readonly title: string;
  /** A web address; null if it has none. */
  readonly url: string | null;
}

/** A claim: an item of a list, or a paragraph. */
export interface Insight {
  readonly range: Range;
  /** The text as written. */
  readonly text: string;
  /** Ids of the sources that it rests on, each once, in order. */
  readonly cites: readonly string[];
  /** True if it is marked as the author's own judgement. */
  readonly own: boolean;
}

/** A problem that a rule found. */
export interface Problem {
  /** Code of the rule, such as `citation/missing`. Each rule has a page in the documentation. */
  readonly rule: string;
  readonly severity: Severity;
  /** Message for people, in English. */
  readonly message: string;
  readonly range: Range;
  /** Related places, such as the passage with another number. */
  readonly related: readonly { readonly message: string; readonly range: Range }[];
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * A function of the program that reads a file named in a brief. The path is relative to the brief, with `/` between folders,
 * and never leaves its folder. Returns the text, or null if there is no such file. An error from it makes {@link link}
 * throw.
 */
export type Files = (path: string) => string | null | Promise<string | null>;

/** A parsed brief. Made by {@link parse} and {@link link}. */
export class ParsedBrief {
  /** Empty if it has none. */
  readonly title: string;
  /** Language tag (BCP 47) from the front matter, or guessed. */
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

  /** One source for each id, in the order of their declarations. */
  get sources(): readonly Source[] {
    return this.#brief.sources.map(({ id, title, url }) => ({
      id,
      title: title?.value ?? '',
      url: url?.value ?? null,
    }));
  }

  /** The insights in document order. */
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
 * Parses a brief. Never throws for a text: {@link check} reports whatever is wrong with it.
 *
 * @param text the whole document
 */
export function parse(text: string): ParsedBrief {
  return new ParsedBrief(parseBrief(text));
}

/**
 * Reads the files that a brief names: local copies of its sources, bibliographies, data of figures, its style. Without them,
 * numbers are looked up in the passages that the brief itself quotes.
 *
 * @returns the brief with the contents of these files. The given brief stays as it is
 */
export async function link(parsed: ParsedBrief, files: Files): Promise<ParsedBrief> {
  const brief = ParsedBrief.briefOf(parsed);
  return new ParsedBrief(relink(brief, await filesOf(brief, files)));
}

/**
 * Checks a brief by all rules.
 *
 * @param rules severities by rule that replace a rule's own; the brief's front matter takes precedence
 * @returns the problems in document order
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
 * Renders a brief as the content of a page: its claims with citations as chips, its figures and its sources. Cards with what
 * the sources say open without a script.
 *
 * @returns HTML without scripts and styles, which loads nothing from outside. It is safe to put into a page, whoever wrote
 *   the brief. `dist/webview/preview-style.css` of this package is a style sheet for it
 */
export function render(parsed: ParsedBrief): string {
  return keepAllowed(renderBrief(ParsedBrief.briefOf(parsed), { evidence: 'in-page', outline: true }));
}
