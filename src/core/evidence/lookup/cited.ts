import { once } from '../../base/once';
import type { Quantity } from '../numbers';
import { type Candidate, candidatesIn, indexSources } from './numberIndex';
import type { Statement } from './statements';
import { type Topic, topicOf } from './topic';
import type { SourceFacts, SourcesFacts } from './types';

/** The sources that a statement cites. */
export interface Cited {
  /** The ids that it cites, declared or not. */
  readonly ids: ReadonlySet<string>;
  readonly allDeclared: boolean;
  /** The cited sources that are declared, in the order they are cited. */
  readonly sources: readonly SourceFacts[];
  /** Ids of these sources. */
  readonly checkedAgainst: readonly string[];
  /** Returns the passages of these sources that may hold a number, in order. All that hold it are among them. */
  mayHold(quantity: Quantity): readonly Candidate[];
}

/** The sources and the topic of a statement. */
export interface Context {
  readonly cited: Cited;
  readonly topic: Topic;
}

/**
 * Returns a function that reads the sources and the topic of a statement. Statements of one claim without a citation of their
 * own have the same sources and topic, which are read once.
 */
export function contextReader(sources: SourcesFacts): (statement: Statement) => Context {
  const cited = new Map<readonly string[], Cited>();
  const topics = new Map<string, Map<string, Topic>>();
  return ({ cites, topic, language }) => {
    const sharedCites = cited.get(cites) ?? citedIn(cites, sources);
    cited.set(cites, sharedCites);
    const byLanguage = topics.get(topic) ?? new Map<string, Topic>();
    topics.set(topic, byLanguage);
    const sharedTopic = byLanguage.get(language) ?? topicOf(topic, language);
    byLanguage.set(language, sharedTopic);
    return { cited: sharedCites, topic: sharedTopic };
  };
}

/** More sources than claims of people cite have an index of their numbers together: each number is else looked up in each of them. */
const MANY = 16;

function citedIn(cites: readonly string[], all: SourcesFacts): Cited {
  const sources = cites.flatMap((id) => all.get(id) ?? []);
  // An index puts sources with local copies last, out of order.
  const isIndexed = sources.length > MANY && !sources.some(({ hasText }) => hasText);
  const index = once(() => indexSources(sources));
  return {
    ids: new Set(cites),
    allDeclared: sources.length === cites.length,
    sources,
    checkedAgainst: sources.map(({ id }) => id),
    mayHold: (quantity) => (isIndexed ? index().mayHold(quantity) : candidatesIn(sources, quantity)),
  };
}
