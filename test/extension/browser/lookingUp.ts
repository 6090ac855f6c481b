/** A page of news that windows look up, and how they do. */
import { type OwnServer, serve } from '../../network/servers';
import type { Opened } from './support';

export const ORE = `---
title: Ore
sources:
  - id: 1
    title: Ore Yearbook
    url: https://example.org/yearbook
---

# Ore

- It rose by 12% [1].
`;
const PAGE = `<!doctype html><html lang="en"><head><title>Prices rise | Ore News</title>
<meta property="og:site_name" content="Ore News"><meta name="author" content="Ada Sample">
<meta property="article:published_time" content="2025-02-03T08:00:00Z"></head>
<body><nav>Home</nav><main><h1>Prices rise</h1><p>They rose by 12% in 2024.</p></main></body></html>`;

/** As who asks a proxy names it. No name server knows the host. */
export const PROXIED = 'http://ore.test/prices';

/** Has a page of news, and never answers for `/silent`. */
export function serveNews(): Promise<OwnServer> {
  return serve((asked, response) => {
    if (asked.url === '/prices' || asked.url === PROXIED)
      response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    else if (asked.url !== '/silent') response.writeHead(404).end();
  });
}

/** Asks for a source until the window offers to look it up. @param ask opens the box in which it is written */
export async function lookUp(
  opened: Opened,
  written: string,
  ask = async () => opened.run('brief.addSource'),
): Promise<void> {
  await ask();
  await opened.picker().locator('.quick-input-title', { hasText: 'Add Source' }).waitFor();
  await opened.input().fill(written);
  await opened.picks('Look up at').click();
}

/** Takes a button of a dialog with some words. */
export async function answer(opened: Opened, words: RegExp, button: string): Promise<void> {
  const dialog = opened.dialog().filter({ hasText: words });
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
