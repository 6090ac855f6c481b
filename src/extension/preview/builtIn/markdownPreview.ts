/** The marks of a brief in VS Code's own preview of Markdown. */
import * as vscode from 'vscode';
import type { Briefs } from '../../briefs';
import type { Client } from '../../client';
import { createKnownMarks } from './knownMarks';
import { type MarkdownToken, tokensWithMarks } from './placeMarks';

/** The part of markdown-it that we use. */
export interface MarkdownIt {
  parse(text: string, env: object): MarkdownToken[];
  readonly renderer: {
    render(tokens: MarkdownToken[], options: object, env: object): string;
  };
}

export interface MarkdownPreview extends vscode.Disposable {
  /** Called by VS Code's extension for Markdown when it makes its first page. */
  extendMarkdownIt<Markdown extends MarkdownIt>(markdown: Markdown): Markdown;
}

export function createMarkdownPreview(client: Client, briefs: Briefs): MarkdownPreview {
  const known = createKnownMarks(client, briefs);
  return {
    extendMarkdownIt: (markdown) => {
      known.use();
      const { renderer } = markdown;
      const render = renderer.render.bind(renderer);
      renderer.render = (tokens, options, env) => {
        const uri: unknown = 'currentDocument' in env ? env.currentDocument : undefined;
        const marked = uri instanceof vscode.Uri ? known.of(uri) : undefined;
        if (!marked) return render(tokens, options, env);
        // VS Code keeps the tokens for other uses, so these are new ones. Tokens don't say which document they are from.
        const others = tokensWithMarks(marked.text, marked.marks, (text) => markdown.parse(text, { ...env }));
        return render(others, options, env) + marked.cards;
      };
      return markdown;
    },
    dispose: known.dispose,
  };
}
