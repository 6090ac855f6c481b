import * as vscode from 'vscode';

/** Whether the window is in Simplified Chinese, of which we have texts as of English. */
export function isChinese(): boolean {
  return vscode.env.language.toLowerCase() === 'zh-cn';
}
