import { BRIEFS } from './briefs';
import { EVIDENCE } from './evidence';
import { FRONT_MATTER } from './frontMatter';
import { PAGES } from './pages';
import type { FuzzProperty } from './property';
import { SERVER } from './server';

/** What is fuzzed, by the name that `npm run fuzz` knows it by; the names of properties go on with the title. */
export const TARGETS: Readonly<
  Record<string, { readonly title: string; readonly properties: readonly FuzzProperty[] }>
> = {
  briefs: { title: 'any text', properties: BRIEFS },
  'front-matter': { title: 'YAML', properties: FRONT_MATTER },
  evidence: { title: 'evidence', properties: EVIDENCE },
  pages: { title: 'any brief', properties: PAGES },
  server: { title: 'the server in a storm', properties: SERVER },
};
