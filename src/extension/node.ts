import type * as vscode from 'vscode';
import { keepCompiled } from '../files/apart/startFast';

// The entry for desktop and remote windows. The extension is loaded once it is clear where what was compiled of it lies.

keepCompiled('extension');

/** Called when a brief is opened, one of our commands is run, or a preview comes back after a reload. */
export async function activate(context: vscode.ExtensionContext): Promise<unknown> {
  return (await import('./activate')).activate(context);
}
