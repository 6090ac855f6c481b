import * as vscode from 'vscode';
import { createBriefs, whenNeeded } from './briefs';
import type { Bundles } from './bundles';
import { type CreateLanguageClient, createClient, type ReadWords } from './client';
import { provideOwnPages } from './client/ownPages';
import { showPagesByAddress, showRulePage } from './client/rulePages';
import { registerCommands } from './commands';
import { createCheckLinks } from './commands/checkLinks';
import { lazyReader } from './commands/reviewing/reading';
import { lazyThreads } from './commands/reviewing/threads';
import { createPasting } from './paste/paste';
import { createMarkdownPreview, type MarkdownPreview } from './preview/builtIn/markdownPreview';
import { createPreviews } from './preview/previews';
import { createWebImages } from './preview/webImages';
import { createActiveBrief } from './sources/activeBrief';
import { citeOnDrop } from './sources/dragging';
import { createSourcesView } from './sources/sourcesView';
import { createWorkspaceView } from './sources/workspaceView';
import { createTools } from './tools/createTools';
import { createStatusBar } from './uncited/statusBar';
import { foldFrontMatter } from './writing/foldFrontMatter';

/** The functions that other extensions may call. */
type Exports = Pick<MarkdownPreview, 'extendMarkdownIt'>;

/**
 * Activates the extension, for both entries: `node.ts` and `browser.ts`.
 *
 * @param bundles null if a page's requests are the only way to the network
 * @returns the function that VS Code's extension for Markdown asks for
 */
export async function startExtension(
  context: vscode.ExtensionContext,
  createLanguageClient: CreateLanguageClient,
  bundles: Bundles | null,
  readWords: ReadWords = async () => undefined,
): Promise<Exports> {
  const { extensionUri } = context;
  const output = vscode.window.createOutputChannel('Research Briefs', { log: true });
  const client = createClient(createLanguageClient, output, readWords, context.extension.id);
  const briefs = createBriefs(client);
  const webImages = createWebImages(context.workspaceState);
  const previews = createPreviews(extensionUri, client, briefs, output, webImages);
  const threads = lazyThreads(client, briefs);
  const markdown = createMarkdownPreview(client, briefs);
  const active = createActiveBrief(client, briefs, previews);
  const links = createCheckLinks(client, active, bundles?.network ?? null);
  const reader = lazyReader(context, client, active, bundles);
  const sourcesView = createSourcesView(client, active, links);
  const workspaceView = createWorkspaceView(client);
  context.subscriptions.push(
    output,
    client,
    briefs,
    webImages,
    previews,
    markdown,
    active,
    threads,
    createStatusBar(client, previews),
    createPasting(client),
    foldFrontMatter(),
    links,
    reader,
    sourcesView,
    workspaceView,
    citeOnDrop(client),
    createTools(client, reader),
    provideOwnPages(extensionUri),
    showPagesByAddress(),
    registerCommands({
      ...{ extensionUri, client, previews, webImages, active, threads, output, bundles, showRulePage },
      ...{ links, reader, sourcesView, workspaceView },
    }),
  );
  await whenNeeded(context, client.start);
  return { extendMarkdownIt: markdown.extendMarkdownIt };
}
