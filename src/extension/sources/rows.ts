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
  /** Distinguishes the row from others with the same words. */
  readonly key: string;
  readonly rows: readonly never[];
}

/** The groups in their order. Groups that need work come first. */
const GROUPS = ['gaps', 'undeclared', 'cited', 'unused'] as const;
export type Group = (typeof GROUPS)[number];

/** A source with the state of its link. */
export interface Known {
  readonly source: ListedSource;
  /** True if its link was checked and its page is gone. */
  readonly dead: boolean;
}

/** The filters of the view. */
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

/** Returns the rows for the sources of a brief and its gaps, in groups. Empty groups are left out. */
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

/** True if a local copy of a source was read, whole or in part. */
export function hasCopy({ textState }: ListedSource): boolean {
  return textState === 'whole' || textState === 'abstract' || textState === 'excerpt';
}
