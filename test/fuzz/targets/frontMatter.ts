/** YAML that a stranger wrote: front matter, configurations, libraries, and the figures of a body. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  applyEdits,
  checkBrief,
  checkConfig,
  completionsAt,
  formattingEdits,
  globError,
  globMatcher,
  hoverAt,
  parseBrief,
  parseChanged,
  readConfig,
  readLibrary,
  wantedFiles,
} from '../../../src/core';
import { readPlainYaml } from '../../../src/core/document/frontMatter/yaml/plainYaml';
import { readWithLibrary } from '../../../src/core/document/frontMatter/yaml/yamlTree';
import { configText } from '../../../src/files/named/namedFileKinds';
import { anyFrontMatter, anyPiece } from '../anyBrief';
import { anyEdit, editIn, mutated } from '../mutations';
import { assertInside } from './inside';
import type { FuzzProperty } from './property';

const BODY = '\n# Title\n\nChina holds 90% of it [1] and {{share}}.\n';
const frontMatter = fc.oneof(anyFrontMatter, mutated(anyFrontMatter));

/** Nested further than people nest, but not so far that it takes long. */
const deep = fc
  .tuple(fc.constantFrom('[', '{a: ', '- ', '? ', '{', '&a [', '*a ', 'a: {', '!!map {'), fc.nat({ max: 150 }))
  .map(([unit, times]) => `title: ${unit.repeat(times)}\n`);

const configLine = fc.oneof(
  fc.constantFrom(
    'rules:\n  citation/order: off\n',
    'rules:\n  no/such: loud\n',
    'rules: {"a/b": error}\n',
    'rules: off\n',
  ),
  fc.constantFrom(
    'must-cite: [insight, figure]\n',
    'must-cite: sentence\n',
    'must-cite: [x]\n',
    'exempt-sections: [A, B]\n',
  ),
  fc.constantFrom(
    'include: [reports/**/*.md, "!x.md"]\n',
    'include: ../x\n',
    'include:\n  - "{a,{b}"\n',
    'include: ["\\\\", "C:/x"]\n',
  ),
  fc.constantFrom(
    'bibliography: a.bib\n',
    'bibliography: [a.bib, ../b.bib]\n',
    'sources: library.yaml\n',
    'sources: []\n',
    '---\n',
  ),
  anyPiece,
  deep,
);
const config = mutated(
  fc
    .tuple(fc.array(configLine, { maxLength: 6 }), anyFrontMatter)
    .map(([lines, more]) => lines.join('') + more.replace(/^---$/gm, '')),
);

const glob = fc.array(
  fc.oneof(
    fc.constantFrom('*', '**', '?', '/', '{', '}', ',', '!', '.md', 'a', '[', '\\', '..', '稀'),
    fc.string({ maxLength: 3 }),
  ),
  { maxLength: 12 },
);

export const FRONT_MATTER: readonly FuzzProperty[] = [
  {
    name: 'at the head of a brief is read, checked, completed and formatted, and after edits is what it is anew',
    runs: 250,
    property: fc.property(
      frontMatter,
      fc.array(anyEdit, { maxLength: 4 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
      (head, edits, places) => {
        let brief = parseBrief(head + BODY);
        for (const edit of edits) brief = parseChanged(brief, applyEdits(brief.text, [editIn(brief.text, edit)]));
        const { text } = brief;
        const fresh = parseBrief(text);
        assert.deepEqual(brief.frontMatter, fresh.frontMatter);
        assert.deepEqual([brief.sources, brief.figures], [fresh.sources, fresh.figures]);
        assertInside(text.length, brief, 'brief');
        assertInside(text.length, checkBrief(brief), 'problem');
        for (const place of places) {
          const offset = Math.floor(place * text.length);
          wantedFiles(brief, offset);
          assertInside(text.length, hoverAt(brief, offset), 'hover');
          assertInside(
            text.length,
            completionsAt(brief, offset, { today: '2025-08-06', asked: true }).items,
            'completion',
          );
        }
        const formatted = applyEdits(text, formattingEdits(brief));
        assert.deepEqual(formattingEdits(parseBrief(formatted)), [], 'formatting again changes something');
      },
    ),
  },
  {
    name: 'nested further than anybody nests is read and checked',
    runs: 100,
    property: fc.property(fc.array(fc.oneof(deep, anyPiece), { maxLength: 5 }), (lines) => {
      const text = `---\n${lines.join('')}\n---\n${BODY}`;
      assertInside(text.length, checkBrief(parseBrief(text)), 'problem');
    }),
  },
  {
    name: 'is read by the fast reader as the library reads it, or left to that',
    runs: 1500,
    property: fc.property(frontMatter, fc.nat({ max: 30 }), (text, from) => {
      const lines = text.replace(/^---$/gm, '').split(/(?<=\n)/);
      const yaml = lines.slice(from % lines.length, (from % lines.length) + 8).join('');
      const node = readPlainYaml(yaml, 7);
      if (node !== null) assert.deepEqual({ node, broken: false, errors: [] }, readWithLibrary(yaml, 7));
    }),
  },
  {
    name: 'of a configuration or a library is read, and all that is wrong lies in it',
    runs: 300,
    property: fc.property(config, (text) => {
      const file = {
        ...configText(text),
        uri: 'file:///brief.config.yaml',
        bibliography: [],
        library: null,
        texts: [],
      };
      assertInside(text.length, readConfig(text), 'config');
      assertInside(text.length, readLibrary(text), 'library');
      assertInside(text.length, checkConfig(file), 'problem');
    }),
  },
  {
    name: 'gives globs that match or do not, and say what is wrong with them',
    runs: 500,
    property: fc.property(fc.array(glob, { maxLength: 3 }), fc.string({ maxLength: 30 }), (globs, path) => {
      const all = globs.map((parts) => parts.join(''));
      for (const one of all) globError(one);
      assert.equal(typeof globMatcher(all)(`${path}.md`), 'boolean');
    }),
  },
];
