/** The content of the page, part by part. Parts that don't change stay as they are, with all that the reader did to them. */
import { Idiomorph } from 'idiomorph';
import type { RenderChanges, RenderedPart, RenderSplice } from '../server/protocol';
import { belongsTo, lineOf } from './lines';
import { prepare } from './prepare';
import { nodesOf } from './sanitize';

/** An element that runs in parallel with the text, and the zero-based line at which it does. */
export interface Mark {
  readonly element: HTMLElement;
  readonly line: number;
}

type Slot = RenderedPart['slot'];

/** A part in the page. */
interface Shown {
  readonly slot: Slot;
  /** A number that names the part as long as it is in the page. */
  readonly name: number;
  line: number;
  nodes: readonly ChildNode[];
  marks: readonly { readonly element: HTMLElement; readonly offset: number }[];
}

/** The images that the page loads. */
interface Images {
  readonly resourceRoot: string | null;
  readonly webImages: boolean;
}

interface Places {
  readonly article: Element;
  readonly body: Element;
}

/** The parts that the page shows. */
export class Content {
  private readonly root: HTMLElement;
  private readonly dress: (nodes: DocumentFragment) => void;
  private readonly isOurs: (node: Node) => boolean;
  private id: string | null = null;
  private places: Places | null = null;
  private parts: Shown[] = [];
  /** The address that the paths of images in the page are relative to. */
  private imagesFrom: string | null = null;
  private named = 0;

  /**
   * @param dress is given new nodes before they are in the page
   * @param isOurs tells whether a node isn't content, and stays where it is
   */
  constructor(root: HTMLElement, dress: (nodes: DocumentFragment) => void, isOurs: (node: Node) => boolean) {
    this.root = root;
    this.dress = dress;
    this.isOurs = isOurs;
  }

  /** Forgets all that is shown. */
  clear(): void {
    this.id = null;
    this.places = null;
    this.parts = [];
    this.root.replaceChildren();
  }

  /** Shows content that has no parts, such as a sentence that says why there is no brief. */
  replace(html: string): void {
    const content = prepare(html, null, null, 0);
    this.dress(content);
    this.clear();
    this.root.replaceChildren(content);
  }

  /**
   * Applies changes to the page.
   *
   * @param resourceRoot the address that the paths of images are relative to
   * @param webImages true shows images from the web
   * @returns false if the changes don't fit the page, which then stays as it is
   */
  change(changes: RenderChanges, resourceRoot: string | null, webImages: boolean): boolean {
    const { id, base, frame, splices, moves } = changes;
    const { parts } = this;
    const isKnown = base === this.id && this.imagesFrom === resourceRoot && fits(splices, parts.length);
    if (base !== null && !isKnown) return false;
    const places = base === null || !this.places ? this.setFrame(frame) : this.places;
    // If the old page isn't known, each new part replaces an old one of the same slot.
    const all: readonly RenderSplice[] =
      base === null ? [{ start: 0, removed: parts.length, parts: splices.flatMap((splice) => splice.parts) }] : splices;
    const pairs = all.map(({ start, removed, parts: fresh }) => pairOf(parts.slice(start, start + removed), fresh));
    for (const [i, { start, removed }] of all.entries()) {
      const stay = new Set(pairs[i]);
      for (const part of parts.slice(start, start + removed)) if (!stay.has(part)) remove(part);
    }
    // A list that comes again may stand elsewhere.
    for (const list of places.body.querySelectorAll(':scope > ol:empty')) list.remove();
    // From the end, so that the places of those before hold.
    for (const [i, splice] of [...all.entries()].reverse())
      this.replaceParts(splice, pairs[i] ?? [], places, { resourceRoot, webImages });
    for (const [from, count, lines] of moves) {
      for (const part of this.parts.slice(from, from + count)) part.line += lines;
    }
    this.id = id;
    this.imagesFrom = resourceRoot;
    return true;
  }

  /** Yields the elements that have lines, in the order of the page. */
  *marks(): Iterable<Mark> {
    if (this.parts.length === 0) {
      for (const element of this.root.querySelectorAll<HTMLElement>('[data-line]')) {
        yield { element, line: lineOf(element) ?? 0 };
      }
    }
    for (const part of this.parts) {
      for (const { element, offset } of part.marks) yield { element, line: part.line + offset };
    }
  }

  /** Puts the article, with its attributes and its body, into the page. */
  private setFrame(frame: string): Places {
    const fresh = nodesOf(frame).firstElementChild ?? document.createElement('article');
    const article = this.places?.article ?? fresh;
    const body = this.places?.body ?? document.createElement('div');
    if (article !== fresh) copyAttributes(fresh, article);
    body.className = 'body';
    if (body.parentNode !== article) article.append(body);
    if (article.parentNode !== this.root) this.root.replaceChildren(article);
    this.places = { article, body };
    return this.places;
  }

  /** @param kept for each new part the old part that it replaces */
  private replaceParts(
    { start, removed, parts: fresh }: RenderSplice,
    kept: readonly (Shown | undefined)[],
    places: Places,
    images: Images,
  ): void {
    const after = this.parts.slice(start + removed);
    const shown: Shown[] = [];
    for (let i = fresh.length - 1; i >= 0; i--) {
      const part = fresh[i];
      if (part) shown.push(this.put(part, kept[i], shown.at(-1) ?? after[0], places, images));
    }
    this.parts = [...this.parts.slice(0, start), ...shown.reverse(), ...after];
  }

  /**
   * Puts a part into the page. If it replaces an old part, it reuses the nodes of that if possible.
   *
   * @param next the part that comes after it
   */
  private put(
    { slot, line, html }: RenderedPart,
    old: Shown | undefined,
    next: Shown | undefined,
    places: Places,
    { resourceRoot, webImages }: Images,
  ): Shown {
    const part: Shown = { slot, name: old?.name ?? ++this.named, line, nodes: old?.nodes ?? [], marks: [] };
    const content = prepare(html, resourceRoot, webImages ? null : places.article, part.name);
    this.dress(content);
    if (!this.morph(part.nodes, content)) {
      remove(part);
      part.nodes = [...content.childNodes];
      insert(content, slot, next, places);
    }
    return placed(part);
  }

  /** Changes old nodes into new ones if both are one element of the same kind. Returns false if they aren't. */
  private morph(nodes: readonly ChildNode[], content: DocumentFragment): boolean {
    const [old, fresh] = [nodes[0], content.firstChild];
    if (nodes.length !== 1 || content.childNodes.length !== 1) return false;
    if (!(old instanceof Element) || !(fresh instanceof Element) || old.tagName !== fresh.tagName) return false;
    if (old.isEqualNode(fresh)) return true;
    copyAttributes(fresh, old);
    passNames(old, fresh);
    Idiomorph.morph(old, [...fresh.childNodes], {
      morphStyle: 'innerHTML',
      callbacks: {
        beforeNodeRemoved: (node) => !this.isOurs(node),
        // What the reader opened stays open.
        beforeAttributeUpdated: (name, element) => !(name === 'open' && element instanceof HTMLDetailsElement),
      },
    });
    return true;
  }
}

function remove({ nodes }: Shown): void {
  for (const node of nodes) node.remove();
}

/** @param next the part that comes after it */
function insert(content: DocumentFragment, slot: Slot, next: Shown | undefined, { article, body }: Places): void {
  const beside = next?.slot === slot ? (next.nodes[0] ?? null) : null;
  if (slot === 'head') article.insertBefore(content, beside ?? body);
  else if (slot === 'body') body.insertBefore(content, beside ?? listOf(next?.slot, body));
  else {
    const following = next?.slot === 'body' ? (next.nodes[0] ?? null) : listOf(next?.slot, body);
    const list = listOf(slot, body) ?? body.insertBefore(newList(slot), following);
    list.insertBefore(content, beside);
  }
}

/** True if splices follow each other within `count` parts. They may come from anywhere. */
function fits(splices: readonly RenderSplice[], count: number): boolean {
  let end = 0;
  for (const { start, removed } of splices) {
    if (start < end || start + removed > count) return false;
    end = start + removed;
  }
  return true;
}

/** For each new part the old part that it replaces, with the same slot and in the same order; undefined if none. */
function pairOf(old: readonly Shown[], fresh: readonly RenderedPart[]): (Shown | undefined)[] {
  let from = 0;
  /** Slots that no old part from `from` on has. */
  const over = new Set<Slot>();
  return fresh.map(({ slot }) => {
    if (over.has(slot)) return undefined;
    let index = from;
    while (index < old.length && old[index]?.slot !== slot) index++;
    if (index === old.length) {
      over.add(slot);
      return undefined;
    }
    from = index + 1;
    return old[index];
  });
}

/** Registers the nodes of a part, and collects its marks. */
function placed(part: Shown): Shown {
  const marks: { element: HTMLElement; offset: number }[] = [];
  const note = (element: HTMLElement) => {
    const offset = Number(element.getAttribute('data-line'));
    if (Number.isSafeInteger(offset)) marks.push({ element, offset });
  };
  for (const node of part.nodes) {
    belongsTo(node, part);
    if (!(node instanceof HTMLElement)) continue;
    if (node.hasAttribute('data-line')) note(node);
    for (const element of node.querySelectorAll<HTMLElement>('[data-line]')) note(element);
  }
  part.marks = marks;
  return part;
}

function listOf(slot: Slot | undefined, body: Element): Element | null {
  return slot === undefined || slot === 'head' || slot === 'body' ? null : body.querySelector(`:scope > ol.${slot}`);
}

function newList(slot: Slot): Element {
  const list = document.createElement('ol');
  list.className = slot;
  list.setAttribute('role', 'list');
  return list;
}

/**
 * Gives elements their new names first, if it is clear which new element each becomes. Blocks and citations are named by their
 * words. An element that kept another name would count as a new one, and lose the focus and the selection in it.
 */
function passNames(old: Element, fresh: Element): void {
  const [before, after] = [old, fresh].map((element) => [...element.querySelectorAll('[id]')]);
  if (!before || !after) return;
  const last = (elements: readonly Element[]) => elements.at(-1)?.id;
  while (before.length > 0 && last(before) === last(after)) {
    before.pop();
    after.pop();
  }
  const start = before.findIndex(({ id }, i) => id !== after[i]?.id);
  if (start < 0 || before.length !== after.length) return;
  for (let i = start; i < before.length; i++) {
    const [one, other] = [before[i], after[i]];
    if (one && other && one.tagName === other.tagName) one.id = other.id;
  }
}

function copyAttributes(from: Element, to: Element): void {
  for (const { name } of [...to.attributes]) if (!from.hasAttribute(name)) to.removeAttribute(name);
  for (const { name, value } of from.attributes) if (to.getAttribute(name) !== value) to.setAttribute(name, value);
}
