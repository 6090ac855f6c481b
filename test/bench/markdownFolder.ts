/**
 * `node markdownFolder.cjs FOLDER TOOLS`: prints how much VS Code's Markdown service finds in a folder of Markdown files. `TOOLS` is
 * the folder that the service is installed in.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** What is used of it here. The benchmark fetches it: nothing of the project depends on it. */
interface Service {
  computeDiagnostics(document: TextDocument, options: object, token: object): Promise<readonly unknown[]>;
}

interface Package {
  createLanguageService(parts: object): Service;
  readonly githubSlugifier: object;
}

interface Uri {
  toString(): string;
}

const LEVELS = {
  validateReferences: 'warning',
  validateFragmentLinks: 'warning',
  validateFileLinks: 'warning',
  validateMarkdownFileLinkFragments: 'warning',
  validateUnusedLinkDefinitions: 'hint',
  validateDuplicateLinkDefinitions: 'warning',
  ignoreLinks: [],
};

const NEVER = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };
const NO_EVENT = () => ({ dispose: () => undefined });

async function main(folder: string, tools: string): Promise<void> {
  const require = createRequire(join(tools, 'package.json'));
  const home = join(tools, 'node_modules', 'vscode-markdown-languageservice');
  const { createLanguageService, githubSlugifier }: Package = await import(
    pathToFileURL(join(home, 'out', 'index.js')).href
  );
  const { URI }: { URI: { file(path: string): Uri } } = require('vscode-uri');
  const documents = new Map<string, TextDocument>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.md')) continue;
    const path = join(entry.parentPath, entry.name);
    const uri = URI.file(path);
    const document = TextDocument.create(uri.toString(), 'markdown', 1, readFileSync(path, 'utf8'));
    documents.set(uri.toString(), document);
  }
  const markdown = new MarkdownIt({ html: true });
  const service = createLanguageService({
    workspace: {
      workspaceFolders: [URI.file(folder)],
      onDidChangeMarkdownDocument: NO_EVENT,
      onDidCreateMarkdownDocument: NO_EVENT,
      onDidDeleteMarkdownDocument: NO_EVENT,
      getAllMarkdownDocuments: async () => documents.values(),
      hasMarkdownDocument: (uri: Uri) => documents.has(uri.toString()),
      openMarkdownDocument: async (uri: Uri) => documents.get(uri.toString()),
      stat: async (uri: Uri) => (documents.has(uri.toString()) ? { isDirectory: false } : undefined),
      readDirectory: async () => [],
    },
    parser: {
      slugifier: githubSlugifier,
      tokenize: async (document: TextDocument) => markdown.parse(document.getText(), {}),
    },
    logger: { level: 0, log: () => undefined },
  });
  let found = 0;
  for (const document of documents.values())
    found += (await service.computeDiagnostics(document, LEVELS, NEVER)).length;
  console.log(`${documents.size} files, ${found} problems`);
}

const [folder = '.', tools = '.'] = process.argv.slice(2);
void main(resolve(folder), resolve(tools));
