/** The few words that the page adds to the brief's own, in the brief's language. */
import type { Verdict } from '../evidence/verdicts';

export interface Words {
  readonly sources: string;
  readonly noSource: string;
  readonly ownJudgement: string;
  readonly computed: string;
  /** Of a figure that the author made. */
  readonly ownWork: string;
  readonly sourceNeeded: string;
  readonly asOf: string;
  readonly figure: string;
  readonly updated: string;
  readonly keyNumbers: string;
  readonly notCited: string;
  readonly unknownSource: string;
  readonly unknownFigure: string;
  readonly unreadable: string;
  /** Before the name of a figure's data file, with its space. */
  readonly dataIn: string;
  readonly leftOut: string;
  readonly notes: string;
  readonly table: string;
  readonly formula: string;
  /** What the kinds of charts are called. */
  readonly charts: Readonly<Record<'bar' | 'line' | 'area' | 'point' | 'pie' | 'vega-lite', string>>;
  /** The data behind a chart, to be opened. */
  readonly data: string;
  /** Before the reason why a figure is not shown, with its space. */
  readonly notDrawn: string;
  readonly drawing: string;
  readonly image: string;
  readonly done: string;
  readonly toDo: string;
  readonly source: string;
  readonly back: string;
  readonly showSource: string;
  readonly goToSource: string;
  /** What the sources say to a number or a quotation. */
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** The filters and the view of the preview for those who review a brief. */
  readonly review: Readonly<Record<'name' | 'uncited' | 'notFound' | 'beside', string>>;
  readonly emptyTitle: string;
  readonly emptyHint: string;
  readonly alerts: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>>;
  cited(cited: number, all: number): string;
  citedIn(places: number): string;
  passages(count: number): string;
  /** The evidence meter: how many numbers and quotations are found, then how many are not for each reason. */
  evidence(counts: Readonly<Record<Verdict, number>>): readonly string[];
  moreRows(count: number): string;
}

const total = ({ found, notFound, elsewhere, uncheckable }: Readonly<Record<Verdict, number>>): number =>
  found + notFound + elsewhere + uncheckable;

/** A part of the meter, where it counts anything. */
const some = (number: number, write: (number: number) => string): string[] => (number === 0 ? [] : [write(number)]);

const english: Words = {
  sources: 'Sources',
  noSource: 'no source',
  ownJudgement: 'own judgement',
  computed: 'computed',
  ownWork: 'own work',
  sourceNeeded: 'source needed',
  asOf: 'as of',
  figure: 'Figure',
  updated: 'Updated',
  keyNumbers: 'Key numbers',
  notCited: 'not cited',
  unknownSource: 'Unknown source',
  unknownFigure: 'Unknown figure',
  unreadable: 'This entry cannot be read.',
  dataIn: 'Data: ',
  leftOut: 'This address is not opened:',
  notes: 'Notes',
  table: 'Table',
  formula: 'Formula',
  charts: {
    bar: 'Bar chart',
    line: 'Line chart',
    area: 'Area chart',
    point: 'Scatter plot',
    pie: 'Pie chart',
    'vega-lite': 'Chart',
  },
  data: 'Data',
  notDrawn: 'This figure is not shown. ',
  drawing: 'The chart is being drawn.',
  image: 'Image',
  done: 'done',
  toDo: 'to do',
  source: 'Source',
  back: 'Back to where it is cited,',
  showSource: 'Show in the source text',
  goToSource: 'Go to the source',
  verdicts: { found: 'found', notFound: 'not found', elsewhere: 'found elsewhere', uncheckable: 'cannot check' },
  review: {
    name: 'Review',
    uncited: 'Uncited',
    notFound: 'Not found',
    beside: 'Evidence beside claims',
  },
  evidence: (c) => [
    `${c.found} of ${total(c)} ${total(c) === 1 ? 'number or quotation' : 'numbers and quotations'} found`,
    ...some(c.notFound, (n) => `${n} not found`),
    ...some(c.elsewhere, (n) => `${n} found elsewhere`),
    ...some(c.uncheckable, (n) => `${n} cannot be checked`),
  ],
  emptyTitle: 'Nothing here yet',
  emptyHint: 'Give the brief a title, then write one claim to a line, each with its source:',
  alerts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
  cited: (cited, all) => `${cited} of ${all} ${all === 1 ? 'insight' : 'insights'} cited`,
  citedIn: (places) => `cited in ${places} ${places === 1 ? 'place' : 'places'}`,
  passages: (count) => `${count} ${count === 1 ? 'passage' : 'passages'}`,
  moreRows: (count) => `and ${count} more ${count === 1 ? 'row' : 'rows'}`,
};

const chinese: Words = {
  sources: '来源',
  noSource: '无来源',
  ownJudgement: '作者判断',
  computed: '推算',
  ownWork: '作者自制',
  sourceNeeded: '待补来源',
  asOf: '截至',
  figure: '图',
  updated: '更新于',
  keyNumbers: '关键数字',
  notCited: '未引用',
  unknownSource: '未知来源',
  unknownFigure: '未知图表',
  unreadable: '此条目无法读取。',
  dataIn: '数据：',
  leftOut: '此地址不会打开：',
  notes: '注释',
  table: '表',
  formula: '公式',
  charts: { bar: '条形图', line: '折线图', area: '面积图', point: '散点图', pie: '饼图', 'vega-lite': '图表' },
  data: '数据',
  notDrawn: '此图无法显示。',
  drawing: '正在绘制图表。',
  image: '图片',
  done: '已完成',
  toDo: '待办',
  source: '来源',
  back: '返回引用处',
  showSource: '在原文中显示',
  goToSource: '转到来源',
  verdicts: { found: '已找到', notFound: '未找到', elsewhere: '见于其他来源', uncheckable: '无法核对' },
  review: {
    name: '审阅',
    uncited: '未引用',
    notFound: '未找到',
    beside: '观点与证据对照',
  },
  evidence: (c) => [
    `${total(c)} 处数字和引文中 ${c.found} 处已找到`,
    ...some(c.notFound, (n) => `${n} 处未找到`),
    ...some(c.elsewhere, (n) => `${n} 处见于其他来源`),
    ...some(c.uncheckable, (n) => `${n} 处无法核对`),
  ],
  emptyTitle: '尚无内容',
  emptyHint: '先写标题，再逐行写观点，并注明来源：',
  alerts: { note: '说明', tip: '提示', important: '重要', warning: '警告', caution: '注意' },
  cited: (cited, all) => `${all} 条观点中 ${cited} 条有来源`,
  citedIn: (places) => `引用 ${places} 处`,
  passages: (count) => `${count} 段原文`,
  moreRows: (count) => `另有 ${count} 行`,
};

const german: Words = {
  sources: 'Quellen',
  noSource: 'ohne Quelle',
  ownJudgement: 'eigene Einschätzung',
  computed: 'berechnet',
  ownWork: 'eigene Darstellung',
  sourceNeeded: 'Quelle fehlt',
  asOf: 'Stand',
  figure: 'Abbildung',
  updated: 'Aktualisiert',
  keyNumbers: 'Kennzahlen',
  notCited: 'nicht zitiert',
  unknownSource: 'Unbekannte Quelle',
  unknownFigure: 'Unbekannte Abbildung',
  unreadable: 'Dieser Eintrag ist nicht lesbar.',
  dataIn: 'Daten: ',
  leftOut: 'Diese Adresse wird nicht geöffnet:',
  notes: 'Anmerkungen',
  table: 'Tabelle',
  formula: 'Formel',
  charts: {
    bar: 'Balkendiagramm',
    line: 'Liniendiagramm',
    area: 'Flächendiagramm',
    point: 'Streudiagramm',
    pie: 'Kreisdiagramm',
    'vega-lite': 'Diagramm',
  },
  data: 'Daten',
  notDrawn: 'Diese Abbildung wird nicht gezeigt. ',
  drawing: 'Das Diagramm wird gezeichnet.',
  image: 'Bild',
  done: 'erledigt',
  toDo: 'offen',
  source: 'Quelle',
  back: 'Zurück zur Fundstelle',
  showSource: 'Im Quelltext zeigen',
  goToSource: 'Zur Quelle',
  verdicts: {
    found: 'gefunden',
    notFound: 'nicht gefunden',
    elsewhere: 'anderswo gefunden',
    uncheckable: 'nicht prüfbar',
  },
  review: {
    name: 'Prüfen',
    uncited: 'Ohne Quelle',
    notFound: 'Nicht gefunden',
    beside: 'Belege neben Aussagen',
  },
  evidence: (c) => [
    `${c.found} von ${total(c)} ${total(c) === 1 ? 'Zahl oder Zitat' : 'Zahlen und Zitaten'} gefunden`,
    ...some(c.notFound, (n) => `${n} nicht gefunden`),
    ...some(c.elsewhere, (n) => `${n} anderswo gefunden`),
    ...some(c.uncheckable, (n) => `${n} nicht prüfbar`),
  ],
  emptyTitle: 'Noch nichts da',
  emptyHint: 'Zuerst ein Titel, dann je Zeile eine Aussage mit ihrer Quelle:',
  alerts: { note: 'Hinweis', tip: 'Tipp', important: 'Wichtig', warning: 'Warnung', caution: 'Vorsicht' },
  cited: (cited, all) => `${cited} von ${all} ${all === 1 ? 'Aussage' : 'Aussagen'} belegt`,
  citedIn: (places) => `zitiert an ${places} ${places === 1 ? 'Stelle' : 'Stellen'}`,
  passages: (count) => `${count} ${count === 1 ? 'Textstelle' : 'Textstellen'}`,
  moreRows: (count) => `und ${count} weitere ${count === 1 ? 'Zeile' : 'Zeilen'}`,
};

const french: Words = {
  sources: 'Sources',
  noSource: 'sans source',
  ownJudgement: 'avis de l’auteur',
  computed: 'calculé',
  ownWork: 'travail de l’auteur',
  sourceNeeded: 'source nécessaire',
  asOf: 'au',
  figure: 'Figure',
  updated: 'Mis à jour',
  keyNumbers: 'Chiffres clés',
  notCited: 'non citée',
  unknownSource: 'Source inconnue',
  unknownFigure: 'Figure inconnue',
  unreadable: 'Cette entrée est illisible.',
  dataIn: 'Données : ',
  leftOut: 'Cette adresse n’est pas ouverte :',
  notes: 'Notes',
  table: 'Tableau',
  formula: 'Formule',
  charts: {
    bar: 'Diagramme en barres',
    line: 'Courbe',
    area: 'Graphique en aires',
    point: 'Nuage de points',
    pie: 'Diagramme circulaire',
    'vega-lite': 'Graphique',
  },
  data: 'Données',
  notDrawn: 'Cette figure n’est pas affichée. ',
  drawing: 'Le graphique est en cours de tracé.',
  image: 'Image',
  done: 'fait',
  toDo: 'à faire',
  source: 'Source',
  back: 'Retour à la citation',
  showSource: 'Montrer dans le texte source',
  goToSource: 'Aller à la source',
  verdicts: { found: 'trouvé', notFound: 'non trouvé', elsewhere: 'trouvé ailleurs', uncheckable: 'non vérifiable' },
  review: {
    name: 'Relire',
    uncited: 'Sans source',
    notFound: 'Non trouvé',
    beside: 'Preuves à côté des affirmations',
  },
  evidence: (c) => [
    `${c.found} ${total(c) === 1 ? 'chiffre ou citation' : 'chiffres et citations'} sur ${total(c)} ${c.found === 1 ? 'trouvé' : 'trouvés'}`,
    ...some(c.notFound, (n) => `${n} non ${n === 1 ? 'trouvé' : 'trouvés'}`),
    ...some(c.elsewhere, (n) => `${n} ${n === 1 ? 'trouvé' : 'trouvés'} ailleurs`),
    ...some(c.uncheckable, (n) => `${n} non ${n === 1 ? 'vérifiable' : 'vérifiables'}`),
  ],
  emptyTitle: 'Rien pour l’instant',
  emptyHint: 'Un titre d’abord, puis une affirmation par ligne, avec sa source :',
  alerts: { note: 'Remarque', tip: 'Conseil', important: 'Important', warning: 'Avertissement', caution: 'Attention' },
  cited: (cited, all) => `${cited} ${all === 1 ? 'affirmation' : 'affirmations'} sur ${all} avec source`,
  citedIn: (places) => `citée à ${places} ${places === 1 ? 'endroit' : 'endroits'}`,
  passages: (count) => `${count} ${count === 1 ? 'extrait' : 'extraits'}`,
  moreRows: (count) => `et ${count} ${count === 1 ? 'autre ligne' : 'autres lignes'}`,
};

const spanish: Words = {
  sources: 'Fuentes',
  noSource: 'sin fuente',
  ownJudgement: 'juicio propio',
  computed: 'calculado',
  ownWork: 'elaboración propia',
  sourceNeeded: 'falta la fuente',
  asOf: 'a fecha de',
  figure: 'Figura',
  updated: 'Actualizado',
  keyNumbers: 'Cifras clave',
  notCited: 'no citada',
  unknownSource: 'Fuente desconocida',
  unknownFigure: 'Figura desconocida',
  unreadable: 'Esta entrada no se puede leer.',
  dataIn: 'Datos: ',
  leftOut: 'Esta dirección no se abre:',
  notes: 'Notas',
  table: 'Tabla',
  formula: 'Fórmula',
  charts: {
    bar: 'Gráfico de barras',
    line: 'Gráfico de líneas',
    area: 'Gráfico de áreas',
    point: 'Gráfico de dispersión',
    pie: 'Gráfico circular',
    'vega-lite': 'Gráfico',
  },
  data: 'Datos',
  notDrawn: 'Esta figura no se muestra. ',
  drawing: 'Se está dibujando el gráfico.',
  image: 'Imagen',
  done: 'hecho',
  toDo: 'pendiente',
  source: 'Fuente',
  back: 'Volver a la cita',
  showSource: 'Mostrar en el texto fuente',
  goToSource: 'Ir a la fuente',
  verdicts: {
    found: 'encontrado',
    notFound: 'no encontrado',
    elsewhere: 'encontrado en otra fuente',
    uncheckable: 'no comprobable',
  },
  review: {
    name: 'Revisar',
    uncited: 'Sin fuente',
    notFound: 'No encontrado',
    beside: 'Pruebas junto a las afirmaciones',
  },
  evidence: (c) => [
    `${c.found} de ${total(c)} ${total(c) === 1 ? 'cifra o cita' : 'cifras y citas'} en su fuente`,
    ...some(c.notFound, (n) => `${n} no ${n === 1 ? 'encontrada' : 'encontradas'}`),
    ...some(c.elsewhere, (n) => `${n} en otra fuente`),
    ...some(c.uncheckable, (n) => `${n} no ${n === 1 ? 'comprobable' : 'comprobables'}`),
  ],
  emptyTitle: 'Aún no hay nada',
  emptyHint: 'Primero un título, luego una afirmación por línea, con su fuente:',
  alerts: { note: 'Nota', tip: 'Consejo', important: 'Importante', warning: 'Aviso', caution: 'Precaución' },
  cited: (cited, all) => `${cited} de ${all} ${all === 1 ? 'afirmación' : 'afirmaciones'} con fuente`,
  citedIn: (places) => `citada en ${places} ${places === 1 ? 'lugar' : 'lugares'}`,
  passages: (count) => `${count} ${count === 1 ? 'pasaje' : 'pasajes'}`,
  moreRows: (count) => `y ${count} ${count === 1 ? 'fila' : 'filas'} más`,
};

const japanese: Words = {
  sources: '出典',
  noSource: '出典なし',
  ownJudgement: '筆者の判断',
  computed: '算出',
  ownWork: '筆者作成',
  sourceNeeded: '要出典',
  asOf: '時点：',
  figure: '図',
  updated: '更新',
  keyNumbers: '主要な数値',
  notCited: '未引用',
  unknownSource: '不明な出典',
  unknownFigure: '不明な図',
  unreadable: 'この項目は読み取れません。',
  dataIn: 'データ：',
  leftOut: 'このアドレスは開きません：',
  notes: '注',
  table: '表',
  formula: '数式',
  charts: {
    bar: '棒グラフ',
    line: '折れ線グラフ',
    area: '面グラフ',
    point: '散布図',
    pie: '円グラフ',
    'vega-lite': 'グラフ',
  },
  data: 'データ',
  notDrawn: 'この図は表示できません。',
  drawing: 'グラフを描画しています。',
  image: '画像',
  done: '完了',
  toDo: '未完了',
  source: '出典',
  back: '引用箇所へ戻る',
  showSource: 'ソーステキストで表示',
  goToSource: '出典へ移動',
  verdicts: { found: '確認済み', notFound: '見つからない', elsewhere: '別の出典にあり', uncheckable: '確認できない' },
  review: {
    name: '確認',
    uncited: '出典なし',
    notFound: '見つからない',
    beside: '主張と根拠を並べる',
  },
  evidence: (c) => [
    `数値と引用 ${total(c)} 件中 ${c.found} 件を確認`,
    ...some(c.notFound, (n) => `${n} 件は見つからない`),
    ...some(c.elsewhere, (n) => `${n} 件は別の出典にあり`),
    ...some(c.uncheckable, (n) => `${n} 件は確認できない`),
  ],
  emptyTitle: 'まだ内容がありません',
  emptyHint: '題名を書き、続けて一行に一つずつ主張と出典を書きます：',
  alerts: { note: '注記', tip: 'ヒント', important: '重要', warning: '警告', caution: '注意' },
  cited: (cited, all) => `${all} 件中 ${cited} 件に出典あり`,
  citedIn: (places) => `${places} か所で引用`,
  passages: (count) => `引用文 ${count} 件`,
  moreRows: (count) => `ほか ${count} 行`,
};

const languages: ReadonlyMap<string, Words> = new Map([
  ['en', english],
  ['zh', chinese],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['ja', japanese],
]);

/** The words for a language tag (BCP 47); English where we have none of its own. */
export function wordsFor(language: string): Words {
  return languages.get(language.toLowerCase().split(/[-_]/)[0] ?? '') ?? english;
}
