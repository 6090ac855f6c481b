import { GC_AT_HAND, HEAP_IN_SMALL_STEPS } from '../files/apart/flags';
import { startFast } from '../files/apart/startFast';

// The server as a Node process of its own. It is loaded once it is clear where what was compiled of it lies.

startFast(HEAP_IN_SMALL_STEPS, GC_AT_HAND);
import('./serve');
