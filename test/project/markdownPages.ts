import { GFM, parser } from '@lezer/markdown';
import { headingSlug } from '../../src/core/render/anchors';
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

/** What a page is built of, in order: the level of each heading and the language of each block of code. */
export function structureOf(path: string): string[] {
  const text = read(path);
  const parts: string[] = [];
  markdown.parse(text).iterate({
    enter({ name, from, to }) {
      const level = /^(?:ATX|Setext)Heading(\d)$/.exec(name)?.[1];
      if (level) parts.push('#'.repeat(Number(level)));
      if (name === 'FencedCode') parts.push(/^.*$/m.exec(text.slice(from, to))?.[0] ?? '');
    },
  });
  return parts;
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
