import * as vscode from 'vscode';

/**
 * The channel for the messages between editor and server. The language client writes them only to a channel whose
 * log level is Trace; this one says that it is as long as `brief.trace.server` is not `off`, so that the setting is
 * enough. They land in our output channel.
 */
export function traceChannel(output: vscode.LogOutputChannel): vscode.LogOutputChannel {
  const level = () =>
    vscode.workspace.getConfiguration('brief').get('trace.server', 'off') === 'off'
      ? vscode.LogLevel.Info
      : vscode.LogLevel.Trace;
  const changed = new vscode.EventEmitter<vscode.LogLevel>();
  const listener = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('brief.trace.server')) changed.fire(level());
  });
  const write = (message: string) => output.info(message);
  return {
    name: output.name,
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: changed.event,
    trace: write,
    debug: write,
    info: write,
    warn: write,
    error: (error) => write(error instanceof Error ? error.message : error),
    append: (value) => output.append(value),
    appendLine: (value) => output.appendLine(value),
    replace: (value) => output.replace(value),
    clear: () => output.clear(),
    show: () => output.show(),
    hide: () => output.hide(),
    dispose: () => {
      listener.dispose();
      changed.dispose();
    },
  };
}
