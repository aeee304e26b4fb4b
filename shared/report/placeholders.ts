/** What stands in a report where something is missing, or not accepted yet. */
export const NOT_REPORTED = '暂未报送。'
export const TEXT_MISSING = '文字材料暂未报送。'
export const NOT_ACCEPTED = '（报送内容尚未审核通过）'
export const HELD_BACK = '报送内容尚在审核，暂略。'
