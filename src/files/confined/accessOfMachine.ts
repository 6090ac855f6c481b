import { filesBelow } from '../finding/filesBelow';
import { workspaceBelow } from '../finding/workspaceBelow';
import { accessThroughClient } from './accessThroughClient';
import type { FileReads } from './fileSystem';
import { LOCAL_FILES, pathOf } from './localFiles';

/**
 * All that a server on this machine may read: its files by itself, those of other file systems through its client.
 *
 * @param roots URIs of the folders that are open
 * @param reads what the client reads; null: nothing
 */
export function accessOfMachine(roots: readonly string[], reads: FileReads | null) {
  const local = { files: filesBelow(LOCAL_FILES, roots), workspace: workspaceBelow(roots) };
  if (!reads) return local;
  const remote = accessThroughClient(roots, reads);
  const of = (uri: string) => (pathOf(uri) === null ? remote : local);
  const files: typeof local.files = {
    read: (uri, ...rest) => of(uri).files.read(uri, ...rest),
    list: (uri, ...rest) => of(uri).files.list(uri, ...rest),
    columns: (uri, ...rest) => of(uri).files.columns(uri, ...rest),
    forget: (uri) => of(uri).files.forget(uri),
  };
  const workspace: typeof local.workspace = {
    config: (uri) => of(uri).workspace.config(uri),
    overlay: (uri, text) => of(uri).workspace.overlay(uri, text),
    changed: (uris) => {
      local.workspace.changed(uris);
      remote.workspace.changed(uris);
    },
    reaches: local.workspace.reaches,
    briefs: local.workspace.briefs,
    isBrief: local.workspace.isBrief,
    read: local.workspace.read,
  };
  return { files, workspace };
}
