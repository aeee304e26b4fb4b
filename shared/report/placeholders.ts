/** What a report says where something is missing, or not accepted yet. 审核 is the unit's own act, 采纳 the coordinator's. */
export const NOT_REPORTED = '暂未报送。'
export const TEXT_MISSING = '文字材料暂未报送。'
/** The same where others than the unit of record sent a text, named: "文字材料牵头单位暂未报送，湖滨区人民政府等4个单位已报送。" */
export const othersSent = (names: string, what = ''): string => `${what}牵头单位暂未报送，${names}已报送。`
export const NOT_ACCEPTED = '（督查室尚未采纳）'
/** In a formal report, which says nothing of how it came about: why stands with its sources. */
export const WITHHELD = '本期未列。'

/** Said besides a formal report, of a unit whose period the coordinator has not accepted. */
export const withheldNote = (task: string, unit: string): string => `${task} ${unit}的报送内容督查室尚未采纳，正式报告未列。`

/** Said besides a formal report, which gives the figures alone. */
export const textMissingNote = (task: string, about: string): string => `${task} ${about}，正式报告只列数字。`
