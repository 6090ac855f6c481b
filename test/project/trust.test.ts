import assert from 'node:assert/strict';
import { configSchema } from '../../src/core/document/frontMatter/configSchema';
import { manifestIn } from './manifest';

interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: unknown;
      readonly description?: string;
      readonly restrictedConfigurations?: readonly string[];
    };
    readonly virtualWorkspaces: unknown;
  };
  readonly contributes: { readonly configuration: Nested };
}
type Nested = { readonly properties?: Record<string, unknown> } | readonly Nested[];

/**
 * The settings that the folder settings of a stranger may set. None of them names a program, a file outside of the
 * brief's folder or a host, nor loosens what a preview may load.
 */
const HARMLESS = [
  // Globs: which Markdown files are checked. What they match is only read as text, and only in a trusted folder.
  'brief.include',
  // A severity by rule, from a list; the brief's own front matter can say the same.
  'brief.rules',
  // Whether the mildest problems are shown.
  'brief.showHints',
  // How sources are listed: a name from a list.
  'brief.bibliographyStyle',
  // Initials of at most 32 letters, which are put into the text when the user asks for it; no folder's settings count (`scope`).
  'brief.reviewer',
  // Services from a list that the user has said yes to; no folder's settings count (`scope`), and none is asked without an act of the user.
  'brief.lookUps.withoutAsking',
  // The address and the name of a language model; no folder's settings count (`scope`), and it is asked only where the user agrees.
  'brief.secondReader.url',
  'brief.secondReader.model',
  // How the editor looks.
  'brief.inlayHints.citations',
  'brief.codeLens.sources',
  'brief.foldFrontMatter',
  'brief.preview.scrollPreviewWithEditor',
  'brief.preview.scrollEditorWithPreview',
  'brief.preview.doubleClickToSwitchToEditor',
  'brief.preview.markEditorSelection',
  // How its text looks: names of fonts, which are not loaded from anywhere, and numbers within limits.
  'brief.preview.fontFamily',
  'brief.preview.fontSize',
  'brief.preview.lineHeight',
  // Whether files that are exported have verdicts and passages in them.
  'brief.export.evidence',
];

/** What settings of other programs are called that name code, or where to get it. */
const POWERFUL: ReadonlySet<string> = new Set(
  'command exec executable script path program interpreter url host port args env shell run hook'.split(' '),
);

/** The settings that take a text which is not from a list: globs, names of fonts, and paths of styles, each with a gate of its own. */
const FREE_TEXT: ReadonlySet<string> = new Set([
  'brief.secondReader.url',
  'brief.secondReader.model',
  'brief.include',
  'brief.reviewer',
  'brief.preview.fontFamily',
  'brief.preview.styles',
]);

describe('What the manifest promises of folders that are not trusted', () => {
  const manifest = manifestIn<Manifest>();
  const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
  const settings = propertiesOf(manifest.contributes.configuration);

  it('is limited support there, and full support of virtual file systems', () => {
    assert.equal(untrustedWorkspaces.supported, 'limited');
    assert.equal(virtualWorkspaces, true);
  });

  it('covers every setting: it is harmless, or restricted to folders that are trusted', () => {
    const covered = new Set([...HARMLESS, ...(untrustedWorkspaces.restrictedConfigurations ?? [])]);
    assert.deepEqual(
      settings.filter((name) => !covered.has(name)),
      [],
    );
  });

  it('is told to the user, who is asked whether to trust a folder', () => {
    assert.match(untrustedWorkspaces.description ?? '', /^Briefs are checked and previewed\. Nothing outside/);
  });

  it('has no setting that names a program, code, a host or a place outside: none takes more than words from a list', () => {
    for (const [name, schema] of Object.entries(schemasOf(manifest.contributes.configuration))) {
      const words = name.split(/\.|(?=[A-Z])/).map((word) => word.toLowerCase());
      const powerful = words.filter((word) => POWERFUL.has(word));
      // The one host is the user's alone to name.
      assert.deepEqual(powerful, name === 'brief.secondReader.url' ? ['url'] : [], name);
      if (/^brief\.secondReader\./.test(name)) assert.equal(scopeOf(schema), 'application', name);
      assert.equal(takesAnyText(schema), FREE_TEXT.has(name), name);
    }
    const keys = Object.keys(configSchema.shape).sort();
    // What is in a configuration are severities, words of headings, globs, and confined paths of data.
    assert.deepEqual(keys, [
      'baseline',
      'bibliography',
      'exempt-sections',
      'include',
      'must-cite',
      'rules',
      'sources',
      'style',
    ]);
  });

  it('restricts only settings that there are', () => {
    const unknown = (untrustedWorkspaces.restrictedConfigurations ?? []).filter((name) => !settings.includes(name));
    assert.deepEqual(unknown, []);
  });
});

/** Whether a schema has a text in it that is not from a list. */
function takesAnyText(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  if ('type' in schema && schema.type === 'string' && !('enum' in schema)) return true;
  return Object.values(schema).some(takesAnyText);
}

function scopeOf(schema: unknown): unknown {
  return typeof schema === 'object' && schema !== null && 'scope' in schema ? schema.scope : undefined;
}

function schemasOf(configuration: Nested): Record<string, unknown> {
  if (Array.isArray(configuration)) return Object.assign({}, ...configuration.map(schemasOf));
  return 'properties' in configuration ? (configuration.properties ?? {}) : {};
}

function propertiesOf(configuration: Nested): string[] {
  if (Array.isArray(configuration)) return configuration.flatMap(propertiesOf);
  return 'properties' in configuration ? Object.keys(configuration.properties ?? {}) : [];
}
