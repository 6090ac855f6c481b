/** Messages between the preview's page and the extension. Types only. */

import type { DetailChange, Details, RenderChanges } from '../server/protocol';

/** The reader's view of a brief. The page keeps it in its state. */
export interface Look {
  /** True shows claims beside what their sources say. */
  readonly review: boolean;
  /** Shows only claims without a source, claims that their sources don't bear out, or comments; null: everything. */
  readonly filter: 'uncited' | 'doubt' | 'comment' | null;
}

export type ToPage =
  | {
      readonly type: 'update';
      readonly uri: string;
      readonly version: number;
      readonly title: string;
      readonly language: string;
      /** The whole content, if there are no `changes`. */
      readonly html: string;
      /** Changes to the content that the page showed last. If it shows another one, it answers `stale`. */
      readonly changes?: RenderChanges | null;
      /** The address that an image's `data-src` is relative to, with a slash at its end; null if the brief has no folder. */
      readonly resourceRoot?: string | null;
      /** True if the page may load images from the web. */
      readonly webImages?: boolean;
      /** True if the preview stays with this brief. The page keeps it in its state, for the time after a reload. */
      readonly locked?: boolean;
      readonly look?: Look;
    }
  /** The content of the card that the page asked for; null: there is none any more. */
  | { readonly type: 'card'; readonly id: string; readonly html: string | null }
  /** The look of the page. An empty or missing value keeps the look for the brief's language. */
  | {
      readonly type: 'appearance';
      /** The font family, as in CSS. */
      readonly fontFamily: string;
      /** The font size, in CSS pixels. */
      readonly fontSize: number | null;
      /** A multiple of the font size. */
      readonly lineHeight: number | null;
      /** Addresses of style sheets that come after ours. */
      readonly styles: readonly string[];
    }
  /** Put this content on the clipboard, and say whether it is there. */
  | {
      readonly type: 'copy';
      readonly html: string;
      /** The zero-based lines of the text that are wanted, both included; null: all. */
      readonly lines: { readonly first: number; readonly last: number } | null;
    }
  /** The editor's cursor is at this zero-based line; null: no line is marked. */
  | {
      readonly type: 'cursor';
      readonly line: number | null;
      /** True brings that line into view if it isn't there. */
      readonly show: boolean;
    }
  /** Say which words are selected, where some are, by a `reveal`. */
  | { readonly type: 'revealSelection' }
  /** Bring the block that holds this zero-based line to the top of the view. */
  | { readonly type: 'scrollTo'; readonly line: number };

export type FromPage =
  | { readonly type: 'ready' }
  /** The changes don't fit what the page shows: send all of it. */
  | { readonly type: 'stale'; readonly uri: string }
  /** Show this place of the source text. */
  | {
      readonly type: 'reveal';
      readonly uri: string;
      readonly line: number;
      readonly character: number;
      /** Set if the reader asked for it in a way that a setting may turn off. */
      readonly by?: 'double-click';
      /** Words of the page to look for from that line on, and how often they occur before (`nth`). */
      readonly words?: string;
      readonly nth?: number;
    }
  /** Send the card of a chip: its `data-card`. */
  | { readonly type: 'card'; readonly uri: string; readonly id: string }
  /** The reader looks at the brief in another way. */
  | { readonly type: 'look'; readonly uri: string; readonly look: Look }
  /** The answer to `copy`: `done` is true if the content is on the clipboard. */
  | { readonly type: 'copied'; readonly uri: string; readonly done: boolean }
  /** The reader wants the images from the web. */
  | { readonly type: 'loadWebImages'; readonly uri: string }
  /** Open a stretch of a passage where it stands: in its local copy, or in Zotero. */
  | {
      readonly type: 'passage';
      readonly uri: string;
      readonly way: 'copy' | 'zotero';
      /** The id of its source, its index among the passages of that source, and offsets in its text. */
      readonly source: string;
      readonly passage: number;
      readonly start: number;
      readonly end: number;
    }
  /** Tick or untick the task at a zero-based line of the text. */
  | {
      readonly type: 'task';
      readonly uri: string;
      readonly line: number;
      /** The version of the text that the page shows. */
      readonly version: number;
      /** True to tick it. */
      readonly done: boolean;
    }
  /** Open a link that the reader clicked. */
  | { readonly type: 'open'; readonly uri: string; readonly href: string }
  /** The topmost line in view changed. */
  | { readonly type: 'scrolled'; readonly uri: string; readonly line: number };

/** Messages to the form for the details of a brief. */
export type ToForm =
  | {
      readonly type: 'details';
      readonly details: Details;
      readonly words: FormWords;
      /** The id of a source whose fields are to be shown. */
      readonly open: string | null;
    }
  /** The last change is made; the details after it follow, or came before. */
  | { readonly type: 'made' }
  /** The last change isn't made; `message` says why. */
  | { readonly type: 'refused'; readonly message: string }
  /** The answer to `choose`: the file's path as the brief names it, else why it can't be named. Both are empty if none was chosen. */
  | { readonly type: 'chosen'; readonly path: string; readonly why: string };

/** Words of the form besides the details. */
export interface FormWords {
  /** The language, as BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly moveUp: string;
  readonly moveDown: string;
  readonly remove: string;
  readonly show: string;
  readonly chooseFile: string;
  /** The hint for a field that the form doesn't change. */
  readonly fixed: string;
}

/** Another value of a field. */
export type SetDetail = Extract<DetailChange, { kind: 'set' }>;

export type FromForm =
  | { readonly type: 'ready' }
  | { readonly type: 'change'; readonly change: DetailChange }
  /** All that is typed and wasn't sent yet. It is written when the form is closed. */
  | { readonly type: 'typed'; readonly changes: readonly SetDetail[] }
  /** Ask for a file with one of these extensions, each with its dot. */
  | { readonly type: 'choose'; readonly files: readonly string[] }
  /** Save the brief. */
  | { readonly type: 'save' }
  /** Show this zero-based line of the text. */
  | { readonly type: 'show'; readonly line: number };
