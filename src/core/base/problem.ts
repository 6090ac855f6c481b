import type { Field, Range, Span, TextEdit } from './text';

/** How grave a problem is, gravest first. The names are those of LSP. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** The place of a severity among {@link SEVERITIES}: the graver, the smaller. */
export function gravityOf(severity: Severity): number {
  return GRAVITY[severity];
}

/** A severity, or `off` for a rule that is not run. */
export type RuleSetting = Severity | 'off';

/** Another place that explains a problem. */
export interface Related {
  readonly message: string;
  /** The same for an editor whose hover shows the words of the place. */
  readonly short?: string;
  /** In the problem's own document. */
  readonly span: Span;
  /** The place in another file, if it is there; `span` then is where the document names that file. */
  readonly elsewhere?: { readonly uri: string; readonly range: Range };
}

/** A file that is to be made in a library. */
export interface NewSourceFile {
  readonly uri: string;
  readonly text: string;
  /** The words in it that stand for its title, for its author to write; null where that is known, or waits. */
  readonly title: Span | null;
  /** Where its local copy goes, which the file names by its new path; null where it has none. */
  readonly copyTo: string | null;
}

/** A change that declares a source by a file of its own in the library. */
export interface InLibrary {
  readonly file: NewSourceFile;
  /** Of the brief. */
  readonly edits: readonly TextEdit[];
}

/** A change that makes a problem go away. Applying it leaves the rest of the file untouched, byte for byte. */
export interface Fix {
  /** What it does, as a command: "Replace [9] by [8]". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** What an editor that can make files does in place of the edits. */
  readonly inLibrary?: InLibrary;
  /** The most likely action; at most one for each problem. */
  readonly preferred?: boolean;
  /** Right whatever the author meant, so that "fix all" may apply it. */
  readonly safe?: boolean;
  /** It follows from the text alone, so that it may be done for all problems of its rule when that is asked for. */
  readonly certain?: boolean;
}

/** What an editor can do about a problem by a command of its own, as it takes more than an edit. */
export type EditorCommand =
  | 'showUncited' // lists the statements that need a source
  | 'suggestSources' // lists the likely sources of these
  | 'importFile' // imports the document as a brief
  | 'addArticleText' // brings the text of the article that the brief sums up
  | 'keepCopies'; // brings the texts of all sources

/** What a rule says about one place. */
export interface Finding {
  readonly span: Span;
  /** The text that it is about, where that is more than the words that are underlined: fixes are offered in all of it. */
  readonly about?: Span;
  /**
   * What is wrong and what to do, as plain text. Text of the author's is quoted, and shortened. A function is called only for
   * what is shown.
   */
  readonly message: string | (() => string);
  /** Where it differs from the rule's own. */
  readonly severity?: Severity | undefined;
  /** The same list as in the version before only if its places are on the same lines as then. */
  readonly related?: readonly Related[];
  /** Shown faded: the text could be taken out. */
  readonly unnecessary?: boolean;
  /** Called only when fixes are asked for, so that finding a problem stays cheap. */
  readonly fixes?: () => readonly Fix[];
  /** What is offered beside the fixes, in an editor that has these commands. */
  readonly commands?: readonly EditorCommand[] | undefined;
}

/** The text that a problem is about: what is underlined, or more. */
export function extentOf({ span, about = span }: Pick<Finding, 'span' | 'about'>): Span {
  return about;
}

/** What a finding says. */
export function messageOf({ message }: Finding): string {
  return typeof message === 'string' ? message : message();
}

/** A finding with its rule and the severity that settings left it. */
export interface Problem extends Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly Related[];
}

/** A comment that turns rules off. */
export interface Suppression {
  readonly span: Span;
  /** Empty: all rules. */
  readonly codes: readonly Field[];
  /** What it covers. */
  readonly covers: Span;
}

/** A YAML or schema error, on the node that is wrong. */
export interface FrontMatterError {
  readonly span: Span;
  readonly message: string;
  /** Where quoting this value mends it: its span, and its text in quotes. */
  readonly quote?: { readonly span: Span; readonly newText: string };
}

export interface UnknownKey {
  readonly key: string;
  readonly span: Span;
  readonly owner: 'front matter' | 'source' | 'figure' | 'quote' | 'configuration';
  /** The known key that it is likely meant to be, and null where none is near. */
  readonly nearest: string | null;
}

/** Why a formula cannot be shown, as a sentence, or that it is wider than a page. */
export type FormulaFault = { readonly error: string } | 'wide';
