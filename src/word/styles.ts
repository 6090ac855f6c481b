/** The look of a document: the styles of Word that people know, and a few of our own. */
import {
  AlignmentType,
  BorderStyle,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
} from 'docx';
import { INK, LINE, LINK, MUTED, SHADE } from './colours';

/** Fonts for scripts that the usual font lacks, by language. Each comes with Word or with its operating system. */
const EAST_ASIAN: readonly (readonly [RegExp, string])[] = [
  [/^zh-(?:hant|tw|hk|mo)\b/i, 'Microsoft JhengHei'],
  [/^zh\b/i, 'Microsoft YaHei'],
  [/^ja\b/i, 'Yu Gothic'],
  [/^ko\b/i, 'Malgun Gothic'],
];

/** The styles of tags in brackets. Each style tells what its tag means; all look the same. */
export const TAG_STYLES = ['Tag', 'TagOwn', 'TagSection', 'TagComputed', 'TagGap', 'TagMissing'] as const;

const NO_ITALICS = /^(?:zh|ja|ko)\b/i;

export function stylesOf(language: string, direction: 'ltr' | 'rtl'): IStylesOptions {
  const eastAsian = EAST_ASIAN.find(([pattern]) => pattern.test(language))?.[1];
  const font = {
    ascii: 'Calibri',
    hAnsi: 'Calibri',
    cs: 'Arial',
    eastAsia: eastAsian ?? 'Microsoft YaHei',
    // Quotation marks and dashes of a Chinese text are as wide as its signs.
    ...(eastAsian !== undefined && { hint: 'eastAsia' }),
  };
  const italics = !NO_ITALICS.test(language) && direction === 'ltr';
  const heading = (size: number, before: number) => ({
    run: { ...sized(size), bold: true, boldComplexScript: true, color: INK, font },
    paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true },
  });
  return {
    default: {
      document: {
        run: { font, ...sized(22), color: INK, language: languageOf(language) },
        paragraph: { spacing: { after: 130, line: 276 } },
      },
      title: {
        run: { ...sized(48), bold: true, boldComplexScript: true, color: INK, font },
        paragraph: { spacing: { before: 0, after: 80, line: 240 }, keepNext: true },
      },
      heading1: heading(30, 360),
      heading2: heading(26, 280),
      heading3: heading(23, 240),
      heading4: heading(22, 200),
      heading5: { ...heading(22, 200), run: { ...heading(22, 200).run, color: MUTED } },
      caption: {
        run: { ...sized(20), bold: true, boldComplexScript: true, color: INK },
        paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
      },
      listParagraph: { paragraph: { spacing: { after: 60 } } },
      hyperlink: { run: { color: LINK, underline: { color: LINK } } },
      footnoteText: { run: sized(18), paragraph: { spacing: { after: 60, line: 252 } } },
      endnoteText: { run: sized(19), paragraph: { spacing: { after: 80, line: 252 } } },
    },
    paragraphStyles: [
      own('Subtitle', 'Subtitle', { ...sized(26), color: MUTED }, { spacing: { after: 120 } }),
      own('Topics', 'Topics', { ...sized(18), color: MUTED }, { spacing: { after: 60 } }),
      own('Byline', 'Byline', { ...sized(19), color: MUTED }, { spacing: { after: 260 } }),
      own('Quote', 'Quote', { italics: false, color: MUTED }, quoted()),
      own('Code', 'Code', CODE, {
        shading: { fill: SHADE },
        spacing: { before: 60, after: 160, line: 252 },
        alignment: AlignmentType.LEFT,
      }),
      own('Picture', 'Picture', {}, { spacing: { after: 80, line: 240 }, alignment: AlignmentType.START }),
      own(
        'FigureNote',
        'Figure Note',
        { ...sized(19), color: MUTED, italics },
        { spacing: { before: 40, after: 240 } },
      ),
      own('Problem', 'Problem', { ...sized(20), color: 'B00020' }, {}),
      own('TableText', 'Table Text', sized(20), { spacing: { after: 0, line: 252 } }),
      own('AfterTable', 'After Table', sized(8), { spacing: { after: 60, line: 120 } }),
      own(
        'TileValue',
        'Tile Value',
        { ...sized(36), bold: true, boldComplexScript: true },
        { spacing: { after: 20, line: 240 } },
      ),
      own('TileLabel', 'Tile Label', sized(19), { spacing: { after: 40, line: 240 } }),
      own('TileNote', 'Tile Note', { ...sized(17), color: MUTED }, { spacing: { after: 0, line: 240 } }),
      own(
        'Footer',
        'Footer',
        { ...sized(18), color: MUTED },
        { alignment: AlignmentType.CENTER, spacing: { after: 0 } },
      ),
    ],
    characterStyles: [
      { id: 'CodeCharacter', name: 'Code Character', run: { ...CODE, shading: { fill: SHADE } } },
      ...TAG_STYLES.map((id) => ({ id, name: id.replace(/(?<=Tag)(?=.)/, ' '), run: { ...sized(18), color: MUTED } })),
    ],
  };
}

const CODE: IRunStylePropertiesOptions = {
  font: { ascii: 'Courier New', hAnsi: 'Courier New', cs: 'Courier New' },
  ...sized(19),
  noProof: true,
};

/** Returns a font size for all scripts, from one in half points. */
function sized(size: number): { size: number; sizeComplexScript: number } {
  return { size, sizeComplexScript: size };
}

function own(
  id: string,
  name: string,
  run: IRunStylePropertiesOptions,
  paragraph: NonNullable<IParagraphStyleOptions['paragraph']>,
): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, run, paragraph };
}

function quoted(): NonNullable<IParagraphStyleOptions['paragraph']> {
  return { border: { left: { style: BorderStyle.SINGLE, size: 18, color: LINE, space: 10 } }, indent: { left: 280 } };
}

/** Word has a language for each kind of script. */
function languageOf(language: string): { value: string; eastAsia?: string; bidirectional?: string } {
  if (EAST_ASIAN.some(([pattern]) => pattern.test(language))) return { value: 'en-US', eastAsia: withRegion(language) };
  if (/^(?:ar|fa|he|ur|yi|ps|sd|ug|dv|ckb)\b/i.test(language))
    return { value: 'en-US', bidirectional: withRegion(language) };
  return { value: withRegion(language) };
}

const REGIONS: Readonly<Record<string, string>> = {
  zh: 'zh-CN',
  'zh-hans': 'zh-CN',
  'zh-hant': 'zh-TW',
  ja: 'ja-JP',
  ko: 'ko-KR',
  en: 'en-US',
  ar: 'ar-SA',
  he: 'he-IL',
  fa: 'fa-IR',
};

/** Word knows these languages with a region only. */
function withRegion(language: string): string {
  return REGIONS[language.toLowerCase()] ?? language.replace(/[^A-Za-z0-9-]/g, '');
}
