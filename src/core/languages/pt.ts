import { HUNDREDS, type Language, TENS } from './language';

export const portuguese: Language = {
  tag: 'pt',
  name: 'Português',
  frequentWords:
    'os da das dos que em um uma para com não é por mais na nas nos ao se como mas foi ou ser pela pelo são também sua seu',
  commonWords: 'do dos das em na nos nas um uma com para mais',
  headings: {
    ofSources: 'Fontes',
    sources: 'fontes|referências|referências bibliográficas|fontes consultadas',
    aboutSources: 'fontes|referências',
    judges: 'conclusão|conclusões',
    advises: 'recomendações|passos|plano',
    tellsHow: 'limitações',
  },
  captions: {
    figures: 'tabela',
    sources: 'fonte',
    notes: 'notas?',
  },
  months: 'janeiro fevereiro março - maio junho julho - setembro outubro novembro dezembro',
  numberWords: {
    rows: [
      ['article', 1, 'um/uma'],
      ['and', 0, 'e'],
      ['small', 0, 'zero'],
      [
        'small',
        2,
        'dois/duas três quatro cinco seis sete oito nove dez onze doze treze quatorze/catorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove',
      ],
      ['small', TENS, 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa'],
      ['hundred', 100, 'cem/cento'],
      [
        'small',
        HUNDREDS,
        'duzentos/duzentas trezentos/trezentas quatrocentos/quatrocentas quinhentos/quinhentas seiscentos/seiscentas setecentos/setecentas oitocentos/oitocentas novecentos/novecentas',
      ],
      ['scale', [3, 6, 9, 12], 'mil milhão/milhões bilhão/bilhões trilhão/trilhões/bilião/biliões'],
      ['dozen', 12, 'dúzia/dúzias'],
      ['half', 0.5, 'meio/meia/metade'],
      ['part', 3, 'terço/terços quarto/quartos quinto/quintos sexto/sextos'],
      ['part', [8, 10], 'oitavo/oitavos décimo/décimos'],
    ],
  },
  scales: [
    [3, 'mil milhares'],
    [6, 'milhão milhões milhao milhoes'],
    [9, 'bilhão bilhões bilhao bilhoes'],
    [12, 'trilhão trilhões bilião biliões'],
  ],
  today: { before: '(?:há|últimos|últimas|próximos|próximas)', behind: 'atrás\\b', still: 'tem|têm|é|há' },
  dateBounds: {
    lessThan: 'antes de|antes do',
    atMost: 'até|até o',
    moreThan: 'depois de|após',
  },
  hedges: {
    about: 'aproximadamente|cerca de|por volta de',
    nearly: 'quase',
    atLeast: 'pelo menos',
    atMost: 'no máximo|até',
    moreThan: 'mais de|acima de',
    lessThan: 'menos de|abaixo de',
  },
  units: {
    km: 'quilômetros|quilómetros',
    km2: 'quilômetros quadrados|quilómetros quadrados',
    m2: 'metros quadrados',
    year: 'ano|anos',
    month: 'mês',
    day: 'dia|dias',
    'km/h': 'quilômetros por hora|quilómetros por hora',
    '%': 'por cento',
    pp: 'pontos percentuais|ponto percentual',
  },
  claims: {
    signs: { duty: 'deve|devem|deveria|deveriam|recomenda-se', instruction: /^(?:use|crie|estude|verifique)\b/i },
  },
};
