/** The tools of `brief mcp`: the engine's answers about files that it may read. */

import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { say } from '../../core/base/say';
import { applyEdits, type Brief, checkBrief, ruleSettingsOf, sourceOf } from '../../core/checking';
import {
  checkReport,
  citeInsight,
  compareReport,
  earlierVersion,
  evidenceReport,
  READER_VERSION,
  toData,
  toldReadings,
} from '../../core/editor';
import { removeLeft } from '../../files/confined/temporary';
import { openReadings } from '../../files/kept/readings';
import { parseBriefFile } from '../../files/named/parseBriefFile';
import type { Answer, Tools } from '../../mcp';
import { digestOf } from '../check/cache/digest';
import { configOf, createConfigs } from '../check/configs';
import { writeFixed } from '../check/fix';
import { CommandError, reasonOf } from '../commandError';
import { formulaFaults } from '../io/formulas';
import { escapeControls } from '../io/terminal';
import { type FoundFile, findFile, listOfWhatIsThere, type Place } from './places';

type Refused = { readonly refused: string };

/** A brief that a tool names or gives. */
interface ReadBrief {
  readonly brief: Brief;
  /** Short digest of the text. */
  readonly version: string;
  /** Fields that every answer has. */
  readonly about: { readonly path?: string; readonly version: string };
  /** File of the brief; null for a text that was given. */
  readonly file: FoundFile | null;
  readonly rules: ReturnType<typeof ruleSettingsOf>;
}

/** @param places files and folders that may be read and written to; never empty */
export function createTools(places: readonly Place[]): Tools {
  /** Does something with a brief, unless the request was cancelled. */
  const about = async (
    which: { readonly path?: string | undefined; readonly text?: string | undefined },
    signal: AbortSignal,
    work: (read: ReadBrief) => Answer | Promise<Answer>,
  ): Promise<Answer> => {
    const read = await readBrief(places, which);
    signal.throwIfAborted();
    const answer = 'refused' in read ? read : await refusing(() => work(read));
    // Names of files may hold anything.
    return 'refused' in answer ? { refused: escapeControls(answer.refused) } : answer;
  };
  return {
    check: ({ limit, least, ...which }, signal) =>
      about(which, signal, async ({ brief, rules, about }) => {
        const problems = checkBrief(brief, { rules, formulaFault: await formulaFaults(brief.text) });
        return { text: toData({ ...about, ...checkReport(brief, problems, { most: limit, least }) }) };
      }),
    findEvidence: ({ claim, sources, limit, ...which }, signal) =>
      about(which, signal, ({ brief, about }) => {
        const ids = sources.map(String);
        const unknown = ids.find((id) => !sourceOf(brief, id));
        if (unknown !== undefined)
          return {
            refused: say(
              '{0} {1}',
              say('The brief has no source with the id {0}.', JSON.stringify(unknown)),
              idsIn(brief),
            ),
          };
        return { text: toData({ ...about, ...evidenceReport(brief, { claim, sources: ids, most: limit }) }) };
      }),
    cite: ({ insight, line, source, version, write, ...which }, signal) =>
      about(which, signal, (read) => {
        if (version !== undefined && version !== read.version)
          return {
            refused: say(
              'The brief has changed since version {0}. Check it again: it is {1} now.',
              JSON.stringify(version),
              read.version,
            ),
          };
        const trouble = write ? whyNotWritten(read.file) : null;
        if (trouble !== null) return { refused: trouble };
        const { brief } = read;
        const wanted = { insight, line, source: source === undefined ? undefined : String(source) };
        const outcome = citeInsight(brief, wanted);
        if ('refused' in outcome) return outcome;
        const after = applyEdits(brief.text, outcome.edits);
        const failed = write && read.file ? writeTo(read.file, after) : null;
        if (failed !== null) return { refused: say('"{0}" is not written: {1}.', which.path ?? '', failed) };
        const now = write ? { ...read.about, version: versionOf(after) } : read.about;
        return { text: toData({ ...now, written: write, ...outcome.report }) };
      }),
    compare: ({ earlier, revision, limit, ...which }, signal) =>
      about(which, signal, async (read) => {
        if (earlier !== undefined && revision !== undefined)
          return { refused: say('Give either the earlier text or a revision.') };
        const text = earlier === undefined ? await textIn(revision ?? 'HEAD', read.file) : { text: earlier };
        if ('refused' in text) return text;
        const { brief, about } = read;
        return { text: toData({ ...about, ...compareReport(earlierVersion(brief, text.text), brief, limit) }) };
      }),
    secondReading: ({ limit, ...which }, signal) =>
      about(which, signal, ({ brief, about }) => ({
        text: toData({ ...about, ...toldReadings(brief, openReadings(READER_VERSION).to, limit) }),
      })),
  };
}

/** Reads the text that a file has in a revision of git. */
async function textIn(revision: string, file: FoundFile | null): Promise<{ readonly text: string } | Refused> {
  if (!file)
    return { refused: say('The text is not in a file, so git has no earlier version. Give the earlier text.') };
  const { textInRevision } = await import('../diff/comparisons');
  const read = textInRevision(revision, file.path);
  return 'text' in read ? read : { refused: say('The earlier text could not be read: {0}.', read.error) };
}

async function readBrief(
  places: readonly Place[],
  { path, text }: { readonly path?: string | undefined; readonly text?: string | undefined },
): Promise<ReadBrief | Refused> {
  if ((path === undefined) === (text === undefined))
    return { refused: say('Give either the path of a brief or its text.') };
  const found = path === undefined ? null : await findFile(places, path);
  if (found && 'refused' in found) return found;
  const place = found?.place ?? places[0];
  if (!place) return { refused: say('There is no folder to read from.') };
  // A text is read as if it were a brief in the first folder.
  const at = found?.path ?? join(place.folder, 'text.brief');
  const whole = found?.text ?? text ?? '';
  return refusing(async () => {
    // Read again each time, as it may have changed. Files above the folder do not count.
    const config = await configOf(
      createConfigs(undefined, () => place.folder),
      at,
    );
    const brief = await parseBriefFile(whole, at, place.folder, config);
    const version = versionOf(whole);
    return {
      brief,
      version,
      about: path === undefined ? { version } : { path, version },
      file: found,
      rules: config ? ruleSettingsOf(config.config) : new Map(),
    };
  });
}

/** Does something. A `CommandError` becomes a refusal with its message. */
async function refusing<T>(work: () => T | Promise<T>): Promise<T | Refused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CommandError) return { refused: error.message };
    throw error;
  }
}

function whyNotWritten(file: FoundFile | null): string | null {
  return file ? file.readOnly : say('The text is not in a file. Make the edit yourself, or give the path of a brief.');
}

/** @returns the reason why the file was not written, as a clause; null if it was */
function writeTo({ path, text }: FoundFile, after: string): string | null {
  try {
    // A folder on the way may have become a link meanwhile.
    if (realpathSync(path) !== path) return say('it is reached through a link');
  } catch (error) {
    return reasonOf(error);
  }
  removeLeft(dirname(path));
  return writeFixed(path, text, after);
}

function versionOf(text: string): string {
  return digestOf(text).slice(0, 12);
}

function idsIn({ sources }: Brief): string {
  if (sources.length === 0) return say('It declares no sources.');
  const ids = sources.slice(0, 20).map(({ id }) => JSON.stringify(id));
  return listOfWhatIsThere(ids, sources.length > ids.length);
}
