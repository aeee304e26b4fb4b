/**
 * What becomes of a column's figures: stored, known and not stored (开工 next to 完工), or compared and not stored (a total
 * of other columns). A 合计 that a person says to be stored is the row's own figure.
 */
export type ColumnUse = 'stored' | 'aside' | 'compared'
export const COLUMN_USES: readonly ColumnUse[] = ['stored', 'aside', 'compared']
