/** What a report says where something is missing, or not accepted yet. 审核 is the unit's own act, 采纳 the coordinator's. */
export const NOT_REPORTED = '暂未报送。'
export const TEXT_MISSING = '文字材料暂未报送。'
export const NOT_ACCEPTED = '（督查室尚未采纳）'
export const WITHHELD = '报送内容尚未采纳，暂略。'

/** Said besides a formal report, of a unit whose period the coordinator has not accepted. */
export const withheldNote = (task: string, unit: string): string => `${task} ${unit}的报送内容督查室尚未采纳，正式报告中暂略。`
