/** `npm run bench`: prints how long things take, side by side with what they are held to. It asserts nothing. */
import { benchKeystroke } from './keystroke';
import { benchNumbers } from './numbers';

const print = (line: string) => console.log(line);
benchKeystroke(print);
benchNumbers(print);
