import fc from 'fast-check';
import { TARGETS } from './targets';

// `npm run fuzz` tries the same for as long as is wanted.
for (const { title, properties } of Object.values(TARGETS)) {
  describe(title, function () {
    this.timeout(180_000);

    for (const { name, property, runs } of properties)
      it(name, async () => await fc.assert(property, { numRuns: runs }));
  });
}
