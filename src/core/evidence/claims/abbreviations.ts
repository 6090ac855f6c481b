/**
 * Where a full stop ends no sentence, although a capital or a digit may follow. ICU, which `Intl.Segmenter` asks,
 * knows none of these. Written without their last full stop, and matched as they are written.
 */

/** A name or a word always follows. */
const BEFORE_A_WORD = [
  // Titles
  'Mr|Mrs|Ms|Mx|Dr|Drs|Prof|Hon|Rev|Fr|Sr|Jr|St|Ste|Mt|Ft|Gen|Col|Capt|Lt|Sgt|Maj|Adm|Cmdr|Gov|Sen|Rep|Pres|Amb|Messrs',
  'Mme|Mlle|MM|Sra|Srta|Dra|Hr|Fr|Dipl|Ing',
  // Latin, and the English that goes with it
  'e\\.\\s?g|i\\.\\s?e|cf|viz|vs|al|ca|resp|approx|incl|excl|esp|et seq|ibid',
  // German, French, Spanish
  'z\\.\\s?B|d\\.\\s?h|u\\.\\s?a|i\\.\\s?d\\.\\s?R|s\\.\\s?o|o\\.\\s?ä|bzw|vgl|ggf|evtl|sog|inkl|exkl|zzgl|bspw|Mio|Mrd|Bio|Tsd',
  'p\\.\\s?ex|c\\.-à-d|env|p\\.\\s?ej',
].join('|');

/** A number follows; before anything else they may end a sentence. */
const BEFORE_A_NUMBER = [
  'No|Nos|Nr|Nrn|Núm|núm|N|n|p|pp|S|Vol|vol|vols|Bd|Fig|Figs|fig|figs|Tab|tab|Abb|Eq|eq|Eqs|Sec|sec|Sect|Ch|ch|Chap|chap|Kap',
  'Art|art|Abs|Ziff|Par|par|para|Ex|App|app|Ed|ed|Pt|pt|ver|Ver|rev|v|c|est|max|min|avg|equiv|tel|Tel|ext|geb|gest|op',
  'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Okt|Nov|Dec|Dez|janv|févr|juil|déc',
].join('|');

/** They often end a sentence: one does if the next word is one that sentences start with. */
const BEFORE_EITHER = 'Inc|Corp|Ltd|Co|Cos|Bros|LLC|plc|a\\.\\s?m|p\\.\\s?m|(?:\\p{L}\\.){1,4}\\p{Lu}|\\p{Lu}';

/** Words that start a sentence, and no name. */
const STARTERS = [
  'The|A|An|This|That|These|Those|It|Its|He|She|They|We|You|His|Her|Their|Our|There|Here|In|On|At|By|For|From|With|To|As|Of',
  'But|And|Or|So|Yet|If|When|While|After|Before|Since|Until|Because|Although|Though|However|Meanwhile|Moreover|Still|Then|Thus',
  'Both|Each|Most|Many|Some|Several|Few|All|No|None|Other|Others|Another|Only|Now|Today|Not|What|Which|Who|How|Why|Where',
  'Der|Die|Das|Den|Dem|Ein|Eine|Es|Er|Sie|Wir|Im|Am|Auf|Bei|Mit|Nach|Seit|Zum|Zur|Dies|Diese|Dieser|Damit|Doch|Aber|Und|Auch',
  'Le|La|Les|Un|Une|Il|Elle|Ils|Elles|Ce|Cette|Ces|En|Dans|Pour|Mais|El|Los|Las|Una|Este|Esta|Pero',
].join('|');

/** The full stop of any of them, where it ends no sentence. */
export const ABBREVIATION = new RegExp(
  [
    `(?<![\\p{L}\\p{N}])(?:${BEFORE_A_WORD})\\.(?=\\s*[\\p{L}\\p{N}(\\[$€£¥~])`,
    `(?<![\\p{L}\\p{N}])(?:${BEFORE_A_NUMBER})\\.(?=\\s*[\\p{N}§$€£¥~])`,
    // `U.S.占12%`
    '(?<![\\p{Script=Latin}\\p{N}])(?:\\p{Lu}\\.){1,4}\\p{Lu}\\.(?=\\p{Script=Han})',
    `(?<![\\p{L}\\p{N}])(?:${BEFORE_EITHER})\\.(?=\\s+(?!(?:${STARTERS})(?!\\p{L}))\\p{Lu})`,
  ].join('|'),
  'gu',
);

/** The full stop of an ordinal, in languages that write one so: `am 3. Mai`, `das 19. Jahrhundert`, `3. 5. 2023`. */
export const ORDINAL = new RegExp(
  `(?<![\\p{L}\\p{N}.,])\\p{N}{1,2}\\.(?=\\s+(?!(?:${STARTERS})(?!\\p{L}))(?:\\p{L}|\\p{N}{1,2}\\.|\\p{N}{4}))`,
  'gu',
);
export const ORDINAL_LANGUAGES: ReadonlySet<string> = new Set('de da nb nn no fi cs sk sl hr et hu pl'.split(' '));
