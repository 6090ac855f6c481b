import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { checkBrief, parseBrief, parseChanged } from '../../src/core';
import { originsOf } from '../../src/core/brief/queries/blocks';
import { evidenceOrigin } from '../../src/core/evidence/brief';

const HEAD = '---\nsources:\n  - { id: s1, title: Report, url: "https://example.org/1" }\n---\n\n';
const VERSIONS = 40;

/** Collects all garbage. A promise is awaited first, as a `WeakRef` holds its object until the running task has ended. */
async function collect(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const gc: () => void = runInNewContext('gc');
  await new Promise((resolve) => setTimeout(resolve, 0));
  gc();
}

describe('What is remembered of the versions of a text', () => {
  const sentence = (n: number) => `In ${1990 + (n % 30)} the plant made ${100 + n} tonnes of ore, ${n % 97} % [@s1].`;
  const paragraph = (sentences: number) => Array.from({ length: sentences }, (_, n) => sentence(n)).join('\n');

  /** Types letters into the middle of a text. @returns in how many versions the first insight is still in memory */
  async function rememberedAfterTyping(text: string): Promise<number> {
    const seen: WeakRef<object>[] = [];
    const at = text.indexOf(' plant', text.length / 2);
    const type = () => {
      let brief = parseBrief(text);
      for (let version = 1; version <= VERSIONS; version++) {
        brief = parseChanged(brief, text.slice(0, at) + 'x'.repeat(version) + text.slice(at), {});
        checkBrief(brief);
        const [origin] = originsOf(brief);
        const evidence = evidenceOrigin(brief, 0);
        assert.ok(origin && evidence && evidence.numbers.length > 0);
        seen.push(new WeakRef(origin), new WeakRef(evidence));
      }
      return brief;
    };
    const last = type();
    await collect();
    const origins = seen.filter((ref, i) => i % 2 === 0 && ref.deref()).length;
    const evidence = seen.filter((ref, i) => i % 2 === 1 && ref.deref()).length;
    assert.equal(originsOf(last).length, 1);
    return Math.max(origins, evidence);
  }

  it('is little of a paragraph that is as long as a brief', async () => {
    const text = `${HEAD}${paragraph(250)}\n`;
    const remembered = await rememberedAfterTyping(text);
    // 100,000 characters, twice, and the versions that end each.
    assert.ok(remembered * text.length < 300_000, `${remembered} versions of ${text.length} characters`);
  });

  it('is much of a short paragraph', async () => {
    assert.equal(await rememberedAfterTyping(`${HEAD}${paragraph(2)}\n`), VERSIONS);
  });
});
