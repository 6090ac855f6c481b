/** The server of the Model Context Protocol that comes with the extension, for the agents that VS Code runs. */
import * as vscode from 'vscode';

/** Id of the server's provider, as in `mcpServerDefinitionProviders` of the manifest. */
const ID = 'research-briefs.mcp';

/**
 * Offers the server for the open folders, which it only reads. Offers none if the user doesn't trust them, or if VS Code has no
 * such servers (before 1.101).
 */
export function offerMcpServer({ extension, extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  const api: object = vscode;
  const { McpStdioServerDefinition: Server }: { readonly McpStdioServerDefinition?: unknown } = api;
  const register: unknown = vscode.lm && Reflect.get(vscode.lm, 'registerMcpServerDefinitionProvider');
  if (typeof register !== 'function' || typeof Server !== 'function') return vscode.Disposable.from();
  const program = vscode.Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath;
  const version: unknown = extension.packageJSON.version;
  const changed = new vscode.EventEmitter<void>();
  const provider = {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions: () => {
      const folders = vscode.workspace.isTrusted ? localFolders() : [];
      if (folders.length === 0) return [];
      // The program that VS Code runs in acts as Node if this is set.
      const env = { ELECTRON_RUN_AS_NODE: '1' };
      const args = [program, 'mcp', ...folders];
      return [Reflect.construct(Server, ['Research Briefs', process.execPath, args, env, version])];
    },
  };
  const registered: vscode.Disposable = register.call(vscode.lm, ID, provider);
  return vscode.Disposable.from(
    changed,
    registered,
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
  );
}

function localFolders(): readonly string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.flatMap(({ uri }) => (uri.scheme === 'file' ? [uri.fsPath] : []));
}
