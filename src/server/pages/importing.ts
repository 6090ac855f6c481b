import { say } from '../../core/base/say';
import type * as importing from '../../core/importing/importText';
import { decodeText } from '../../files/confined/confinement';
import type { ImportedText, ImportResult } from '../protocol';

type Importing = typeof importing;
type Origin = Parameters<Importing['importWithReport']>[1];

/** A pasted text as a brief. What does it is loaded with the first. */
export async function importPasted(text: string): Promise<ImportResult> {
  return imported(await import('../../core/importing/importText'), text);
}

/** A file as a brief: Markdown, text, a web page or a Word document, which its name and its first bytes tell. */
export async function importFile(name: string, bytes: Uint8Array): Promise<ImportResult> {
  const core = await import('../../core/importing/importText');
  const kind = core.kindOfReport(name, bytes);
  if (typeof kind !== 'string') return kind;
  if (kind === 'word-document') {
    const document = (await import('../../formats')).readWordDocument(bytes);
    return 'error' in document
      ? document
      : imported(core, document.markdown, { shape: kind, leftOut: document.leftOut });
  }
  const decoded = decodeText(bytes);
  if (!decoded) return { error: say('it is not text') };
  if (decoded.garbled) return { error: say('it is not valid UTF-8; save it as UTF-8') };
  if (kind === 'text') return imported(core, decoded.text);
  const page = (await import('../../formats')).readWebPage(decoded.text);
  return 'error' in page ? page : imported(core, page.markdown, { shape: kind, leftOut: page.leftOut });
}

function imported(core: Importing, input: string, origin?: Origin): ImportResult {
  const error = core.whyTooLong(input);
  if (error !== null) return { error };
  const [first = input, ...others] = origin ? [input] : core.storiesIn(input);
  return { ...importedOf(core, first, origin), others: others.map((story) => importedOf(core, story)) };
}

function importedOf(core: Importing, input: string, origin?: Origin): ImportedText {
  const { text, report } = core.importWithReport(input, origin);
  const { numbers } = report;
  const article = numbers?.cite === 'passages' && numbers.passages === null ? numbers.title : null;
  const mayCitePassages = article === null && core.mayCitePassages(text);
  const said = { summary: core.reportSummary(report), report: core.reportDocument(report) };
  return { text, title: core.titleOf(text), ...said, article, mayCitePassages };
}
