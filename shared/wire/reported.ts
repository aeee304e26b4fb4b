/**
 * What a reporter has reported of what was asked of it: one kind for each reporter, subject and area. Whoever says 已报, 未报,
 * 缺, 暂未报送 says it by this alone.
 *
 * | | |
 * | --- | --- |
 * | reported | what was asked: the figure; of milestones and texts, how far it is |
 * | noProgress | a text that says that there is no progress ("暂无进展。") |
 * | otherStage | a figure, at a stage that is not counted (受理 for 办结) |
 * | wholeOnly | nothing for this county, but the figure of the whole city |
 * | partsOnly | nothing for the whole city, but figures of counties |
 * | otherOnly | something that was not asked: a remark, a problem, money; of a figure, words |
 * | nothing | no row, or one that only repeats what was planned |
 */
export const REPORTED_KINDS = ['reported', 'noProgress', 'otherStage', 'wholeOnly', 'partsOnly', 'otherOnly', 'nothing'] as const
export type ReportedKind = (typeof REPORTED_KINDS)[number]
