import { type Language, TENS } from './language';

export const italian: Language = {
  tag: 'it',
  name: 'Italiano',
  frequentWords:
    'il di che la per un una del della dei delle degli gli nel nella con sono si è anche le dal al alla più come questo questa ha tra',
  commonWords: 'il gli i della delle dei di e che non piu nel nella si da',
  headings: {
    ofSources: 'Fonti',
    sources: 'fonti|riferimenti|bibliografia|fonti e riferimenti|sitografia|riferimenti bibliografici',
    aboutSources: 'fonti|riferimenti',
    and: 'e',
  },
  months: 'gennaio febbraio - aprile maggio giugno luglio - settembre ottobre - dicembre',
  numberWords: {
    rows: [
      ['article', 1, 'un/una/uno'],
      ['and', 0, 'e'],
      ['small', 0, 'zero'],
      [
        'small',
        2,
        'due tre/tré quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
      ],
      [
        'small',
        TENS,
        'venti/vent trenta/trent quaranta/quarant cinquanta/cinquant sessanta/sessant settanta/settant ottanta/ottant novanta/novant',
      ],
      ['hundred', 100, 'cento'],
      ['scale', [3, 6, 9, 12], 'mila/mille milione/milioni miliardo/miliardi bilione/bilioni'],
      ['dozen', 12, 'dozzina/dozzine'],
      ['half', 0.5, 'mezzo/mezza/metà'],
      ['part', 3, 'terzo/terzi quarto/quarti quinto/quinti sesto/sesti'],
      ['part', [8, 10], 'ottavo/ottavi decimo/decimi'],
    ],
    compounds: { longerThan: 5, sign: /cento|mila|mille|anta|enti|trent|ilion|iliard/ },
  },
  scales: [
    [3, 'mila mille migliaia'],
    [6, 'milione milioni mln'],
    [9, 'miliardo miliardi mld mrd'],
    [12, 'bilione bilioni trilione'],
  ],
  hedges: {
    nearly: 'quasi',
    atLeast: 'almeno',
    atMost: 'al massimo|fino a',
    moreThan: 'oltre|più di',
    lessThan: 'meno di|sotto',
  },
};
