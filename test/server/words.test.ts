import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, Hover } from 'vscode-languageserver';
import { isSimplifiedChinese, saying, speak } from '../../src/core/base/say';
import { createWordsOfPage, readWords, wordsFor } from '../../src/server/pages/words';
import type { CardResult, ExportResult, RenderResult } from '../../src/server/protocol';
import { codesOf, ofVersion, rangeIn, type SpawnedClient, type SpawnOptions, spawnServer, URI } from './client';

const BRIEF = `# Rare earths

- China refines 90% of them [2].

## Sources

- [1] Mineral Commodity Summaries 2024, USGS. https://pubs.usgs.gov/mcs2024
`;

describe('The language that a server speaks', () => {
  let client: SpawnedClient | null = null;
  afterEach(async () => {
    await client?.stop();
    client = null;
  });

  async function started(options: SpawnOptions): Promise<{ client: SpawnedClient; unknown: Diagnostic }> {
    client = await spawnServer(options);
    await client.open(BRIEF);
    const diagnostics = await client.diagnostics(ofVersion(1));
    const unknown = diagnostics.find(({ code }) => code === 'citation/unknown-source');
    assert.ok(unknown, codesOf(diagnostics).join());
    return { client, unknown };
  }

  for (const locale of ['en', undefined]) {
    it(`is English for ${locale ?? 'a client that names none'}`, async () => {
      const { unknown } = await started(locale === undefined ? {} : { locale });
      assert.equal(unknown.message, 'Nothing declares source [2]. Did you mean [1]?');
    });
  }

  it('is Chinese for zh-cn: in messages, fixes and hovers, and it leads to the pages of rules in Chinese', async () => {
    const { client: chinese, unknown } = await started({ locale: 'zh-cn' });
    assert.equal(unknown.message, '来源 [2] 未声明。是否想写 [1]？');
    assert.match(unknown.codeDescription?.href ?? '', /\/docs\/zh-cn\/rules\/citation\/unknown-source\.md$/);
    const actions: readonly CodeAction[] = await chinese.actions(unknown.range, { diagnostics: [unknown] });
    const titles = actions.map(({ title }) => title);
    assert.ok(titles.includes('将 [2] 替换为 [1]'), titles.join());
    const hover: Hover | null = await chinese.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: URI },
      position: rangeIn(BRIEF, '90%').start,
    });
    assert.match(JSON.stringify(hover), /无法核对：\[2\] 未声明/);
  });

  for (const [locale, text, said] of [
    ['en', '# 稀土\n\n- 中国精炼其中的90% [1]。\n\n## 来源\n\n- [1] 矿产品概要\n', '引用 1 次'],
    ['zh-cn', '# Ore\n\n- China refines 90% of it [1].\n\n## Sources\n\n- [1] Summaries\n', 'Cited once'],
  ] as const) {
    it(`gives way to that of the brief on its page and in the cards of it, in an editor in ${locale}`, async () => {
      client = await spawnServer({ locale });
      await client.open(text);
      const { connection } = client;
      const rendered = await connection.sendRequest<RenderResult>('brief/render', { uri: URI });
      const id = /data-card="([^"]+)"/.exec(rendered.html)?.[1];
      const card = await connection.sendRequest<CardResult | null>('brief/card', { uri: URI, id });
      assert.match(card?.html ?? '', new RegExp(said));
      const exported = await connection.sendRequest<ExportResult>('brief/export', {
        textDocument: { uri: URI },
        style: '',
        evidence: true,
      });
      assert.match('html' in exported ? (exported.html ?? '') : '', new RegExp(said));
    });
  }

  it('is that of the words which the client hands over', async () => {
    const words = { 'Nothing declares source {0}. Did you mean {1}?': 'Nihil: {0}, {1}' };
    const { unknown } = await started({ locale: 'la', initializationOptions: { words } });
    assert.equal(unknown.message, 'Nihil: [2], [1]');
  });
});

describe('The words of a language', () => {
  it('are a table of texts, and no other value', () => {
    assert.deepEqual(readWords({ a: 'b' }), { a: 'b' });
    for (const value of [null, 'a', [], ['a'], {}, { a: 1 }, { a: 'b', c: null }, { a: 'x'.repeat(2001) }])
      assert.equal(readWords(value), null);
    assert.equal(readWords(Object.fromEntries(Array.from({ length: 5001 }, (_, i) => [String(i), 'a']))), null);
  });

  it('are not read where nobody reads Chinese', async () => {
    const unread = () => Promise.reject(new Error('It was read.'));
    assert.equal(await wordsFor({ locale: 'en' }, unread), null);
    assert.equal(await wordsFor({}, unread), null);
    assert.equal(await saying({ a: 'b' }, () => wordsFor({ locale: 'en' }, unread)), null);
    assert.deepEqual(await wordsFor({ locale: 'zh', initializationOptions: { words: { a: 'b' } } }, unread), {
      a: 'b',
    });
  });

  it('are those that are spoken already, where a client names no language', async () => {
    assert.deepEqual(await saying({ a: 'b' }, () => wordsFor({}, null)), { a: 'b' });
  });

  it('are for who reads Simplified Chinese', () => {
    for (const locale of ['zh', 'zh-cn', 'zh-CN', 'zh_CN', 'zh-Hans', 'zh-Hans-CN', 'zh-sg'])
      assert.ok(isSimplifiedChinese(locale), locale);
    for (const locale of ['zh-tw', 'zh-Hant', 'zh-hk', 'zha', 'en', '', undefined, 1])
      assert.ok(!isSimplifiedChinese(locale), String(locale));
  });

  it('are on a page those of its brief, and otherwise those that are spoken', async () => {
    const wordsOfPage = createWordsOfPage(async () => ({ a: 'b' }));
    try {
      assert.deepEqual(await wordsOfPage('zh-Hans'), { a: 'b' });
      for (const language of ['en', 'en-GB', 'zh-Hant', 'de'])
        assert.equal(await wordsOfPage(language), null, language);
      speak({ a: 'c' });
      for (const language of ['de', 'zh']) assert.deepEqual(await wordsOfPage(language), { a: 'c' }, language);
      assert.equal(await wordsOfPage('en'), null);
      speak(null);
      assert.equal(await createWordsOfPage(() => Promise.reject(new Error('It is not there.')))('zh'), null);
    } finally {
      speak(null);
    }
  });
});
