/**
 * Facts that the text of one leaf block (a paragraph, a heading, a table cell) determines by itself. They stay true while the
 * block is untouched, so they are kept with the block.
 */
import type { SyntaxNode } from '@lezer/common';
import { kept } from '../../base/same';
import type { SpanIn, TextSpan, Whole } from '../../base/text';
import { readCitation } from '../../document/citations';
import { readCode, readEscaped, readLinked } from '../../document/citations/disguised';
import { readRaisedMath } from '../../document/citations/superscripts';
import type { CitationSyntax } from '../../document/citations/types';
import { imageIn } from '../../document/inline/htmlTags';
import { insideAngles } from '../../document/inline/links';
import { CITATION, MATH } from '../../document/markdown';

/** A link, bare URL or reference in the text. `url` is without angle brackets, and null for `[text][label]`. */
export interface LinkSyntax {
  readonly span: TextSpan;
  readonly textSpan: TextSpan;
  readonly url: TextSpan | null;
  readonly label: TextSpan | null;
}

/** `![alt](path)` or `<img src="path">` */
export interface ImageSyntax<W extends Whole = 'text'> {
  readonly span: SpanIn<W>;
  readonly url: SpanIn<W>;
}

export interface LeafFacts {
  readonly marks: readonly CitationSyntax[];
  readonly links: readonly LinkSyntax[];
  readonly images: readonly ImageSyntax[];
  readonly comments: readonly TextSpan[];
  /** Formulas that aren't citations. */
  readonly formulas: readonly TextSpan[];
  /** True for a text that is wholly bold, italic, struck out, an image, a link or `{{id}}`. */
  readonly emphasisOnly: boolean;
}

/**
 * @param leaf a leaf block's node
 * @param slice gives the text of a node
 */
export function leafFacts(leaf: SyntaxNode, slice: (node: SyntaxNode) => string): LeafFacts {
  const text = slice(leaf);
  const marks: CitationSyntax[] = [];
  const links: LinkSyntax[] = [];
  const images: ImageSyntax[] = [];
  const comments: TextSpan[] = [];
  const formulas: TextSpan[] = [];
  const add = (mark: CitationSyntax | null) => {
    if (mark) marks.push(mark);
  };
  const visit = (node: SyntaxNode): void => {
    const span = { start: node.from - leaf.from, end: node.to - leaf.from };
    switch (node.name) {
      case CITATION: {
        add(readCitation(text, span.start));
        return;
      }
      case 'Comment':
        comments.push(span);
        return;
      case MATH: {
        const raised = readRaisedMath(text, span.start);
        if (raised) marks.push(raised);
        else formulas.push(span);
        return;
      }
      case 'InlineCode':
        add(readCode(text, span));
        return;
      case 'Escape':
        add(readEscaped(text, span.start));
        return;
      case 'HTMLTag': {
        const image = imageIn(text.slice(span.start, span.end), span.start);
        if (image) images.push(image);
        return;
      }
      case 'ProcessingInstruction':
        return;
      case 'URL':
      case 'Autolink': {
        const inner = node.name === 'URL' ? node : node.getChild('URL');
        const url = inner ? { start: inner.from - leaf.from, end: inner.to - leaf.from } : span;
        links.push({ span, textSpan: url, url, label: null });
        return;
      }
      case 'Link': {
        const link = readLink(node, leaf.from, text);
        if (link) links.push(link);
        const cited = link && readLinked(text, link);
        if (!cited) break;
        add(cited);
        return;
      }
      case 'Image': {
        const url = node.getChild('URL');
        const address = url && { start: url.from - leaf.from, end: url.to - leaf.from };
        if (address) images.push({ span, url: insideAngles(text, address) });
        return;
      }
    }
    for (let child = node.firstChild; child; child = child.nextSibling) {
      const part =
        node.name === 'Link' && (child.name === 'URL' || child.name === 'LinkLabel' || child.name === 'LinkTitle');
      if (!part) visit(child);
    }
  };
  for (let child = leaf.firstChild; child; child = child.nextSibling) visit(child);
  const whole = soleChild(leaf, text);
  return {
    marks: kept(marks),
    links: kept(links),
    images: kept(images),
    comments: kept(comments),
    formulas: kept(formulas),
    emphasisOnly: whole !== null && WHOLE.has(whole),
  };
}

const WHOLE = new Set(['StrongEmphasis', 'Emphasis', 'Strikethrough', 'Image', 'Link', 'Autolink', 'URL', CITATION]);

/** Returns the name of the text's only inline node, or null. White space, comments of threads and a final colon don't count. */
function soleChild(leaf: SyntaxNode, text: string): string | null {
  let sole: SyntaxNode | null = null;
  for (let child = leaf.firstChild; child; child = child.nextSibling) {
    if (isThread(child, leaf, text)) continue;
    if (sole) return null;
    sole = child;
  }
  if (!sole) return null;
  const outside = text.slice(0, sole.from - leaf.from) + text.slice(sole.to - leaf.from);
  if (outside.replace(/[:：]\s*$/, '').trim() !== '') return null;
  // `{{id}}` on its own shows a figure; a citation on its own isn't emphasis.
  return sole.name === CITATION && !text.trimStart().startsWith('{{') ? null : sole.name;
}

/** True if a node is a comment of a thread, for which the text has blanks. */
function isThread({ name, from }: SyntaxNode, leaf: SyntaxNode, text: string): boolean {
  return name === 'Comment' && text[from - leaf.from] === ' ';
}

function readLink(node: SyntaxNode, base: number, text: string): LinkSyntax | null {
  const marks = node.getChildren('LinkMark');
  const open = marks[0];
  const close = marks[1];
  if (!open || !close) return null;
  const url = node.getChild('URL');
  const label = node.getChild('LinkLabel');
  const relative = (part: SyntaxNode) => ({ start: part.from - base, end: part.to - base });
  return {
    span: relative(node),
    textSpan: { start: open.to - base, end: close.from - base },
    url: url ? insideAngles(text, relative(url)) : null,
    label: label ? relative(label) : null,
  };
}
