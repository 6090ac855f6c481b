import { today } from '../../core/base/dates';
import type { Completion, CompletionKind, CompletionRequest, WantedFiles } from '../../core/editor';
import type { Agreement } from '../agreement';
import type { OpenDocument } from '../documents/document';
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  CompletionTriggerKind,
  InsertTextFormat,
  MarkupKind,
} from '../lsp';
import { part } from '../part';
import type { Files } from '../workspace/namedFiles';
import type { Feature } from './feature';

/**
 * Characters after which an editor asks: `[` `@` `【` `［` start a citation, `,` `，` `、` `;` go on with it, the second `{` opens
 * the value of a figure, `:` and a space end a key of YAML (and `:` also `@fig:`), and `/` ends the name of a folder or of a
 * kind of rules. Elsewhere the answer is empty, and no editor shows it.
 */
const TRIGGERS = ['[', '@', '{', '【', '［', ',', '，', '、', ';', ':', ' ', '/'];

/**
 * A request, with the document that the client saw when it asked. The edits of the answer are for that text: a client may have
 * typed on meanwhile, and places them by the position that it asked for.
 */
interface Asked extends CompletionParams {
  readonly seen?: OpenDocument | undefined;
}

/** Completes text at a place. The details of a source are worked out only once the user looks at it. */
export const completion: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: true } }),
  register: ({ connection, about, answer, now, agreement, session }) => {
    const answerOf = about('textDocument/completion', (latest, { position, context, seen = latest }: Asked) => {
      const document = seen.version === latest.version ? latest : seen;
      const asked = context?.triggerKind !== CompletionTriggerKind.TriggerCharacter;
      return complete(document, document.positions.offsetAt(position), asked, agreement(), session().files);
    });
    connection.onCompletion((params, token) => answerOf({ ...params, seen: now(params.textDocument.uri) }, token));
    connection.onCompletionResolve(
      answer('completionItem/resolve', async (item: CompletionItem) => {
        const uri = part(item.data, 'uri');
        const source = part(item.data, 'source');
        const offset = part(item.data, 'offset');
        const document = typeof uri === 'string' ? session().document(uri) : undefined;
        if (!document || typeof source !== 'string' || typeof offset !== 'number') return item;
        const { sourceDocumentation, toMarkdown, toPlainText } = await import('../../core/editor');
        const said = sourceDocumentation(document.brief(), source, offset);
        const value = formatOf(agreement()) === MarkupKind.Markdown ? toMarkdown(said) : toPlainText(said);
        return { ...item, documentation: { kind: formatOf(agreement()), value } };
      }),
    );
  },
};

async function complete(
  document: OpenDocument,
  offset: number,
  asked: boolean,
  agreement: Agreement,
  files: Files | null,
): Promise<CompletionList> {
  const { completionsAt, wantedFiles } = await import('../../core/editor');
  const { uri } = document;
  const brief = document.brief();
  const wanted = files && wantedFiles(brief, offset);
  const there = files && wanted ? await lookAt(files, uri, wanted) : {};
  const found = completionsAt(brief, offset, {
    today: today(),
    asked,
    addsSources: agreement.commands.addSource !== undefined,
    ...there,
  });
  return {
    isIncomplete: found.incomplete,
    items: found.items.map((item, i) => toItem(document, offset, item, i, agreement)),
  };
}

async function lookAt(
  files: Files,
  uri: string,
  wanted: WantedFiles,
): Promise<Pick<CompletionRequest, 'files' | 'columns'>> {
  return wanted.kind === 'paths'
    ? { files: await files.list(uri, wanted.folder, wanted.extensions) }
    : { columns: await files.columns(uri, wanted.path) };
}

const KIND: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  source: CompletionItemKind.Reference,
  figure: CompletionItemKind.Value,
  mark: CompletionItemKind.Keyword,
  'new source': CompletionItemKind.Event,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  rule: CompletionItemKind.Constant,
  section: CompletionItemKind.Text,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
};

function toItem(
  { uri, positions }: OpenDocument,
  offset: number,
  item: Completion,
  order: number,
  { client, commands }: Agreement,
): CompletionItem {
  const can = client.textDocument?.completion?.completionItem;
  const { label, kind, detail, description, documentation, source, filterText, newText, snippet, goesOn } = item;
  const text = snippet !== undefined && can?.snippetSupport ? snippet : newText;
  const insert = positions.rangeOf(item.insert);
  const beside = [detail ?? '', description ?? ''].filter((words) => words !== '');
  const said = can?.labelDetailsSupport
    ? { labelDetails: { detail: detail ? `  ${detail}` : '', description: description ?? '' } }
    : { detail: beside.join(' · ') };
  const edit = can?.insertReplaceSupport
    ? { newText: text, insert, replace: positions.rangeOf(item.replace) }
    : { newText: text, range: insert };
  const command = kind === 'new source' ? commands.addSource : goesOn ? commands.suggest : undefined;
  return {
    label,
    kind: KIND[kind],
    sortText: String(order).padStart(4, '0'),
    filterText: filterText ?? label,
    textEdit: edit,
    ...(text === newText ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
    ...(beside.length === 0 ? {} : said),
    ...(documentation === undefined ? {} : { documentation }),
    ...(source === undefined ? {} : { data: { uri, source, offset } }),
    ...(command === undefined ? {} : { command: { title: goesOn ? 'Suggest' : label, command } }),
  };
}

function formatOf({ client }: Agreement): MarkupKind {
  const formats = client.textDocument?.completion?.completionItem?.documentationFormat;
  return formats?.includes(MarkupKind.Markdown) ? MarkupKind.Markdown : MarkupKind.PlainText;
}
