import { say } from '../../core/base/say';
import {
  type Brief,
  CONFIG_NAME,
  type ConfigFile,
  checkConfig,
  parseBrief,
  readConfig,
  relink,
  ruleSettingsOf,
  workspaceOf,
} from '../../core/checking';
import { compareWith, fromFolderOf, type KnownProblems, writeBaseline } from '../../core/rules/baseline';
import { pathsNamedBy } from '../../files/named/readNamedFiles';
import { folderOf, isBelow } from '../documents/uris';
import type { AcceptProblemsParams, AcceptProblemsResult } from '../protocol';
import type { Session } from '../session';

/** Name of a new baseline. */
const NAME = 'brief-baseline.json';

/**
 * Returns a baseline with all problems of a brief, or of all briefs of a folder that share its configuration, and the
 * configuration that names the baseline. Entries of files that are not checked stay.
 *
 * @param folder where a configuration is made if none holds for the brief
 */
export async function accepting(
  session: Session,
  uri: string,
  scope: AcceptProblemsParams['scope'],
  folder: string,
): Promise<AcceptProblemsResult> {
  const { workspace } = session;
  if (!workspace || session.unread(uri) !== null)
    return {
      refused: say('The files of this folder are not read here. Trust the folder, or open it on this machine.'),
    };
  const config = await workspace.config(uri);
  const error = config && checkConfig(config).find(({ severity }) => severity === 'error');
  if (error) return { refused: say('{0} has an error. Fix it first: {1}', CONFIG_NAME, error.message) };
  const { unreadable, missing } = config?.baseline ?? {};
  if (config?.baseline && unreadable !== undefined && !missing)
    return { refused: say('{0} has an error. Fix it first: {1}', config.baseline.path, unreadable) };
  const added = config?.baseline ? null : withBaseline(config?.text ?? '');
  if (added && 'refused' in added) return added;
  const place = config ? folderOf(config.uri) : folder;
  const baseline = `${place}/${(config?.baseline?.path ?? NAME).split('/').map(encodeURIComponent).join('/')}`;
  const files = new Map(config?.baseline?.files);
  const uris = scope === 'file' ? [uri] : await briefsUnder(session, config, folder);
  let accepted = 0;
  for (const each of uris) {
    const found = await problemsIn(session, each, config);
    if (!found) continue;
    files.set(fromFolderOf(baseline, each), found);
    for (const count of found.values()) accepted += count;
  }
  return {
    baseline: { uri: baseline, text: writeBaseline(files), before: config?.baseline?.text ?? null },
    config: added && { uri: `${place}/${CONFIG_NAME}`, text: added.text, before: config?.text ?? '' },
    accepted,
    files: uris.length,
  };
}

/** Returns a configuration with a baseline added to it. */
function withBaseline(before: string): { readonly text: string } | { readonly refused: string } {
  const lineBreak = before.includes('\r\n') ? '\r\n' : '\n';
  const text = `${before}${before === '' || before.endsWith('\n') ? '' : lineBreak}baseline: ${NAME}${lineBreak}`;
  const { baseline, errors, rules } = readConfig(text);
  const isRead = baseline?.value === NAME && errors.length === 0 && rules.length === readConfig(before).rules.length;
  return isRead ? { text } : { refused: say('Add "baseline: {0}" to {1} first.', NAME, CONFIG_NAME) };
}

/** Returns the briefs of a folder for which one configuration holds. */
async function briefsUnder(
  { index, documents, workspace }: Session,
  config: ConfigFile | null,
  folder: string,
): Promise<string[]> {
  await index.ready();
  const all = new Set([...documents().map(({ uri }) => uri), ...index.uris()]);
  const under: string[] = [];
  for (const uri of all)
    if (isBelow(uri, folder) && ((await workspace?.config(uri)) ?? null) === config) under.push(uri);
  return under;
}

/** Returns all problems of a brief, with those that are known or that the settings leave out; null if it can't be read. */
async function problemsIn(session: Session, uri: string, config: ConfigFile | null): Promise<KnownProblems | null> {
  const brief = session.document(uri)?.brief() ?? (await readBrief(session, uri, config));
  if (!brief) return null;
  let found: KnownProblems = new Map();
  session.check(brief, uri, {
    rules: new Map([...(config ? ruleSettingsOf(config.config) : []), ...session.rules()]),
    withoutKnown: (_, problems) => {
      ({ found } = compareWith(found, brief, problems));
      return [];
    },
  });
  return found;
}

async function readBrief({ workspace, files }: Session, uri: string, config: ConfigFile | null): Promise<Brief | null> {
  const read = await workspace?.read(uri);
  if (!read || read === 'unchanged') return null;
  const around = config ? { workspace: workspaceOf(config) } : {};
  const brief = parseBrief(read.text, around);
  return files ? relink(brief, { ...around, ...(await files.read(uri, pathsNamedBy(brief))) }) : brief;
}
