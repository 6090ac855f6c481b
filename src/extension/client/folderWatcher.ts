import * as vscode from 'vscode';

/**
 * Tells of folders that are made and removed; one that is moved is both. Whatever watches files tells of the folder alone, and of
 * nothing that is in it. What something was that is gone, nobody says: files whose names have no extension are told of, too.
 */
export function watchFolders(): vscode.FileSystemWatcher {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
  const ofFolders = (event: vscode.Event<vscode.Uri>): vscode.Event<vscode.Uri> => {
    return (listener, self, disposables) =>
      event((uri) => (mayBeFolder(uri) ? listener.call(self, uri) : undefined), undefined, disposables);
  };
  return {
    ignoreCreateEvents: false,
    ignoreChangeEvents: true,
    ignoreDeleteEvents: false,
    onDidCreate: ofFolders(watcher.onDidCreate),
    onDidChange: watcher.onDidChange,
    onDidDelete: ofFolders(watcher.onDidDelete),
    dispose: () => watcher.dispose(),
  };
}

function mayBeFolder({ path }: vscode.Uri): boolean {
  return !path.slice(path.lastIndexOf('/') + 1).includes('.');
}
