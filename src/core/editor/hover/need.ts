import { say } from '../../base/say';
import { type Span, touches } from '../../base/text';
import { type Because, LEVELS } from '../../brief/needs/because';
import type { Brief } from '../../brief/types';
import type { Block } from '../../evidence/cards/markup';

/** The reasons to ask for a source, be it only by a hint. */
type Asked = { [K in Because]: (typeof LEVELS)[K] extends null ? never : K }[Because];

const REASONS: Readonly<Record<Asked, () => string>> = {
  amount: () => say('Needs a source: it states an amount.'),
  states: () => say('Needs a source: it states something that can be looked up.'),
  habit: () => say('Needs a source: most insights like it in this document cite one.'),
  'hard-figure': () => say('A hint only: it states a figure, but insights like it are seldom cited here.'),
  practice: () => say('Needs a source, like most of this document. One problem at its title reports all of them.'),
  'section-practice': () =>
    say('Needs a source, like all of this section. One problem at its heading reports all of them.'),
  'perhaps-phrase': () => say('A hint only: it may be a phrase rather than a statement.'),
  advised: () => say('A hint only: the line above makes it advice.'),
  excused: () => say('A hint only: it is a question, an instruction, an opinion, a definition or a transition.'),
  'states-nothing': () => say('A hint only: it states nothing that can be looked up.'),
  vague: () => say('A hint only: little in it can be looked up.'),
  summary: () => say('A hint only: it sums up what is cited elsewhere.'),
  judgement: () => say("A hint only: it reads as the author's own judgement."),
  advice: () => say('A hint only: it reads as advice or an instruction.'),
  'own-work': () => say("A hint only: it is about this text, the author's own work or an example."),
  'no-prose': () => say('A hint only: it reads as code or a formula.'),
  'section-judges': () => say('A hint only: its section draws conclusions.'),
  'section-advises': () => say('A hint only: its section advises.'),
  'section-tells-how': () => say('A hint only: its section describes how the text was made, or what it lacks.'),
  'parent-cited': () => say('A hint only: the item above it is cited.'),
  'goes-on': () => say('A hint only: it continues the cited paragraph before it.'),
  introduces: () => say('A hint only: it introduces a section whose text cites.'),
};

/** Tells, on the words underlined for a missing citation, why it's asked for. */
export function needHover(brief: Brief, offset: number): { readonly span: Span; readonly content: Block[] } | null {
  const insight = brief.insights.find(({ point, citedVia }) => citedVia === null && touches(point, offset));
  if (!insight || insight.excused || !isAsked(insight.because)) return null;
  return { span: insight.point, content: [{ kind: 'lines', lines: [[REASONS[insight.because]()]] }] };
}

function isAsked(because: Because): because is Asked {
  return LEVELS[because] !== null;
}
