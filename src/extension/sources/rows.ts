import type { ListedSource, Mention } from '../../server/protocol';

/** A row of the view of sources. */
export type Row = GroupRow | SourceRow | MentionRow;

export interface GroupRow {
  readonly kind: 'group';
  readonly group: Group;
  readonly rows: readonly (SourceRow | MentionRow)[];
}
export interface SourceRow extends Known {
  readonly kind: 'source';
  readonly group: Group;
  readonly rows: readonly MentionRow[];
}
export interface MentionRow {
  readonly kind: 'mention';
  readonly mention: Mention;
  /** Tells it from others of the same words. */
  readonly key: string;
  readonly rows: readonly never[];
}

/** What is to be done comes first. */
export const GROUPS = ['gaps', 'undeclared', 'cited', 'unused'] as const;
export type Group = (typeof GROUPS)[number];

/** A source with what is known of its link. */
export interface Known {
  readonly source: ListedSource;
  /** Its page is gone, as far as its link was checked. */
  readonly dead: boolean;
}

/** Which sources the view lists. */
export const FILTERS = ['all', 'withoutText', 'notCited', 'attention'] as const;
export type Filter = (typeof FILTERS)[number];

export function passes(filter: Filter, { source, dead }: Known): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'withoutText':
      return source.declared !== null && !hasCopy(source);
    case 'notCited':
      return source.citedBy.length === 0;
    case 'attention':
      return dead || source.stale > 0;
  }
}

/** The rows for the sources of a brief and its gaps: only groups that hold something. */
export function rowsOf(sources: readonly Known[], gaps: readonly Mention[]): readonly GroupRow[] {
  const mentionRow =
    (key: string) =>
    (mention: Mention, i: number): MentionRow => {
      return { kind: 'mention', mention, key: `${key}/${i}`, rows: [] };
    };
  const inGroup = (group: Group) =>
    sources
      .filter(({ source }) => groupOf(source) === group)
      .map((known): SourceRow => {
        const { id, citedBy } = known.source;
        return { kind: 'source', group, ...known, rows: citedBy.map(mentionRow(`${group}/${id}`)) };
      });
  return GROUPS.flatMap((group): GroupRow[] => {
    const rows = group === 'gaps' ? gaps.map(mentionRow(group)) : inGroup(group);
    return rows.length > 0 ? [{ kind: 'group', group, rows }] : [];
  });
}

function groupOf({ declared, citedBy }: ListedSource): Group {
  if (!declared) return 'undeclared';
  return citedBy.length > 0 ? 'cited' : 'unused';
}

/** Whether a local copy of a source was read, of the whole or of a part. */
export function hasCopy({ textState }: ListedSource): boolean {
  return textState === 'whole' || textState === 'abstract' || textState === 'excerpt';
}
