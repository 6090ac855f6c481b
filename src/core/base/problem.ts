import type { Field, Range, Span, TextEdit } from './text';

/** Severities of problems, gravest first, with their names in LSP. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** Returns the index of a severity in {@link SEVERITIES}: the graver, the smaller. */
export function gravityOf(severity: Severity): number {
  return GRAVITY[severity];
}

/** A severity, or `off` for a rule that is not run. */
export type RuleSetting = Severity | 'off';

/** Another place that explains a problem. */
export interface Related {
  readonly message: string;
  /** Shorter message for an editor whose hover shows the words of the place. */
  readonly short?: string;
  /** Place in the problem's own document. */
  readonly span: Span;
  /** The place, if it is in another file; `span` then is the place where the document names that file. */
  readonly elsewhere?: { readonly uri: string; readonly range: Range };
}

/** A file that is to be made in a library. */
export interface NewSourceFile {
  readonly uri: string;
  readonly text: string;
  /** Placeholder of its title, for the author to replace; null if the title is known or left empty. */
  readonly title: Span | null;
  /** URI that its local copy moves to, and that the file names; null if no copy moves. */
  readonly copyTo: string | null;
}

/** A change that declares a source by a file of its own in the library. */
export interface InLibrary {
  readonly file: NewSourceFile;
  /** Edits of the brief. */
  readonly edits: readonly TextEdit[];
}

/** A change that makes a problem go away. Applying it leaves the rest of the file untouched, byte for byte. */
export interface Fix {
  /** Name of the change, as a command: "Replace [9] by [8]". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Change by an editor that can make files, instead of the edits. */
  readonly inLibrary?: InLibrary;
  /** True for the most likely fix; at most one for each problem. */
  readonly preferred?: boolean;
  /** True if the fix is right whatever the author wanted to say, so that "fix all" may apply it. */
  readonly safe?: boolean;
  /** True if the fix follows from the text alone, so that a user may apply it to all problems of its rule. */
  readonly certain?: boolean;
}

/** Commands of an editor for a problem that takes more than an edit. */
export type EditorCommand =
  | 'showUncited' // lists the statements that need a source
  | 'suggestSources' // lists the likely sources of these
  | 'importFile' // imports the document as a brief
  | 'addArticleText' // brings the text of the article that the brief sums up
  | 'keepCopies'; // brings the texts of all sources

/** Finding of a rule at one place. */
export interface Finding {
  readonly span: Span;
  /** The text that the finding is about, if more than the underlined words: fixes are offered in all of it. */
  readonly about?: Span;
  /**
   * Message that says what is wrong and what to do, as plain text. Text of the author's is quoted, and shortened. A function is
   * called only for findings that are shown.
   */
  readonly message: string | (() => string);
  /** Severity, if it differs from the rule's own. */
  readonly severity?: Severity | undefined;
  /** Related places. The list is the same object as in the version before only if its places are on the same lines as then. */
  readonly related?: readonly Related[];
  /** True to show the text faded: it could be removed. */
  readonly unnecessary?: boolean;
  /** Makes the fixes. Called only when they are asked for, so that finding a problem stays cheap. */
  readonly fixes?: () => readonly Fix[];
  /** Commands beside the fixes, in an editor that has them. */
  readonly commands?: readonly EditorCommand[] | undefined;
}

/** Returns the text that a problem is about: the underlined words, or more. */
export function extentOf({ span, about = span }: Pick<Finding, 'span' | 'about'>): Span {
  return about;
}

/** Returns the message of a finding. */
export function messageOf({ message }: Finding): string {
  return typeof message === 'string' ? message : message();
}

/** A finding with its rule, and its severity after settings. */
export interface Problem extends Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly Related[];
}

/** A comment that turns rules off. */
export interface Suppression {
  readonly span: Span;
  /** Codes of the rules; empty for all rules. */
  readonly codes: readonly Field[];
  /** Stretch in which these rules are off. */
  readonly covers: Span;
}

/** A YAML or schema error, on the node that is wrong. */
export interface FrontMatterError {
  readonly span: Span;
  readonly message: string;
  /** Edit that quotes a value, if that mends the error. */
  readonly quote?: { readonly span: Span; readonly newText: string };
}

export interface UnknownKey {
  readonly key: string;
  readonly span: Span;
  readonly owner: 'front matter' | 'source' | 'figure' | 'quote' | 'configuration';
  /** Known key that its author probably wanted; null if none is near. */
  readonly nearest: string | null;
}

/** Reason why a formula cannot be shown, as a sentence; or `wide` if it is wider than a page. */
export type FormulaFault = { readonly error: string } | 'wide';
