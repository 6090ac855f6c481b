/** Entries of a list of sources in a bibliography style. The caller passes them in, because the engine knows no styles. */

import { hostOf, safeUrl } from '../../base/safeUrl';
import { element, type Html, join, nothing, text } from '../html';
import { hostBeside, isInternational } from '../safe/hosts';

/** Formats of a stretch of an entry; `upright` cancels the format around it. */
const ENTRY_MARKS = ['i', 'b', 'sup', 'sub', 'u', 'small-caps', 'upright', 'a', 'block'] as const;
export type EntryMark = (typeof ENTRY_MARKS)[number];

/** A text, or a formatted stretch. Untrusted. */
export type EntryNode =
  | string
  | {
      readonly mark: EntryMark;
      /** Address of an `a`. */
      readonly href?: string;
      readonly children: readonly EntryNode[];
    };

/** Sources as a style formats them. */
export interface StyledSources {
  /** Ids of the sources in the order of the style; for a numeric style, in the given order. */
  readonly order: readonly string[];
  /** True if the style cites by numbers, and so has no order of its own. */
  readonly isNumeric: boolean;
  /** Entries by the ids of their sources, without the number or label that the style puts before them. */
  readonly entries: ReadonlyMap<string, readonly EntryNode[]>;
}

/** A list in a style, or a sentence with the reason why there is none. */
export type StyledList = StyledSources | { readonly unstyled: string };

/** Renders an entry. An address becomes a link only if `safeUrl` accepts it. */
export function renderEntry(nodes: readonly EntryNode[]): Html {
  return join(
    nodes.map((node) => {
      if (typeof node === 'string') return text(node);
      const content = renderEntry(node.children);
      switch (node.mark) {
        case 'a': {
          const href = safeUrl(node.href ?? '');
          if (href === null) return content;
          return join([element('a', { href, rel: 'noopener noreferrer' }, content), hostAfter(href, node.children)]);
        }
        case 'small-caps':
        case 'upright':
          return element('span', { class: node.mark }, content);
        case 'block':
          return element('span', { class: 'entry-block' }, content);
        default:
          return content === nothing ? nothing : element(node.mark, {}, content);
      }
    }),
  );
}

/** Returns the host of a link, if its words could be taken for another host. A whole address or DOI can't. */
function hostAfter(href: string, children: readonly EntryNode[]): Html {
  const words = textOfEntry(children);
  return href.endsWith(words) && !isInternational(hostOf(href) ?? '') ? nothing : hostBeside(words, href);
}

/** Returns the text of an entry, without formats. */
export function textOfEntry(nodes: readonly EntryNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOfEntry(node.children))).join('');
}

/** True if an entry has a link. */
export function hasLink(nodes: readonly EntryNode[]): boolean {
  return nodes.some((node) => typeof node !== 'string' && (node.mark === 'a' || hasLink(node.children)));
}

/**
 * Returns sources in the order in which a list shows them. If the style or the brief numbers them, it is the order of the
 * brief, because numbers in another order are hard to find.
 *
 * @param anyIds true to ignore ids that are numbers, as nothing shows them
 */
export function inListOrder<T extends { readonly id: string }>(
  sources: readonly T[],
  styled: StyledSources,
  anyIds = false,
): T[] {
  if (styled.isNumeric || (!anyIds && sources.some(({ id }) => /^\^?\d+$/.test(id)))) return [...sources];
  const places = new Map(styled.order.map((id, index) => [id, index]));
  const placeOf = ({ id }: T) => places.get(id) ?? Number.POSITIVE_INFINITY;
  return sources.toSorted((a, b) => {
    const [first, second] = [placeOf(a), placeOf(b)];
    return first === second ? 0 : first - second;
  });
}
