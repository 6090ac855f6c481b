import type { SyntaxNode } from '@lezer/common';
import { GFM, parser } from '@lezer/markdown';
import { headingSlug } from '../../src/core/brief/queries/anchors';
import { read } from './files';

const markdown = parser.configure(GFM);

/** A link or an image of a page that leads to another file of the repository, or to a heading. */
export interface PageLink {
  readonly target: string;
  /** The file, relative to the page; empty where the link stays on it. */
  readonly path: string;
  /** The heading, as the address of a page names it; empty for the whole page. */
  readonly anchor: string;
}

/** A section of a page, or what is above its first heading. */
export interface PageSection {
  readonly heading: string;
  readonly level: number;
  /** Its blocks in order: paragraphs, lists and tables with how long they are, code with its language. */
  readonly blocks: readonly string[];
  /** The names that it has between accents: of fields, options, settings. */
  readonly names: readonly string[];
}

/** The sections of a page, by its text. */
export function sectionsOf(text: string): PageSection[] {
  const none = () => ({ blocks: [] as string[], names: [] as string[] });
  const sections = [{ heading: '', level: 0, ...none() }];
  for (let node = markdown.parse(text).topNode.firstChild; node; node = node.nextSibling) {
    const written = text.slice(node.from, node.to);
    const level = Number(/^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1] ?? 0);
    if (level > 0) sections.push({ heading: written, level, ...none() });
    else sections.at(-1)?.blocks.push(blockOf(node, written));
    if (node.name !== 'FencedCode') sections.at(-1)?.names.push(...(written.match(/`[A-Za-z][\w.]*`/g) ?? []));
  }
  return sections;
}

function blockOf(node: SyntaxNode, written: string): string {
  const parts = node.getChildren(node.name === 'Table' ? 'TableRow' : 'ListItem').length;
  if (parts > 0) return `${node.name} of ${parts}`;
  return node.name === 'FencedCode' ? (/^.*/.exec(written)?.[0] ?? '') : node.name;
}

/** The anchors that the headings of a page have on GitHub. Headings of the same words are counted. */
export function anchorsOf(path: string): string[] {
  const text = read(path);
  const seen = new Map<string, number>();
  const anchors: string[] = [];
  markdown.parse(text).iterate({
    enter({ name, from, to }) {
      if (!/^(?:ATX|Setext)Heading\d$/.test(name)) return;
      const words = text.slice(from, to).replace(/^#+\s*|\n[=-]+$/g, '');
      const slug = headingSlug(words.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
      const before = seen.get(slug) ?? 0;
      seen.set(slug, before + 1);
      anchors.push(before === 0 ? slug : `${slug}-${before}`);
    },
  });
  return anchors;
}

/** The links within the repository, those of images and of `<img>` included; code holds none. */
export function linksOf(path: string): PageLink[] {
  const text = read(path);
  const targets: string[] = [];
  markdown.parse(text).iterate({
    enter({ name, from, to, node }) {
      const written = text.slice(from, to);
      const parent = node.parent?.name;
      if (name === 'URL' && (parent === 'Link' || parent === 'Image' || parent === 'LinkReference'))
        targets.push(written);
      if (name === 'HTMLBlock' || name === 'HTMLTag') {
        for (const [, address] of written.matchAll(/(?:src|href)="([^"]+)"/g)) targets.push(address ?? '');
      }
    },
  });
  return targets
    .filter((target) => !/^[a-z][a-z+.-]*:/i.test(target))
    .map((target) => {
      const [file = '', anchor = ''] = target.replace(/^<|>$/g, '').split('#');
      return { target, path: decodeURI(file), anchor: decodeURIComponent(anchor) };
    });
}

/** The lines and cells of a page as people read them: without blocks of code, marks, and the addresses of links. */
export function proseOf(path: string): string[] {
  const text = read(path);
  let prose = '';
  let last = 0;
  markdown.parse(text).iterate({
    enter({ name, from, to }) {
      if (name !== 'FencedCode' && name !== 'URL') return;
      prose += text.slice(last, from);
      last = to;
    },
  });
  return (prose + text.slice(last))
    .split(/\n(?:#+ |[-*>] |\d+\. )?|(?: |^)\|(?: |$)/m)
    .map((line) => line.replaceAll(/\*+|\]\(\)/g, '').trim())
    .filter((line) => line !== '');
}
