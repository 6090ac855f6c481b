import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createConfigs } from '../../src/cli/check/configs';
import { copyJobOf } from '../../src/cli/copies/copyJobs';
import { madeOf } from '../../src/copies';
import type { KeepOptions, Outcome } from '../../src/copies/contract';
import { keepCopies, planCopies } from '../../src/copies/keepCopies';
import { statsOf } from '../../src/core';
import { extractFile } from '../../src/files/apart/extractFile';
import { pdfReader } from '../../src/files/apart/pdfApart';
import { parseBriefFile } from '../../src/files/named/parseBriefFile';
import { openReport, type ReportSite } from './reportSite';

const readPdf = pdfReader(resolve('dist/pdf.js'));

describe('The copies of a report of 30 sources', () => {
  let report: ReportSite;
  let folder = '';
  let path = '';
  beforeEach(async () => {
    report = await openReport();
    folder = mkdtempSync(join(tmpdir(), 'brief-copies-'));
    path = join(folder, 'report.brief');
    writeFileSync(path, report.brief);
  });
  afterEach(async () => {
    await report.close();
    rmSync(folder, { recursive: true });
  });

  const optionsWith = (more: Partial<KeepOptions>) => ({
    request: report.request,
    extract: (name: string, bytes: Uint8Array) => extractFile(name, bytes, readPdf),
    archive: report.archive.origin,
    today: '2026-01-02',
    allowPrivate: true,
    pace: { pauseMs: 0 },
    ...more,
  });

  /** One run, as the command does it. */
  async function run(more: Partial<KeepOptions> = {}): Promise<ReadonlyMap<string, Outcome>> {
    const job = await copyJobOf({ path, from: 'file' }, createConfigs());
    assert.ok(!('error' in job), JSON.stringify(job));
    const [part] = job.parts;
    if (!part) return new Map();
    const outcomes = await keepCopies(part.sources, { ...optionsWith(more), folder: part.folder });
    const made = [...outcomes].flatMap(([id, outcome]) => madeOf(id, part.prefix, outcome));
    assert.deepEqual(await job.name(made), []);
    return outcomes;
  }

  async function evidence() {
    const text = readFileSync(path, 'utf8');
    return statsOf(await parseBriefFile(text, path, folder)).evidence;
  }

  const inWords = (outcomes: ReadonlyMap<string, Outcome>) =>
    Object.fromEntries([...outcomes].map(([id, one]) => [id, 'name' in one ? `${one.state} ${one.name}` : one.reason]));

  const ALL = {
    ...Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`${i + 1}`, `whole ${i + 1}.md`])),
    ...{ '15': 'whole 15.txt', '16': 'whole 16.txt', '17': 'whole 17.txt', '18': 'whole 18.txt' },
    ...{ '19': 'whole 19.md', '20': 'whole 20.md', '21': 'gone', '22': 'paywall', '23': 'abstract 23.md' },
    ...{ '24': 'too-large', '25': 'whole 25.md', '26': 'scripts', '27': 'excerpt 27.md', '28': 'robots' },
    ...{ '29': 'gone', '30': 'whole 30.md' },
  };

  it('are had in one run, with their states; what is left cannot be checked for a reason', async () => {
    assert.deepEqual(await evidence(), { found: 0, differs: 0, notFound: 0, elsewhere: 0, uncheckable: 30 });
    assert.deepEqual(inWords(await run()), ALL);
    assert.deepEqual(await evidence(), { found: 21, differs: 0, notFound: 1, elsewhere: 0, uncheckable: 8 });

    const text = readFileSync(path, 'utf8');
    assert.match(text, /id: 15\n {4}title: Works\n {4}url: \S+\n {4}text: sources\/15\.txt\n/);
    assert.match(text, /text: sources\/23\.md\n {4}copy: abstract\n/);
    assert.match(text, /text: sources\/27\.md\n {4}copy: excerpt\n/);
    assert.equal(text.replace(/^ {4}(?:text|copy): .*\n/gm, ''), report.brief);

    const copy = (name: string) => readFileSync(join(folder, 'sources', name), 'utf8');
    assert.match(copy('2.md'), /^<!-- http:\/\/127\.0\.0\.1:\d+\/2, 2026-01-02 -->\n\n# Works number 2\n\nThe works/);
    assert.doesNotMatch(copy('2.md'), /Home|Imprint/);
    assert.equal(copy('16.txt').split('\f').length, 2);
    assert.match(copy('19.md'), new RegExp(`^<!-- ${report.other.origin}/nineteen,`));
    assert.match(copy('20.md'), /^<!-- http:\/\/127\.0\.0\.1:\d+\/web\/20240203040506id_\//);
    assert.match(copy('30.md'), /# 工厂/);
    assert.ok(report.mostAtOnce() <= 2);
    assert.deepEqual(readdirSync(folder).sort(), ['report.brief', 'sources']);
  });

  it('are taken up again after a run was stopped, and nothing is asked for twice', async () => {
    const stop = new AbortController();
    let count = 0;
    const onOutcome = () => void (++count === 9 && stop.abort());
    const first = await run({ signal: stop.signal, onOutcome });
    assert.ok(first.size >= 9 && first.size < 20, String(first.size));
    const asked = report.asked().length;
    const second = await run();
    assert.ok(report.asked().length > asked);
    assert.deepEqual({ ...inWords(first), ...inWords(second) }, ALL);
    const third = await run();
    assert.deepEqual([...third.keys()], ['21', '22', '24', '26', '28', '29']);
    assert.deepEqual(report.asked(), [...new Set(report.asked())]);
    assert.deepEqual(await evidence(), { found: 21, differs: 0, notFound: 1, elsewhere: 0, uncheckable: 8 });
  });

  it('are known after a run was killed before it named them in the brief', async () => {
    await run();
    const before = report.asked().length;
    const named = readFileSync(path, 'utf8');
    writeFileSync(path, report.brief);
    assert.deepEqual(inWords(await run()), ALL);
    assert.equal(report.asked().length, before);
    assert.equal(readFileSync(path, 'utf8'), named);
  });

  it('that could not be had are asked for again when that is wanted, and no others', async () => {
    await run();
    const before = report.asked().length;
    await run({ again: true });
    const again = report.asked().slice(before).length;
    assert.ok(again > 0);
    assert.deepEqual(report.site.asked.filter((each, i, all) => all.indexOf(each) !== i).sort(), [
      'GET /21',
      'GET /22',
      'GET /24',
      'GET /26',
      'GET /29',
    ]);
  });

  it('are not asked for at a private address without leave', async () => {
    const outcomes = await run({ allowPrivate: false });
    assert.deepEqual(new Set(Object.values(inWords(outcomes))), new Set(['private']));
    assert.deepEqual(report.asked(), []);
    assert.deepEqual(readdirSync(folder), ['report.brief']);
  });

  async function planned(more: Partial<KeepOptions> = {}) {
    const job = await copyJobOf({ path, from: 'file' }, createConfigs());
    assert.ok(!('error' in job) && job.parts[0]);
    const { folder: to, sources } = job.parts[0];
    return planCopies(sources, { ...optionsWith(more), folder: to });
  }

  it('name each host with its pages before anybody is asked, and none that is known or will not be asked', async () => {
    const host = report.site.origin.slice('http://'.length);
    assert.deepEqual([...(await planned()).hosts], [[host, 30]]);
    assert.deepEqual([...(await planned({ allowPrivate: false })).hosts], []);
    assert.deepEqual(report.asked(), []);
    await run();
    assert.deepEqual([...(await planned()).hosts], []);
  });
});
