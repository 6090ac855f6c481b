import assert from 'node:assert/strict';
import { read } from './files';

interface Manifest {
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: unknown;
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
  // How the editor looks.
  'brief.inlayHints.citations',
  'brief.codeLens.sources',
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
  // What our own output channel shows.
  'brief.trace.server',
];

describe('What the manifest promises of folders that are not trusted', () => {
  const manifest: Manifest = JSON.parse(read('package.json'));
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

  it('restricts only settings that there are', () => {
    const unknown = (untrustedWorkspaces.restrictedConfigurations ?? []).filter((name) => !settings.includes(name));
    assert.deepEqual(unknown, []);
  });
});

function propertiesOf(configuration: Nested): string[] {
  if (Array.isArray(configuration)) return configuration.flatMap(propertiesOf);
  return 'properties' in configuration ? Object.keys(configuration.properties ?? {}) : [];
}
