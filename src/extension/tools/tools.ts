/** The tools for language models, by the names that the manifest gives them. */
export const TOOLS = [
  'brief_check',
  'brief_findEvidence',
  'brief_cite',
  'brief_compare',
  'brief_secondReading',
] as const;
export type ToolName = (typeof TOOLS)[number];
