import assert from 'node:assert/strict';
import { checkBrief, indexLines, parseBrief } from '../../src/core';
import { readBibliography } from '../../src/formats/bibliography';
import { readDetails } from '../../src/formats/bibliography/details';

/** As Better BibTeX for Zotero writes it, with what else is found in such files. */
const LIBRARY = String.raw`@preamble{ "\ifdefined\DeclarePrefChars\DeclarePrefChars{'’-}\else\fi " }
@string{ nature = {Nature} }

@article{goodTitle2020,
  title = {A {{Good}} Title: {{With}} 50\% \& {H\textsubscript{2}O} in {\emph{E. Coli}}},
  shorttitle = {A {{Good}} Title},
  author = {family=Berg, given=Anna, prefix=van den, useprefix=true and Doe, Jane and {{World Health Organization}}},
  date = {2020-05-01},
  journaltitle = {Journal of Things},
  eprint = {2005.01234},
  eprinttype = {arXiv},
  doi = {10.1000/xyz_123},
  url = {https://example.org/a_b?c=d&e=f#g},
  urldate = {2025-01-02T10:00:00Z},
  abstract = {With 50\% and \textless b\textgreater\ {$\alpha$} and \{ unbalanced. One
  % two},
  langid = {english},
  keywords = {a,b,⛔ No DOI found},
  annotation = {Publisher: X\\
section: Y},
  file = {/data/u/Zotero/storage/ABC/Doe - 2020 - A; B.pdf;C\:\\Users\\u\\x.pdf:application/pdf;/data/u/50%.pdf}
}

% == BibTeX quality report for goodTitle2020:
% ? Unused library catalog ("Crossref")
% Missing required field 'publisher', "}" and { and @misc{no

@comment{jabref-meta: databaseType:biblatex;}
@comment{jabref-meta: grouping:
0 AllEntriesGroup:;
1 StaticGroup:A\;0\;1\;\;\;\;;
}

@online{müller-lüdenscheidt:2020a, title = {Zur {{Lage}}}, date = {2020-21}, organization = {Amt}, langid = {ngerman}}
@report{who.int/2020+x_y, title = {Report}, institution = {WHO}, date = {2020-05/2020-06}, type = {White Paper}}
@dataset{data_2017, title = {D}, date = {2017-05-01T10:00:00+02:00}, publisher = nature # { Press}}
@misc{郭2025稀土, title = {稀土}, author = {郭, 明}, date = {2025-08?}, howpublished = {\url{https://example.cn/a\_b}}}
@unpublished{o'neil2019, title = {Notes}, date = {2019-XX}}
`;

describe('A file that Better BibTeX exports', () => {
  const { declarations, errors } = readBibliography(LIBRARY, 'library.bib');
  const entry = (id: string) => declarations.find((each) => each.id === id);

  it('is read without an error, whatever else is in it', () => {
    assert.deepEqual(errors, []);
    assert.deepEqual(
      declarations.map(({ id }) => id),
      ['goodTitle2020', 'müller-lüdenscheidt:2020a', 'who.int/2020+x_y', 'data_2017', '郭2025稀土', "o'neil2019"],
    );
  });

  it('gives titles, addresses and names as people read them', () => {
    const good = entry('goodTitle2020');
    assert.equal(good?.title?.value, 'A Good Title: With 50% & H₂O in E. Coli');
    assert.deepEqual([good.url?.value, good.doi?.value], ['https://example.org/a_b?c=d&e=f#g', '10.1000/xyz_123']);
    assert.deepEqual(
      good.authors.map(({ value }) => value),
      ['Anna van den Berg', 'Jane Doe', 'World Health Organization'],
    );
  });

  it('gives names of the extended form to styles by their parts', () => {
    assert.deepEqual(readDetails(LIBRARY, 'library.bib', new Set(['goodTitle2020'])).get('goodTitle2020')?.['author'], [
      { family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van den' },
      { family: 'Doe', given: 'Jane' },
      { literal: 'World Health Organization' },
    ]);
  });

  it('gives dates to the day that they name first', () => {
    assert.deepEqual(
      declarations.map(({ published }) => published?.value),
      ['2020-05-01', '2020', '2020-05', '2017-05-01', '2025-08', '2019'],
    );
    assert.equal(entry('goodTitle2020')?.accessed?.value, '2025-01-02');
  });

  it('names no file of the machine that it comes from', () => {
    assert.ok(declarations.every(({ textPath }) => textPath === undefined));
  });

  it('has keys that can be cited with all their characters', () => {
    const text = `---
title: T
bibliography: library.bib
---

- Output rose by 12% [@goodTitle2020, p. 3; @müller-lüdenscheidt:2020a].
- Output fell by 3% [see @who.int/2020+x_y] [@郭2025稀土].
- As @data_2017 says, 4% are left [@{o'neil2019}].
`;
    const file = { path: 'library.bib', declarations, lines: indexLines(LIBRARY), text: LIBRARY, errors: [] };
    const brief = parseBrief(text, { bibliography: [file] });
    assert.deepEqual(
      checkBrief(brief).map(({ rule }) => rule),
      [],
    );
    assert.equal(brief.citations.flatMap(({ items }) => items).length, 6);
  });
});
