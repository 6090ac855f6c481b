import { say } from '../../core/base/say';
import {
  citedSources,
  isStyleName,
  isStylePath,
  STYLE_NAMES,
  type StyleChoice,
  sourcesAndWorks,
} from '../../core/checking';
import { writeBibliography } from '../../core/page';
import { itemsOfBrief, listSourcesOf } from '../../files/apart/listSources';
import { CommandError } from '../commandError';
import { printDocument } from '../io/output';
import { readBrief } from '../io/readBrief';
import { readTextFile } from '../io/readText';
import { toJson } from '../io/terminal';
import { type Arguments, listOf } from '../parseArguments';
import { MOST_STYLED } from './page';

/** `brief bibliography FILE`: prints the sources that a brief cites, in a style. */
export async function bibliography(args: Arguments): Promise<number> {
  const [file = '-'] = args.operands;
  const named = args.valueOf('style');
  const chosen = named === undefined ? null : await choiceOf(named);
  const read = await readBrief(file);
  const brief = chosen ? { ...read, style: chosen } : read;
  const sources = args.has('all') ? sourcesAndWorks(read) : citedSources(read);
  const output = args.valueOf('output');
  const format = args.valueOf('format') ?? 'text';
  if (format === 'csl-json') {
    await printDocument(`${toJson(await itemsOfBrief(read, sources))}\n`, output);
    return 0;
  }
  const styled = await listSourcesOf(brief, { fallback: 'compact', most: MOST_STYLED, sources });
  if (styled && 'unstyled' in styled)
    throw new CommandError(
      say('cannot list the sources in the style "{0}": {1}', brief.style?.name ?? '', styled.unstyled),
    );
  const written = writeBibliography(read, sources, styled, format === 'html' || format === 'md' ? format : 'text');
  await printDocument(written, output);
  return 0;
}

/** The style that `--style` names: any file of this machine, as whoever runs the command says so. */
async function choiceOf(name: string): Promise<StyleChoice> {
  if (!isStylePath(name)) {
    if (isStyleName(name)) return { name, file: null };
    throw new CommandError(
      say('there is no style "{0}". Known: {1}, and paths of .csl files.', name, listOf(STYLE_NAMES)),
    );
  }
  const read = readTextFile(name);
  if ('error' in read) throw new CommandError(say('cannot read {0}: {1}.', say('"{0}"', name), read.error));
  return { name, file: { path: name, text: read.text, errors: [] } };
}
