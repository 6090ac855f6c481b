/** A keystroke over LSP beside the language servers that others have for Markdown, in one run. */

import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { madeBrief } from './madeBriefs';
import { median } from './measure';
import { rumdlIn, type Tool, toolsFolder, versionOf } from './tools';
import { nodeServer, OUR_SERVER, startTyping, type TypedServer, timesOfTyping } from './typing';

const KB = 1024;
const PAUSE_MS = 40;
const SEED = 7;

/** What VS Code sets for those who want their links validated. */
const MARKDOWN_SETTINGS = {
  markdown: {
    server: { log: 'off' },
    preferredMdPathExtensionStyle: 'auto',
    occurrencesHighlight: { enabled: false },
    suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
    validate: {
      enabled: true,
      referenceLinks: { enabled: 'warning' },
      fragmentLinks: { enabled: 'warning' },
      fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
      ignoredLinks: [],
      unusedLinkDefinitions: { enabled: 'hint' },
      duplicateLinkDefinitions: { enabled: 'warning' },
    },
  },
};

function servers(folder: string): readonly (readonly [name: Tool, server: TypedServer])[] {
  const markdown = new MarkdownIt({ html: true });
  const rumdl = rumdlIn(folder);
  return [
    ...(rumdl ? [['rumdl', { command: rumdl, args: ['server'], languageId: 'markdown' }] as const] : []),
    [
      'vscode-markdown-languageserver',
      {
        command: process.execPath,
        args: [join(folder, 'node_modules/vscode-markdown-languageserver/dist/node/workerMain.js'), '--stdio'],
        languageId: 'markdown',
        pulls: true,
        settings: MARKDOWN_SETTINGS,
        // It has its client parse, as VS Code does.
        answer: (connection, text) => {
          connection.onRequest('markdown/parse', () => markdown.parse(text(), {}));
          connection.onRequest('markdown/findMarkdownFilesInWorkspace', () => []);
          connection.onRequest('markdown/fs/stat', () => undefined);
          connection.onRequest('markdown/fs/readFile', () => []);
          connection.onRequest('markdown/fs/readDirectory', () => []);
          connection.onRequest('markdown/fs/watcher/create', () => undefined);
          connection.onRequest('markdown/fs/watcher/delete', () => undefined);
        },
      },
    ],
  ];
}

/** Where `scripts/bench.js` puts the server that does nothing. */
const DO_NOTHING = join(__dirname, 'doNothing.cjs');
const SIZES = [4, 40, KB];
const KEYSTROKES = 30;

/** @param print takes the lines of the report */
export async function benchOtherServers(print: (line: string) => void): Promise<void> {
  const folder = toolsFolder();
  const all: [string, TypedServer][] = [
    ['Research Briefs, all rules', OUR_SERVER],
    ['a server that does nothing', nodeServer(DO_NOTHING)],
  ];
  for (const [tool, server] of folder ? servers(folder) : []) all.push([versionOf(tool), server]);
  const rows = all.map(([name]) => [name]);
  for (const size of SIZES) {
    const text = madeBrief(SEED, size * KB);
    const typing = [];
    for (const [, server] of all) typing.push(await startTyping(server, text));
    await timesOfTyping(typing, KEYSTROKES * 2, 1);
    const times = (await timesOfTyping(typing, KEYSTROKES, PAUSE_MS)).map(median);
    for (const one of typing) one.stop();
    for (const [i, time] of times.entries())
      rows[i]?.push(`${(time / (times[0] ?? time)).toFixed(2)} (${time.toFixed(2)} ms)`);
  }
  const heads = SIZES.map((size) => (size < KB ? `${size} KB` : `${size / KB} MB`));
  print(`a keystroke over LSP beside other servers, warm, as a multiple of ours (${heads.join(', ')})`);
  for (const [name = '', ...cells] of rows) print(`  ${name}: ${cells.join(', ')}`);
  if (!folder) print('  The other servers could not be installed: there is nothing to compare with.');
}
