import type { ListedSource, Mention, SourcesResult } from '../../server/protocol';

/** A row of the view of sources. */
export type Row = GroupRow | SourceRow | MentionRow;

export interface GroupRow {
  readonly kind: 'group';
  readonly group: Group;
  readonly rows: readonly (SourceRow | MentionRow)[];
}
export interface SourceRow {
  readonly kind: 'source';
  readonly source: ListedSource;
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

/** The rows for the sources of a brief: only groups that hold something. */
export function rowsOf({ sources, gaps }: SourcesResult): readonly GroupRow[] {
  const mentionRow =
    (key: string) =>
    (mention: Mention, i: number): MentionRow => {
      return { kind: 'mention', mention, key: `${key}/${i}`, rows: [] };
    };
  const inGroup = (group: Group) =>
    sources
      .filter((source) => groupOf(source) === group)
      .map((source): SourceRow => {
        return { kind: 'source', source, group, rows: source.citedBy.map(mentionRow(`${group}/${source.id}`)) };
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
