import * as vscode from 'vscode';

/** The address in the user's settings. Those of a folder don't count, as the scope of both is the application. */
export function readAddress(): { readonly url: string; readonly model: string } | null {
  const settings = vscode.workspace.getConfiguration('brief.secondReader');
  const url = settings.get('url', '').trim();
  const model = settings.get('model', '').trim();
  return URL.canParse(url) && /^https?:/i.test(url) ? { url, model } : null;
}
