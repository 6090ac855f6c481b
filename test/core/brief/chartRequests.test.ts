import assert from 'node:assert/strict';
import { chartRequests } from '../../../src/core/brief/figures/charts';
import { parseBrief } from '../../../src/core/brief/parseBrief';

describe('What a chart is drawn of', () => {
  it('is in percent where each number that is there has the sign', () => {
    const percentOf = (last: string) => {
      const brief = parseBrief(`---
figures:
  - id: shares
    chart: line
    x: year
    y: share
    data:
      - { year: 2022, share: 40% }
      - { year: 2023 }
      - { year: 2024, share: ${last} }
---
`);
      return chartRequests(brief).map((request): unknown => JSON.parse(request).percent);
    };
    assert.deepEqual([percentOf('45%'), percentOf('45')], [[true], [false]]);
  });
});
