import assert from 'node:assert/strict';
import { addSource, parseBrief, pasteUrl } from '../../../../src/core';
import { BIBLIOGRAPHY } from '../../../../src/files/named/namedFileKinds';

const BIB =
  '@article{ore-2005, title = {Ore}, doi = {10.5555/ORE.5}}\n@book{tin-2006, title = {Tin}}\n@book{zinc-2007}\n';
const URI = 'file:///briefs/refs.bib';
const NUMBERED = '---\nbibliography: refs.bib\nsources:\n  - id: 1\n    title: A\n---\n\n- It rose by 5% [1].\n';

const briefWith = async (text: string) =>
  parseBrief(text, { bibliography: [await BIBLIOGRAPHY.read(BIB, 'refs.bib', URI)] });

/** The citation that a new source has in a brief. */
const citationIn = async (text: string) => {
  const added = addSource(await briefWith(text), 'A report on ore');
  return added.kind === 'added' ? added.citation : added.kind;
};

describe('Adding a source beside a bibliography', () => {
  it('counts on where the brief numbers its own sources, however many keys the bibliography has', async () => {
    assert.equal(await citationIn(NUMBERED), '[2]');
  });

  it('goes by what is cited where the brief has no sources of its own', async () => {
    const head = '---\nbibliography: refs.bib\n---\n\n';
    assert.equal(await citationIn(`${head}- It rose [1]. It fell [2].\n`), '[3]');
    assert.equal(await citationIn(`${head}- It rose [@tin-2006].\n`), '[@source]');
    assert.equal(await citationIn(`${head}- It rose.\n`), '[@source]');
  });

  it('names the entry of the bibliography that has the DOI already', async () => {
    const start = BIB.indexOf('ore-2005');
    assert.deepEqual(addSource(await briefWith(NUMBERED), 'doi:10.5555/ore.5'), {
      kind: 'known',
      citation: '[@ore-2005]',
      span: { start, end: start + 'ore-2005'.length },
      uri: URI,
      cite: null,
    });
  });

  it('has the address of a DOI that is pasted cite the entry that has it', async () => {
    const brief = await briefWith(NUMBERED);
    const end = brief.text.length - 2;
    const [choice] = pasteUrl(brief, { start: end, end }, 'https://doi.org/10.5555/ore.5');
    assert.deepEqual(
      choice?.edits.map(({ newText }) => newText),
      ['[@ore-2005]'],
    );
  });
});
