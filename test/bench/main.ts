/**
 * `npm run bench`: prints how long things take, side by side with what they are held to. It asserts nothing.
 * `npm run bench -- --briefs 100,10000` says how many briefs the workspaces have that it makes.
 */
import { parseArgs } from 'node:util';
import { benchChanges } from './changes';
import { benchCheckMany } from './checkMany';
import { benchFrontMatter } from './frontMatter';
import { benchKeystroke } from './keystroke';
import { benchNumbers } from './numbers';
import { benchOverLsp } from './overLsp';
import { benchStartUp } from './startUp';
import { benchWorkspace } from './workspace';

const print = (line: string) => console.log(line);

async function main(): Promise<void> {
  benchKeystroke(print);
  benchFrontMatter(print);
  await benchOverLsp(print);
  await benchChanges(print);
  await benchStartUp(print);
  benchNumbers(print);
  // It takes minutes.
  if (process.argv.includes('--many')) benchCheckMany(print);
  const { briefs } = parseArgs({ options: { briefs: { type: 'string', default: '100,1000' } }, strict: false }).values;
  await benchWorkspace(print, String(briefs).split(',').map(Number));
}

export const finished = main();
