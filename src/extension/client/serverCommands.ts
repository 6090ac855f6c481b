/** Commands that code actions, code lenses and completions of the server name: it is told these names at its start. */
export const ADD_ARTICLE_TEXT = 'brief.addArticleText';
export const ADD_SOURCE = 'brief.addSource';
export const IMPORT_FILE = 'brief.importFile';
export const KEEP_COPIES = 'brief.keepCopies';
export const MARK_VERIFIED = 'brief.markVerified';
export const READ_AGAINST_SOURCES = 'brief.readAgainstSources';
export const SHOW_REFERENCES = 'brief.showReferences';
export const SHOW_RULE_PAGE = 'brief.showRulePage';
export const SHOW_UNCITED = 'brief.showUncited';
export const SUGGEST_SOURCES = 'brief.suggestSources';
export const TITLE_FIGURE = 'brief.titleFigure';
