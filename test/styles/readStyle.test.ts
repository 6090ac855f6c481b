import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseBrief } from '../../src/core/checking';
import { STYLE } from '../../src/files/named/namedFileKinds';
import { listSources, readStyle } from '../../src/styles';

/** A style with some macros, and what its bibliography calls. */
function style(macros: string, calls = '<text variable="title"/>'): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
  <info><title>Ours</title><id>ours</id></info>
  ${macros}
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout suffix=".">${calls}</layout></bibliography>
</style>`;
}

/** What is wrong, and the text from where it is. */
function errorIn(text: string): { readonly message: string; readonly from: string } {
  const read = readStyle(text);
  assert.ok('error' in read);
  return { message: read.error.message, from: text.slice(read.error.at, read.error.at + 12) };
}

describe('a style of somebody', () => {
  it('is used as it is written', async () => {
    const csl = style('<macro name="m"><text variable="title" font-style="italic"/></macro>', '<text macro="m"/>');
    const { sources } = parseBrief('---\nsources:\n  - {id: 1, title: A thing}\n---\n# A\n');
    const list = await listSources({ sources, details: new Map(), style: { csl }, language: 'en', most: 9 });
    assert.deepEqual('entries' in list && list.entries.get('1'), [{ mark: 'i', children: ['A thing'] }, '.']);
  });

  it('that is no XML is an error where it ends to be', () => {
    assert.match(errorIn(style('<macro name="m">')).message, /[Uu]nexpected close tag/);
    assert.match(errorIn('<style><a></style>').message, /^Unexpected close tag\.$/);
    assert.deepEqual(errorIn(''), { message: 'Document must contain a root element.', from: '' });
  });

  it('that is another kind of XML is an error', () => {
    assert.deepEqual(errorIn('<?xml version="1.0"?><locale/>'), {
      message: 'It is not a CSL style: <style xmlns="http://purl.org/net/xbiblio/csl"> is missing.',
      from: '<locale/>',
    });
  });

  it('that only says what it is like is an error that says which', () => {
    const dependent = `<style xmlns="http://purl.org/net/xbiblio/csl"><info><link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info></style>`;
    assert.match(errorIn(dependent).message, /to the style "apa"\. Name that style\.$/);
  });

  it('without a bibliography, a macro that it calls or a citation is an error', () => {
    const whole = style('');
    assert.match(errorIn(whole.replace(/<bibliography>.*<\/bibliography>/, '')).message, /^It has no <bibliography>/);
    assert.match(errorIn(whole.replace(/<citation>.*<\/citation>/, '')).message, /^It has no <citation>/);
    assert.deepEqual(errorIn(style('', '<text macro="none"/>')), {
      message: 'It has no macro "none".',
      from: '"none"/></la',
    });
  });

  it('whose macros call themselves, or come to more than there is room for, is an error at once', () => {
    const circle = '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>';
    assert.match(errorIn(style(circle, '<text macro="a"/>')).message, /^Its macro "a" calls itself\.$/);
    const doubling = Array.from(
      { length: 60 },
      (_, i) => `<macro name="m${i}"><text macro="m${i + 1}"/><text macro="m${i + 1}"/></macro>`,
    );
    const bomb = style(`${doubling.join('')}<macro name="m60"><text variable="title"/></macro>`, '<text macro="m0"/>');
    assert.match(errorIn(bomb).message, /^With its macros expanded, it has more than 200000 elements/);
  });

  it('writes nothing into the objects of the program, by the names that these have', async () => {
    const { sources } = parseBrief(
      '---\nsources:\n  - {id: 1, title: constructor}\n  - {id: 2, title: __proto__}\n---\n# A\n',
    );
    const before = Object.keys(Object.getOwnPropertyDescriptors(Object));
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const term = `<locale xml:lang="en"><terms><term name="${name}" form="keys">x</term></terms></locale>`;
      assert.equal(errorIn(style(term)).message, `"${name}" cannot be a name in a style.`);
    }
    const csl = style('', '<text variable="title" prefix="constructor "/>');
    const list = await listSources({ sources, details: new Map(), style: { csl }, language: 'en', most: 9 });
    assert.ok('entries' in list, 'unstyled' in list ? list.unstyled : '');
    assert.deepEqual([...list.entries.values()].flat(), ['constructor constructor.', 'constructor __proto__.']);
    assert.deepEqual(Object.keys(Object.getOwnPropertyDescriptors(Object)), before);
    assert.equal(Reflect.get({}, 'keys'), undefined);
  });

  it('has no long words that its macros write without end, and is not nested through them without end', () => {
    const long = style(
      `<macro name="m"><text value="${'a'.repeat(500_000)}"/></macro>`,
      '<text macro="m"/>'.repeat(500),
    );
    assert.match(errorIn(long).message, /more than 200000 elements/);
    const nested = Array.from(
      { length: 90 },
      (_, i) => `<macro name="m${i}">${'<group>'.repeat(90)}<text macro="m${i + 1}"/>${'</group>'.repeat(90)}</macro>`,
    );
    for (const macros of [nested, nested.toReversed()]) {
      const deep = style(`${macros.join('')}<macro name="m90"><text variable="title"/></macro>`, '<text macro="m0"/>');
      assert.match(errorIn(deep).message, /nested more than 500 deep\.$/);
    }
  });

  it('of many elements, names or long texts is not used for many sources', async () => {
    const all = Array.from(
      { length: 9 },
      (_, i) => `  - {id: s${i}, title: ${'ab " '.repeat(200)}, authors: [A B, C D, E F]}\n`,
    );
    const { sources } = parseBrief(`---\nsources:\n${all.join('')}---\n# A\n`);
    for (const calls of [
      '<text value="x"/>'.repeat(4000),
      '<names variable="author"/>'.repeat(400),
      '<text variable="title"/>'.repeat(100),
    ]) {
      const request = { details: new Map(), style: { csl: style('', calls) }, language: 'en', most: 9 };
      const list = await listSources({ ...request, sources });
      const unstyled = 'unstyled' in list ? list.unstyled : '';
      const [, most = ''] =
        /^The style is too large for 9 sources\. It is used for (\d) at most\.$/.exec(unstyled) ?? [];
      assert.ok(Number(most) >= 1 && Number(most) < 9, unstyled);
      assert.ok('entries' in (await listSources({ ...request, sources: sources.slice(0, 1) })));
    }
  });

  it('may declare no document type, and no entity', () => {
    const bomb = `<!DOCTYPE style [<!ENTITY a "aaaa">]>\n${style('')}`;
    assert.match(errorIn(bomb.replace(/<\?xml.*?\?>/, '')).message, /document type/);
    assert.match(errorIn(style('', '<text value="&a;"/>')).message, /ntity/);
  });

  it('nests no deeper than 100 elements', () => {
    assert.match(errorIn(style('', `${'<group>'.repeat(200)}${'</group>'.repeat(200)}`)).message, /more than 100 deep/);
  });

  it('that the processor can not use says so, and the sources stay', async () => {
    const { sources } = parseBrief('---\nsources:\n  - {id: 1, title: A}\n---\n# A\n');
    for (const calls of [
      '<names variable="author"><name form="x"/></names>',
      '<date/>',
      '<choose><if/></choose>',
      '<x/>',
    ]) {
      const csl = style('', calls);
      assert.ok('style' in readStyle(csl), calls);
      const list = await listSources({ sources, details: new Map(), style: { csl }, language: 'en', most: 9 });
      assert.ok('entries' in list || list.unstyled.startsWith('The style could not be used'), calls);
    }
  });

  it('is a file of at most 1 MB, whose error has its place', async () => {
    assert.equal(STYLE.maxBytes('a.csl'), 1024 * 1024);
    const { errors } = await STYLE.read('<style>\n</styl>', 'a.csl', 'file:///a.csl');
    assert.equal(errors[0]?.range.start.line, 1);
  });

  it('is data: nothing of it, or of the processor, is run as code', () => {
    assert.doesNotMatch(readFileSync('dist/citeproc.js', 'utf8'), /\beval\s*\(|new Function\b|[^.\w]Function\s*\(/);
    const script = `
      const styles = require('./dist/load.js').start('styles.js');
      const sources = [{ id: '1', authors: [{ value: 'Ada Lovelace' }], title: { value: 'A' }, declarations: [], passages: [] }];
      styles.listSources({ sources, details: new Map(), style: 'apa', language: 'en', most: 9 })
        .then((list) => console.log(JSON.stringify([...list.entries])));`;
    const printed = execFileSync(process.execPath, ['--disallow-code-generation-from-strings', '-e', script], {
      encoding: 'utf8',
    });
    assert.match(printed, /Lovelace, A\. \(n\.d\.\)\./);
  });
});
