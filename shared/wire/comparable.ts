/**
 * Whether a figure can be compared with the one of the period before; apart from the schema, so that the pane opens without a
 * schema library.
 *
 * | | |
 * | --- | --- |
 * | yes | both sides have a figure of the same areas at the same stages |
 * | noPeriod | there is no period before |
 * | nothingNow, nothingBefore | a side has no figure that counts |
 * | otherAreas | a county more or less: what it reports for the first time is no progress of this month |
 * | otherStage | figures of another stage (开工, then 完工) |
 */
export const COMPARABLE = ['yes', 'noPeriod', 'nothingNow', 'nothingBefore', 'otherAreas', 'otherStage'] as const
export type Comparable = (typeof COMPARABLE)[number]
