/**
 * A language pack that has a window of VS Code, and our extension in it, in Simplified Chinese. No registry of packages has
 * the real one; this one has the words that tests and pictures show, and all else of VS Code's own is in English.
 *
 * @returns {{ language: string, version: string, contents: Record<string, Record<string, string>> }}
 */
export function chinesePack() {
  return {
    language: 'zh-cn',
    version: '1.0.0',
    contents: {
      'vs/workbench/browser/parts/editor/editorStatus': {
        singleSelection: '行 {0}，列 {1}',
        singleSelectionRange: '行 {0}，列 {1} (已选择{2})',
        spacesSize: '空格: {0}',
      },
      'vs/workbench/contrib/debug/browser/debug.contribution': { debugPanel: '调试控制台' },
      'vs/workbench/contrib/debug/browser/repl': { debugConsole: '调试控制台' },
      'vs/workbench/contrib/files/browser/explorerViewlet': { explore: '资源管理器' },
      'vs/workbench/contrib/markers/browser/messages': {
        'markers.panel.at.ln.col.number': '[行 {0}，列 {1}]',
        'markers.panel.title.problems': '问题',
        'markers.panel.filter.placeholder': '筛选器(例如 text、**/*.ts、!**/node_modules/**)',
      },
      'vs/workbench/contrib/markers/browser/markers.contribution': { problems: '问题' },
      'vs/workbench/contrib/output/browser/output.contribution': { output: '输出' },
      'vs/workbench/contrib/output/browser/outputView': { output: '输出' },
      'vs/workbench/contrib/terminal/browser/terminal.contribution': { terminal: '终端' },
      'vs/workbench/contrib/terminal/browser/terminalTabsList': { label: '终端' },
      'vs/workbench/contrib/remote/browser/remoteExplorer': { ports: '端口' },
      'vs/workbench/contrib/remote/browser/tunnelView': { 'remote.tunnel': '端口' },
      'vs/workbench/contrib/welcomeGettingStarted/browser/gettingStarted': {
        allDone: '标记完成',
        nextOne: '下一节',
        walkthroughs: '演练',
        welcome: '欢迎',
      },
      'vs/workbench/contrib/welcomeGettingStarted/browser/gettingStartedInput': { getStarted: '欢迎' },
    },
  };
}
