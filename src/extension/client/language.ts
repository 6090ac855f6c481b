import * as vscode from 'vscode';

/** True if the window is in Simplified Chinese, the other language besides English that we have texts in. */
export function isChinese(): boolean {
  return vscode.env.language.toLowerCase() === 'zh-cn';
}
