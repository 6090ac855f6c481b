/** Builds a part of the product without one of its protections, to see that what looks for their failure finds it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { ROOT } from '../../scripts/lib/root.js';

interface Removal {
  readonly file: string;
  /** Each stands in the file once, and is what protects. */
  readonly change: readonly (readonly [from: string, to: string])[];
}

const REMOVALS = {
  /** Author text is escaped where it is put into markup. */
  escape: {
    file: 'src/core/page/html.ts',
    change: [['return value.replace(/[&<>"\'\\0]/g, (c) => ENTITIES[c] ?? c) as Html;', 'return value as Html;']],
  },
  /** Words of the author's are text, tags that the page does not show among them. */
  'no author HTML': {
    file: 'src/core/page/markdown/pieces.ts',
    change: [['words.replace(/[&<>"\\0]/g, (sign) => ENTITIES[sign] ?? sign)', 'words']],
  },
  /** The page shows elements of a list alone. */
  'gate for elements of authors': {
    file: 'src/core/page/safe/authorTags.ts',
    change: [['return ELEMENTS.get(name) ?? null;', 'return ELEMENTS.get(name) ?? { name, isBlock: false };']],
  },
  /** Of the attributes of an author's, the page has what it writes itself. */
  'gate for attributes of authors': {
    file: 'src/core/page/safe/authorTags.ts',
    change: [
      [
        "attribute('title', name === 'a' ? null : givenBy(tag, 'title')),",
        "[...tag.attributes].map(([key, { value }]) => attribute(key, value)).join(''),",
      ],
    ],
  },
  'gate for addresses': {
    file: 'src/core/base/safeUrl.ts',
    change: [['export function safeUrl(written: string): string | null {', '$&\n  if (written) return written;']],
  },
  'gate for drawings': {
    file: 'src/core/page/safe/svg.ts',
    change: [
      [
        'export function safeSvg(svg: string, prefix: string, words: string, look: string | null = null): Html | null {',
        '$&\n  if (svg) return svg as Html;',
      ],
    ],
  },
  'gate for formulas': {
    file: 'src/core/page/sections/formulas.ts',
    change: [
      ['if (!ELEMENTS.has(node.name)) return null;', ''],
      [
        'element(node.name, safeAttributes(node.attributes), join(children))',
        'element(node.name, node.attributes, join(children))',
      ],
    ],
  },
  'refusal of links in formulas': {
    file: 'src/math/index.ts',
    change: [
      ['if (refused !== undefined)', 'if (refused === "")'],
      ['trust: false', 'trust: true'],
    ],
  },
  'last gate of exports': {
    file: 'src/core/page/safe/keepAllowed.ts',
    change: [['export function keepAllowed(html: string): Html {', '$&\n  if (html) return html as Html;']],
  },
  'policy of the preview': {
    file: 'src/extension/preview/page.ts',
    change: [['http-equiv="Content-Security-Policy"', 'name="none"']],
  },
  'policy of exports': {
    file: 'src/core/page/renderPage.ts',
    change: [["'http-equiv': 'Content-Security-Policy'", "name: 'none'"]],
  },
  'escape of notices': {
    file: 'src/extension/preview/page.ts',
    change: [
      [
        "return text.replace(/&/g, '&amp;').replace(/\"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');",
        'return text;',
      ],
    ],
  },
  sanitiser: {
    file: 'src/webview/sanitize.ts',
    change: [
      [
        'const body = purify.sanitize(html, CONFIG);',
        "const body = new DOMParser().parseFromString(html, 'text/html').body;",
      ],
    ],
  },
  'refusing loader of charts': {
    file: 'src/charts/draw.ts',
    change: [['loader: REFUSING, ', '']],
  },
} as const satisfies Record<string, Removal>;

export type Protection = keyof typeof REMOVALS;

function without(protections: readonly Protection[]): Plugin {
  return {
    name: 'without',
    setup: (building) => {
      const removals: readonly Removal[] = protections.map((name) => REMOVALS[name]);
      for (const file of new Set(removals.map((removal) => removal.file))) {
        const change = removals.flatMap((removal) => (removal.file === file ? removal.change : []));
        const path = join(ROOT, file);
        building.onLoad({ filter: new RegExp(`^${path.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`) }, () => {
          let contents = readFileSync(path, 'utf8');
          for (const [from, to] of change) {
            // A protection that is written in another way now must be taken out in another way, too.
            if (contents.split(from).length !== 2) throw new Error(`"${from}" is not in ${file} once.`);
            contents = contents.replace(from, () => to.replace('$&', () => from));
          }
          return { contents, loader: 'ts' };
        });
      }
    },
  };
}

/** Builds `subject.ts` without some protections. */
export async function subjectWithout(protections: readonly Protection[]): Promise<typeof import('./subject')> {
  const parent = join(ROOT, 'dist/test/without');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'subject-'));
  try {
    const outfile = join(folder, 'subject.mjs');
    await build({
      ...{ bundle: true, format: 'esm', platform: 'node', target: 'node20', logLevel: 'silent', packages: 'external' },
      entryPoints: [join(ROOT, 'test/hostile/subject.ts')],
      outfile,
      plugins: [without(protections)],
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds the script of the preview's page without some protections. */
export async function pageScriptWithout(protections: readonly Protection[]): Promise<string> {
  const { outputFiles } = await build({
    ...{ bundle: true, format: 'iife', platform: 'browser', target: 'es2022', logLevel: 'silent', write: false },
    entryPoints: [join(ROOT, 'src/webview/preview.ts')],
    plugins: [without(protections)],
  });
  return outputFiles?.[0]?.text ?? '';
}
