import assert from 'node:assert/strict';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { filesBelow, read } from './files';

/** What the files of one layer may import. */
interface Wall {
  readonly layer: string;
  /** Packages, without their sub-paths. */
  readonly packages: readonly string[];
  /** Paths below `src` of modules outside the layer. */
  readonly modules: readonly RegExp[];
  /** Paths below `src` of modules of which only types may be imported. */
  readonly types: readonly RegExp[];
  /** Files that may import what Node brings. */
  readonly node: RegExp | null;
}

const CORE_TYPES = /^core\//;
const CORE_DOOR = /^core(?:\/(?:index|rules\/baseline|checking|editor|page|importing\/importText))?$/;
/** What of the engine a server needs before a brief is opened. */
const CORE_START = /^core\/(?:base\/(?:derive|text)|editor\/navigation\/kinds|page\/sections\/formulas|rules\/pages)$/;
/** What of it finds briefs, and prints what is known of them. */
const CORE_FINDING = /^core\/(?:base\/(?:problem|width)|brief\/config\/(?:config|glob))$/;
/** What a brief can be exported to: a table, without imports. */
const OUTPUTS = /^core\/page\/exporting\/outputs$/;
/** The fields of a source: a table. */
const SOURCE_FIELDS = /^core\/base\/sourceFields$/;
/** What loads the parts of our programs. */
const LOAD = /^load$/;
/** What speaks to people, of which each bundle has a copy. */
const SAY = /^core\/base\/say$/;
/** The user's day, and how dates are read. */
const DATES = /^core\/base\/dates$/;
/** The one memo: a few lines, which import nothing but how lists are compared. */
const DERIVE = /^core\/base\/derive$/;
/** Words that tell names of institutions: a table, without imports. */
const INSTITUTIONS = /^core\/brief\/library\/institutions$/;
const NAMES = /^core\/brief\/sources\/names$/;
const NONE: readonly RegExp[] = [];

const WALLS: readonly Wall[] = [
  {
    layer: 'core',
    packages: [
      ...[
        '@lezer/common',
        '@lezer/markdown',
        '@noble/hashes',
        'entities',
        'fastest-levenshtein',
        'get-east-asian-width',
      ],
      ...['markdown-it', 'yaml', 'zod'],
    ],
    modules: NONE,
    types: NONE,
    node: null,
  },
  {
    layer: 'server',
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument'],
    modules: [
      CORE_DOOR,
      CORE_START,
      OUTPUTS,
      SOURCE_FIELDS,
      SAY,
      DATES,
      /^charts\//,
      /^formats\/index$|^formats$/,
      /^math\/index$|^math$/,
      /^styles\/index$|^styles$/,
      /^word\/index$|^word$/,
      /^files\//,
    ],
    types: [CORE_TYPES],
    node: /^src\/server\/(?:serve|onNode)\.ts$/,
  },
  {
    layer: 'charts',
    packages: ['vega', 'vega-interpreter', 'vega-lite', 'vega-scenegraph'],
    modules: [SAY],
    types: [CORE_TYPES],
    node: /^src\/charts\/child\.ts$/,
  },
  {
    layer: 'load',
    packages: [],
    modules: NONE,
    types: [/^server\/protocol$/],
    node: /^src\/load\/(?!worker)/,
  },
  {
    layer: 'pdf',
    packages: ['unpdf'],
    modules: [/^formats\/trusted$/, LOAD, SAY],
    types: NONE,
    node: /^src\/pdf\/child\.ts$/,
  },
  {
    layer: 'formats',
    packages: ['@lezer/common', '@lezer/markdown', '@retorquere/bibtex-parser', 'fflate', 'htmlparser2', 'yaml'],
    modules: [/^core\/document\/parseTree$/, /^core\/brief\/comments\/words$/, SOURCE_FIELDS, SAY, INSTITUTIONS],
    types: [CORE_TYPES],
    node: null,
  },
  {
    layer: 'math',
    packages: ['htmlparser2', 'katex'],
    modules: [SAY],
    types: [CORE_TYPES],
    node: null,
  },
  {
    layer: 'styles',
    packages: ['citeproc', 'htmlparser2', 'saxes'],
    modules: [/^csl\/(?:styles|locales)\/[\w-]+\.(?:csl|xml)$/, SAY, NAMES],
    types: [CORE_TYPES],
    node: null,
  },
  {
    layer: 'word',
    packages: ['docx', 'fflate', 'htmlparser2'],
    modules: NONE,
    types: [CORE_TYPES],
    node: null,
  },
  {
    layer: 'mcp',
    packages: ['@modelcontextprotocol/server', 'zod'],
    modules: NONE,
    types: NONE,
    node: null,
  },
  {
    layer: 'links',
    packages: [],
    modules: [/^core\/base\/safeUrl$/],
    types: [/^network\/contract$/],
    node: null,
  },
  {
    layer: 'copies',
    packages: [],
    modules: [/^formats$/, /^links$/],
    types: [/^network\/contract$/],
    node: null,
  },
  {
    layer: 'reader',
    packages: [],
    modules: [/^links$/],
    types: [/^network\/contract$/],
    node: null,
  },
  {
    layer: 'lookUps',
    packages: [],
    modules: [/^core\/base\/(?:safeUrl|zotero)$/, SAY, /^formats$/],
    types: [CORE_TYPES, /^network\/contract$/],
    node: null,
  },
  {
    layer: 'network',
    packages: [],
    modules: [/^core\/base\/safeUrl$/, SAY],
    types: NONE,
    node: /^src\/network\/(?!contract)/,
  },
  {
    layer: 'files',
    packages: ['ignore'],
    modules: [
      CORE_DOOR,
      CORE_FINDING,
      SOURCE_FIELDS,
      LOAD,
      SAY,
      DERIVE,
      /^formats\/index$|^formats$/,
      /^styles\/index$|^styles$/,
    ],
    types: [CORE_TYPES],
    node: /./,
  },
  {
    layer: 'engine',
    packages: [],
    modules: [CORE_DOOR, /^core\/page\/safe\/keepAllowed$/, /^files\/named\/filesGiven$/],
    types: NONE,
    node: null,
  },
  {
    layer: 'cli',
    packages: ['picocolors', 'tinyglobby'],
    modules: [
      CORE_DOOR,
      CORE_FINDING,
      OUTPUTS,
      SOURCE_FIELDS,
      LOAD,
      SAY,
      DATES,
      DERIVE,
      /^charts\//,
      /^copies(?:\/words)?$/,
      /^formats\/index$|^formats$/,
      /^math\/index$|^math$/,
      /^mcp\/index$|^mcp$/,
      /^links\/index$|^links$/,
      /^lookUps$/,
      /^network\/index$|^network$/,
      /^reader$/,
      /^styles\/index$|^styles$/,
      /^word\/index$|^word$/,
      /^files\//,
    ],
    types: [CORE_TYPES],
    node: /./,
  },
  {
    layer: 'extension',
    packages: ['vscode', 'vscode-languageclient'],
    modules: [
      // Texts of the files that somebody begins with.
      /^media\/start\//,
      /^server\/protocol$/,
      OUTPUTS,
      DATES,
      /^core\/editor\/writing$/,
      /^core\/base\/(?:safeUrl|zotero)$/,
      /^files\/(?:confined\/(?:confinement|temporary)|apart\/(?:flags|startFast))$/,
      /^copies(?:\/words)?$/,
      /^links$/,
      /^lookUps(?:\/(?:recognize|services))?$/,
      /^network$/,
      /^reader$/,
      /^files\/kept\/(?:answers|readings)$/,
    ],
    types: [
      /^webview\/messages$/,
      /^core\/base\/text$/,
      /^copies\/contract$/,
      /^lookUps\/contract$/,
      /^network\/contract$/,
    ],
    node: null,
  },
  {
    layer: 'webview',
    packages: ['dompurify', 'idiomorph'],
    modules: [/^core\/page\/safe\/allowed$/],
    types: [/^webview\//, /^server\/protocol$/],
    node: null,
  },
];

const STATEMENT =
  /^[ \t]*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/gm;

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

function importsOf(source: string): Import[] {
  return [...source.matchAll(STATEMENT)].map((match) => ({
    specifier: match[2] ?? match[3] ?? '',
    typeOnly: match[1] !== undefined || isListOfTypes(match[0]),
  }));
}

/** `import { type A, type B } from` leaves nothing at run time but a load of the module, which bundling drops. */
function isListOfTypes(statement: string): boolean {
  const names = /\{([^}]*)\}/.exec(statement)?.[1];
  return names?.split(',').every((name) => /^\s*(?:type\s|$)/.test(name)) ?? false;
}

function breachesOf(path: string, wall: Wall): string[] {
  return importsOf(read(path)).flatMap(({ specifier, typeOnly }) => {
    const breach = [`${path} imports ${specifier}`];
    if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return wall.node?.test(path) ? [] : breach;
    if (specifier.startsWith('.')) {
      const target = join(dirname(path), specifier)
        .replaceAll('\\', '/')
        .replace(/^src\//, '')
        .replace(/\.ts$/, '');
      if (target === wall.layer || target.startsWith(`${wall.layer}/`)) return [];
      const allowed = typeOnly ? [...wall.modules, ...wall.types] : wall.modules;
      return allowed.some((pattern) => pattern.test(target)) ? [] : breach;
    }
    const name = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
    return wall.packages.includes(name) ? [] : breach;
  });
}

/** The layers of the engine: a folder may import those that stand before it, types included. ARCHITECTURE.md says what each holds. */
const CORE_LAYERS = ['base', 'languages', 'document', 'brief', 'evidence', 'rules', 'page', 'importing', 'editor'];

/** Imports of a file of the engine that lead up. The doors beside the folders may import all of them. */
function upwardImports(path: string, source: string): string[] {
  const layerOf = (file: string) => /^src\/core\/([^/]+)\//.exec(`${file}/`)?.[1] ?? '';
  const own = CORE_LAYERS.indexOf(layerOf(dirname(path)));
  return importsOf(source).flatMap(({ specifier }) => {
    if (!specifier.startsWith('.')) return [];
    const target = join(dirname(path), specifier).replaceAll('\\', '/');
    const layer = CORE_LAYERS.indexOf(layerOf(target));
    return layer < 0 || layer > own ? [`${path} imports ${specifier}`] : [];
  });
}

describe('layers of the engine', () => {
  const files = filesBelow('src/core', '.ts').filter((path) => /^src\/core\/[^/]+\//.test(path));

  it('import downwards only', () => {
    assert.deepEqual(
      files.flatMap((path) => upwardImports(path, read(path))),
      [],
    );
  });

  it('are all that there is', () => {
    assert.deepEqual(
      files.map((path) => path.split('/')[2] ?? '').filter((layer) => !CORE_LAYERS.includes(layer)),
      [],
    );
  });

  it('are found to be broken by an import that leads up', () => {
    assert.deepEqual(upwardImports('src/core/base/text.ts', "import type { Brief } from '../brief/types';"), [
      'src/core/base/text.ts imports ../brief/types',
    ]);
  });
});

describe('walls between the layers', () => {
  for (const wall of WALLS) {
    it(`${wall.layer} imports only what it may`, () => {
      const folder = `src/${wall.layer}`;
      const files = filesBelow('src', '.ts').filter((path) => path.startsWith(`${folder}/`));
      assert.deepEqual(
        files.flatMap((path) => breachesOf(path, wall)),
        [],
      );
    });
  }

  it('only what judges exported Markdown reads it with markdown-it', () => {
    const importers = filesBelow('src', '.ts').filter((path) =>
      importsOf(read(path)).some(({ specifier }) => specifier === 'markdown-it'),
    );
    assert.deepEqual(
      importers.filter((path) => !path.startsWith('src/core/page/exporting/')),
      [],
    );
  });

  it('every folder of src is a layer with a wall', () => {
    const layers = new Set(filesBelow('src', '.ts').map((path) => path.split('/')[1] ?? ''));
    assert.deepEqual(
      [...layers].filter((layer) => !WALLS.some((wall) => wall.layer === layer)),
      [],
    );
  });

  it('reads imports in every form they are written in', () => {
    const source = [
      "import a from 'a';",
      "import type { B } from 'b';",
      "import { type C } from 'c';",
      "import {\n  d,\n  type E,\n} from 'd';",
      "import 'e';",
      "export * from 'f';",
      "const g = await import('g');",
      "const h = require('h');",
    ].join('\n');
    assert.deepEqual(
      importsOf(source).map(({ specifier, typeOnly }) => `${specifier}${typeOnly ? ' (type)' : ''}`),
      ['a', 'b (type)', 'c (type)', 'd', 'e', 'f', 'g', 'h'],
    );
  });

  it('finds a breach', () => {
    const [core] = WALLS;
    assert.ok(core);
    const outside = filesBelow('src', '.ts').find((path) => path.startsWith('src/extension/'));
    assert.ok(outside);
    assert.notDeepEqual(breachesOf(outside, core), []);
  });
});
