/** What a report says where something is missing, or not accepted yet. */
export const NOT_REPORTED = '暂未报送。'
export const TEXT_MISSING = '文字材料暂未报送。'
export const NOT_ACCEPTED = '（报送内容尚未审核通过）'
export const WITHHELD = '报送内容尚在审核，暂略。'

/** Said besides a formal report, of a unit whose period the coordinator has not accepted. */
export const withheldNote = (task: string, unit: string): string => `${task} ${unit}的报送内容尚未审核通过，正式报告中暂略。`
