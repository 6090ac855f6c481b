/** The plugin's own words, in the two languages that it speaks. */
const ENGLISH = {
  check: 'Check this note, or stop checking it',
  evidence: 'Show evidence',
  title: 'Evidence',
  none: 'The active note is not a brief. Give it "sources" in its properties, or run "Check this note".',
};

export type PluginWords = Readonly<typeof ENGLISH>;

const CHINESE: PluginWords = {
  check: '检查此笔记，或停止检查',
  evidence: '显示依据',
  title: '依据',
  none: '当前笔记不是简报。请在其属性中写“sources”，或运行“检查此笔记”。',
};

/** @param chinese whether Obsidian is in Simplified Chinese */
export function wordsOfPlugin(chinese: boolean): PluginWords {
  return chinese ? CHINESE : ENGLISH;
}
