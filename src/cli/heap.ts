import { setFlagsFromString } from 'node:v8';

/** In bytes: what shorter texts take is far from any limit. */
const LONG = 1024 * 1024;

/**
 * Lets the heap grow by half at most before it is collected again, once a long text is read. Where a machine has much memory,
 * V8 else lets it double.
 */
export function saveMemoryFor(bytes: number): void {
  if (bytes >= LONG) setFlagsFromString('--heap-growing-percent=50');
}
