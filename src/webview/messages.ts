/** What the preview's page and the extension say to each other. Types only. */

export type ToPage =
  | {
      readonly type: 'update';
      readonly uri: string;
      readonly version: number;
      readonly title: string;
      readonly language: string;
      readonly html: string;
      /** What an image's `data-src` is relative to, with a slash at its end; null where the brief has no folder. */
      readonly resourceRoot?: string | null;
      /** The preview stays with this brief. The page keeps it in its state, for the time after a reload. */
      readonly locked?: boolean;
    }
  /** Bring the block that holds this zero-based line to the top of the view. */
  | { readonly type: 'scrollTo'; readonly line: number };

export type FromPage =
  | { readonly type: 'ready' }
  /** Show this place of the source text. */
  | {
      readonly type: 'reveal';
      readonly uri: string;
      readonly line: number;
      readonly character: number;
      /** It was asked for in a way that a setting may turn off. */
      readonly by?: 'double-click';
    }
  /** Open a link that the reader clicked. */
  | { readonly type: 'open'; readonly uri: string; readonly href: string }
  /** The topmost line in view changed. */
  | { readonly type: 'scrolled'; readonly uri: string; readonly line: number };
