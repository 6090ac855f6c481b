/** What the preview's page and the extension say to each other. Types only. */

import type { DetailChange, Details, RenderChanges } from '../server/protocol';

/** How the reader looks at a brief. The page keeps it in its state. */
export interface Look {
  /** Claims beside what their sources say. */
  readonly review: boolean;
  /** Only what has no source, or what its sources do not hold. */
  readonly filter: 'uncited' | 'doubt' | 'comment' | null;
}

export type ToPage =
  | {
      readonly type: 'update';
      readonly uri: string;
      readonly version: number;
      readonly title: string;
      readonly language: string;
      /** All of the content, where there are no changes. */
      readonly html: string;
      /** What of the content is another one than before. Where the page has another before it, it says that it is stale. */
      readonly changes?: RenderChanges | null;
      /** What an image's `data-src` is relative to, with a slash at its end; null where the brief has no folder. */
      readonly resourceRoot?: string | null;
      /** Whether the page may load images from the web. */
      readonly webImages?: boolean;
      /** The preview stays with this brief. The page keeps it in its state, for the time after a reload. */
      readonly locked?: boolean;
      readonly look?: Look;
    }
  /** The content of the card that the page asked for; null: there is none any more. */
  | { readonly type: 'card'; readonly id: string; readonly html: string | null }
  /** How the page is to look: an empty or missing value leaves it as it is for the brief's language. */
  | {
      readonly type: 'appearance';
      /** As CSS has it. */
      readonly fontFamily: string;
      /** In CSS pixels. */
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
  /** The editor's cursor is at this zero-based line; null: it is not to be marked. */
  | {
      readonly type: 'cursor';
      readonly line: number | null;
      /** Bring that line into view where it is not. */
      readonly show: boolean;
    }
  /** Say which words are selected, where some are, by a `reveal`. */
  | { readonly type: 'revealSelection' }
  /** Bring the block that holds this zero-based line to the top of the view. */
  | { readonly type: 'scrollTo'; readonly line: number };

export type FromPage =
  | { readonly type: 'ready' }
  /** What came does not go with what is shown: send all of it. */
  | { readonly type: 'stale'; readonly uri: string }
  /** Show this place of the source text. */
  | {
      readonly type: 'reveal';
      readonly uri: string;
      readonly line: number;
      readonly character: number;
      /** It was asked for in a way that a setting may turn off. */
      readonly by?: 'double-click';
      /** Words of the page that are looked for from that line on, and how often they stand there before. */
      readonly words?: string;
      readonly nth?: number;
    }
  /** Send the card of a chip: its `data-card`. */
  | { readonly type: 'card'; readonly uri: string; readonly id: string }
  /** The reader looks at the brief in another way. */
  | { readonly type: 'look'; readonly uri: string; readonly look: Look }
  /** Whether the content that was to be copied is on the clipboard. */
  | { readonly type: 'copied'; readonly uri: string; readonly done: boolean }
  /** The reader wants the images from the web. */
  | { readonly type: 'loadWebImages'; readonly uri: string }
  /** Open a stretch of a passage where it stands: in its local copy, or in Zotero. */
  | {
      readonly type: 'passage';
      readonly uri: string;
      readonly way: 'copy' | 'zotero';
      /** The id of its source, its index among the passages of that, and offsets in its text. */
      readonly source: string;
      readonly passage: number;
      readonly start: number;
      readonly end: number;
    }
  /** Open a link that the reader clicked. */
  | { readonly type: 'open'; readonly uri: string; readonly href: string }
  /** The topmost line in view changed. */
  | { readonly type: 'scrolled'; readonly uri: string; readonly line: number };

/** What the form for the details of a brief is told. */
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
  /** Why the last change is not made. */
  | { readonly type: 'refused'; readonly message: string };

/** What stands in the form beside the details. */
export interface FormWords {
  /** BCP 47. */
  readonly language: string;
  readonly title: string;
  readonly moveUp: string;
  readonly moveDown: string;
  readonly remove: string;
  readonly show: string;
  /** Of a field that the form does not change. */
  readonly fixed: string;
}

/** Another value of a field. */
export type SetDetail = Extract<DetailChange, { kind: 'set' }>;

export type FromForm =
  | { readonly type: 'ready' }
  | { readonly type: 'change'; readonly change: DetailChange }
  /** All that is typed and not asked for yet. It is written when the form is closed. */
  | { readonly type: 'typed'; readonly changes: readonly SetDetail[] }
  /** Save the brief. */
  | { readonly type: 'save' }
  /** Show this zero-based line of the text. */
  | { readonly type: 'show'; readonly line: number };
