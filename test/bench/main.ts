/** `npm run bench`: prints how long things take, side by side with what they are held to. It asserts nothing. */
import { benchChanges } from './changes';
import { benchKeystroke } from './keystroke';
import { benchNumbers } from './numbers';
import { benchOverLsp } from './overLsp';

const print = (line: string) => console.log(line);

async function main(): Promise<void> {
  benchKeystroke(print);
  await benchOverLsp(print);
  await benchChanges(print);
  benchNumbers(print);
}

export const finished = main();
