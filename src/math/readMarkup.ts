/** Reads the markup that KaTeX writes back as a tree. */
import { Parser } from 'htmlparser2';
import type { FormulaNode } from '../core/page/sections/formulas';

/** A node that is being read. */
interface Growing {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Growing | string)[];
}

/**
 * @returns what stands in the formula, without its source text, which KaTeX adds at the end; nothing where there is no
 *   formula
 */
export function readMarkup(markup: string): readonly (FormulaNode | string)[] {
  const root: Growing = { name: '', attributes: {}, children: [] };
  const open: Growing[] = [root];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const node = { name, attributes: { ...attributes }, children: [] };
        open.at(-1)?.children.push(node);
        open.push(node);
      },
      ontext: (words) => {
        const children = open.at(-1)?.children ?? [];
        const last = children.at(-1);
        // An entity comes as a piece by itself.
        if (typeof last === 'string') children[children.length - 1] = last + words;
        else children.push(words);
      },
      onclosetag: () => {
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(markup);
  const formula = childNamed(childNamed(childNamed(root, 'span'), 'math'), 'semantics');
  return formula?.children.filter((child) => typeof child === 'string' || child.name !== 'annotation') ?? [];
}

function childNamed(node: Growing | undefined, name: string): Growing | undefined {
  return node?.children.find((child): child is Growing => typeof child !== 'string' && child.name === name);
}
