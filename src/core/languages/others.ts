/** Languages of which the engine knows little. Who adds more gives one a file of its own. */
import type { Language } from './language';

export const OTHER_LANGUAGES: readonly Language[] = [
  {
    tag: 'nl',
    name: 'Nederlands',
    frequentWords: 'het van een dat voor zijn met niet aan er ook naar bij deze wordt worden maar uit nog zoals te',
    headings: {
      ofSources: 'Bronnen',
      sources: 'geciteerd werk|geciteerde werken|bronnen|bronvermelding|literatuur|literatuurlijst|referenties',
      aboutSources: 'bronnen',
    },
    captions: { sources: 'bron' },
    units: {
      '%': 'procent',
    },
  },
  {
    tag: 'pl',
    name: 'Polski',
    ordinalsEndInStop: true,
    frequentWords: 'nie na się jest że od przez jako oraz dla po jak są ale lub który które tego',
    headings: { ofSources: 'Źródła', sources: 'cytowane prace|źródła|bibliografia i źródła|literatura|piśmiennictwo' },
  },
  {
    tag: 'sv',
    frequentWords: 'och att det som en på är av för med den till inte har ett om ska kan från också',
    headings: { ofSources: 'Källor', sources: 'citerade verk|källor|källförteckning|referenser' },
  },
  {
    tag: 'ru',
    name: 'Русский',
    headings: {
      ofSources: 'Источники',
      sources:
        'источники|источники информации|используемые источники|использованные источники|использованная литература|список источников|список использованных источников|ссылки|литература|список литературы',
      aboutSources: 'источники|источников|литература|литературы|ссылки',
      judges: 'выводы|заключение',
      advises: 'рекомендации|план',
      tellsHow: 'методология|ограничения',
    },
    captions: { figures: 'рис(?:унок|\\.)|таблица|график|диаграмма', sources: 'источники?', notes: 'примечание' },
    claims: {
      signs: {
        duty: /(?<!\p{L})(?:следует|необходимо|рекомендуется|нужно|нельзя|должен|должн[аоы])(?!\p{L})/iu,
        instruction: /^\p{L}{2,}(?:йте|ите)(?:сь)?(?!\p{L})/iu,
      },
    },
  },
  {
    tag: 'cs',
    ordinalsEndInStop: true,
    headings: { sources: 'citovaná díla|zdroje|seznam zdrojů|použité zdroje|reference a zdroje' },
  },
  {
    tag: 'tr',
    headings: { sources: 'alıntılanan çalışmalar|kaynaklar|kaynakça' },
  },
  {
    tag: 'da',
    ordinalsEndInStop: true,
    headings: { sources: 'kilder|kildeliste|litteratur' },
  },
  {
    tag: 'nb',
    ordinalsEndInStop: true,
    headings: { sources: 'referanser' },
  },
  {
    tag: 'fi',
    ordinalsEndInStop: true,
    headings: { sources: 'lähteet|lähdeluettelo' },
  },
  {
    tag: 'el',
    headings: { sources: 'πηγές|βιβλιογραφία|αναφορές' },
  },
  {
    tag: 'hi',
    name: 'हिन्दी',
    headings: { sources: 'स्रोत|संदर्भ' },
  },
  {
    tag: 'hu',
    ordinalsEndInStop: true,
    headings: { sources: 'források|irodalom' },
  },
  {
    tag: 'ro',
    headings: { sources: 'surse|bibliografie' },
  },
  {
    tag: 'uk',
    headings: { sources: 'цитовані джерела|джерела|список джерел' },
  },
  {
    tag: 'vi',
    headings: { sources: 'nguồn trích dẫn|tài liệu tham khảo' },
  },
  {
    tag: 'id',
    headings: { sources: 'karya yang dikutip|daftar pustaka|referensi' },
  },
  { tag: 'nn', ordinalsEndInStop: true },
  { tag: 'no', ordinalsEndInStop: true },
  { tag: 'sk', ordinalsEndInStop: true },
  { tag: 'sl', ordinalsEndInStop: true },
  { tag: 'hr', ordinalsEndInStop: true },
  { tag: 'et', ordinalsEndInStop: true },
];
