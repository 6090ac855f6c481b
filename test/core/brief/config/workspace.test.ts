import assert from 'node:assert/strict';
import { type Workspace, workspaceOf as workspaceFrom } from '../../../../src/core/brief/config/config';
import { summarize } from '../../../../src/core/brief/config/workspace';
import { parseBrief } from '../../../../src/core/brief/parseBrief';
import { statsOf } from '../../../../src/core/evidence/stats';
import { checkBrief } from '../../../../src/core/rules';
import { CONFIG_URI, configFile } from './configFile';

/** What a configuration with these sources gives to a brief. */
function workspaceOf(sources: string, exemptSections: readonly string[] = []) {
  const file = configFile(`sources:\n${sources}`);
  const declarations = file.config.sources.map((source) => ({
    ...source,
    uri: CONFIG_URI,
    declaredIn: 'bibliography' as const,
  }));
  return {
    exemptSections,
    excused: false,
    bibliography: [{ path: 'brief.config.yaml', uri: CONFIG_URI, lines: file.lines, declarations, errors: [] }],
    texts: [],
  };
}

const USGS = '  - id: usgs\n    title: Mineral Commodity Summaries\n    url: https://example.org/mcs\n';
const rulesIn = (text: string, workspace: Workspace = workspaceOf(USGS)) =>
  checkBrief(parseBrief(text, { workspace })).map(({ rule }) => rule);

describe('A source of the workspace', () => {
  it('may be cited by every brief', () => {
    assert.deepEqual(rulesIn('# T\n\n- Output rose by 4% in 2024 [@usgs].\n'), []);
  });

  it('need not be cited', () => {
    assert.deepEqual(
      rulesIn('# T\n\nA line.\n').filter((rule) => rule === 'source/unused'),
      [],
    );
  });

  it('steps back where the brief declares its id itself', () => {
    const text =
      '---\ntitle: T\nsources:\n  - id: usgs\n    title: Another\n    url: https://example.org/other\n---\n\n- It rose by 4% [@usgs].\n';
    assert.deepEqual(rulesIn(text), []);
    assert.equal(parseBrief(text, { workspace: workspaceOf(USGS) }).sources[0]?.title?.value, 'Another');
  });

  it('may stand in a file that cannot be read, so that nothing is said of keys', () => {
    const text = (id: string) => `# T\n\n- Output rose by 4% in 2024 ${id}.\n`;
    const unread = { path: 'a.bib', declarations: [], errors: [], unreadable: 'There is no such file.' };
    const file = configFile('');
    assert.deepEqual(rulesIn(text('[@usgs]'), workspaceFrom(file)), ['citation/unknown-source']);
    for (const one of [
      { ...file, bibliography: [unread] },
      { ...file, library: unread },
      { ...file, project: { folder: 'file:///briefs', bibliography: [unread] } },
    ]) {
      assert.deepEqual(rulesIn(text('[@usgs]'), workspaceFrom(one)), []);
      assert.deepEqual(rulesIn(text('[7]'), workspaceFrom(one)), ['citation/unknown-source']);
    }
  });

  it('is not meant by a path in the front matter that is the same', () => {
    const text = '---\ntitle: T\nbibliography: a.bib\n---\n\n- It rose by 4% [@lee].\n';
    const bibliography = [{ path: 'a.bib', declarations: [], errors: [], unreadable: 'There is no such file.' }];
    const shared = { ...workspaceOf(USGS), bibliography: [{ path: 'a.bib', declarations: [], errors: [] }] };
    const problems = checkBrief(parseBrief(text, { workspace: shared, bibliography }));
    assert.deepEqual(
      problems.map(({ rule }) => rule),
      ['source/missing-file'],
    );
  });

  it('keeps its local copy apart from that of the brief with the same path', () => {
    const workspace = {
      ...workspaceOf('  - id: usgs\n    title: S\n    text: a.txt\n'),
      texts: [{ path: 'a.txt', namedIn: CONFIG_URI, passages: [{ text: 'Shared.', from: 'text' as const }] }],
    };
    const text = '---\nsources:\n  - id: own\n    text: a.txt\n---\n\n- One [@own][@usgs].\n';
    const texts = [{ path: 'a.txt', passages: [{ text: 'Own.', from: 'text' as const }] }];
    const { sources } = parseBrief(text, { texts, workspace });
    assert.deepEqual(
      sources.map(({ id, passages }) => [id, passages.at(-1)?.text]),
      [
        ['own', 'Own.'],
        ['usgs', 'Shared.'],
      ],
    );
  });
});

describe('An exempt section of the configuration', () => {
  it('needs no citations, however its heading is written', () => {
    const workspace = workspaceOf(USGS, ['Field notes']);
    for (const heading of ['## Field notes', '## 3. FIELD NOTES', '**Field notes**\n\n## Field Notes:'])
      assert.deepEqual(
        rulesIn(`# T\n\n${heading}\n\n- Output rose by 4% in 2024.\n`, workspace).filter(
          (rule) => rule === 'citation/missing',
        ),
        [],
        heading,
      );
    assert.deepEqual(rulesIn('# T\n\n## Findings\n\n- Output rose by 4% in 2024.\n', workspace), ['citation/missing']);
  });
});

describe('A configuration that turns citation/missing off', () => {
  it('excuses insights from being counted as uncited, unless the brief itself says otherwise', () => {
    const workspace = workspaceFrom(configFile('must-cite: [figure]\n'));
    const counted = (front: string) =>
      statsOf(parseBrief(`${front}# T\n\n- Output rose by 4% in 2024.\n`, { workspace })).insights;
    assert.equal(counted(''), 0);
    assert.equal(counted('---\nrules:\n  citation/missing: error\n---\n\n'), 1);
  });
});

describe('must-cite', () => {
  const text = `# Rivers

${Array.from({ length: 14 }, (_, i) => `The Marr has ${i + 2} locks, says the yearbook of the region [1].`).join('\n\n')}

## Traffic

- Barges wait longer than they did in the last century.
- A gauge costs €3 million.

## Sources

1. Yearbook. https://example.org
`;
  const reportedWith = (mustCite: string) =>
    checkBrief(parseBrief(text, { workspace: workspaceFrom(configFile(`must-cite: ${mustCite}\n`)) }))
      .filter(({ rule }) => rule === 'citation/missing')
      .map(({ severity, span }) => `${severity} ${text.slice(span.start, span.end)}`);

  it('asks by the habit of the author as it does by default', () => {
    assert.deepEqual(reportedWith('[insight, habit]'), reportedWith('insight'));
    assert.deepEqual(reportedWith('habit'), ['hint €3 million']);
  });

  it('asks for the source of every claim', () => {
    assert.deepEqual(reportedWith('claim'), ['warning the last century', 'warning €3 million']);
  });

  it('asks for the sources of hard figures alone', () => {
    assert.deepEqual(reportedWith('hard-figure'), ['warning €3 million']);
  });
});

describe('The summary of a brief', () => {
  it('has its title, sections, figures and own sources, each with its place', () => {
    const text =
      '---\nfigures:\n  - id: share\n    title: Share of refining\n    value: 90%\n    own: true\n---\n\n# Ore\n\n## Supply\n\n- It rose [1].\n\n## Sources\n\n- [1] Ore Yearbook, https://ore.example\n';
    const { title, symbols } = summarize(parseBrief(text, { workspace: workspaceOf(USGS) }), 'file:///a.brief');
    assert.equal(title, 'Ore');
    assert.deepEqual(
      symbols.map(({ kind, name, range }) => [kind, name, range.start.line]),
      [
        ['brief', 'Ore', 8],
        ['section', 'Supply', 10],
        ['section', 'Sources', 14],
        ['figure', 'Share of refining', 2],
        ['source', '1: Ore Yearbook', 16],
      ],
    );
  });
});
