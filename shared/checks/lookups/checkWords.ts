import { wordList } from '../../base/wordList.ts'

/** Words in a remark or a problem that explain why a cumulative figure went down. */
export const CORRECTION_WORDS = wordList([
  { word: '更正', example: '上月数据有误，予以更正' },
  { word: '核减', example: '核减40户' },
  { word: '核销', example: '核销重复项目2个' },
  { word: '修正', example: '按新口径修正' },
  { word: '订正', example: '订正上期数据' },
  { word: '纠正', example: '纠正上月错报' },
  { word: '冲减', example: '冲减已退出的3户' },
  { word: '核实', example: '经核实为480户' },
  { word: '核定', example: '以核定数为准' },
  { word: '调减', example: '任务调减20户' },
  { word: '调整', example: '统计范围调整' },
  { word: '勘误', example: '上期勘误' },
  { word: '误报', example: '上月误报40户' },
  { word: '重复计', example: '剔除重复计算部分' },
  { word: '口径', example: '统计口径变化' },
])

/** Words and signs that leave a written figure or percentage inexact, so that nothing can be recomputed from it. */
export const INEXACT_WORDS = wordList([
  { word: '约', example: '约48%' },
  { word: '近', example: '近3000' },
  { word: '余', example: '100余户' },
  { word: '多', example: '100多户' },
  { word: '超', example: '超50%' },
  { word: '逾', example: '逾百户' },
  { word: '左右', example: '48%左右' },
  { word: '上下', example: '48%上下' },
  { word: '以上', example: '90%以上' },
  { word: '以下', example: '5%以下' },
])

/** What the cell of a flag (是否完成, 是否达到序时进度) says for yes. */
export const YES_WORDS = wordList(
  [
    { word: '是', example: '是' },
    { word: '√', example: '√' },
    { word: '✓', example: '✓' },
    { word: '✔', example: '✔' },
    { word: '有', example: '有' },
    { word: '已达到', example: '已达到' },
    { word: '达到', example: '达到' },
    { word: '已完成', example: '已完成' },
    { word: '已开工', example: '已开工' },
    { word: 'Y', example: 'Y' },
    { word: 'y', example: 'y' },
    { word: 'YES', example: 'YES' },
    { word: 'yes', example: 'yes' },
  ],
  { frame: '^(?:{words})$' },
)

/** What the cell of a flag says for no. */
export const NO_WORDS = wordList(
  [
    { word: '否', example: '否' },
    { word: '×', example: '×' },
    { word: '✗', example: '✗' },
    { word: '✘', example: '✘' },
    { word: '无', example: '无' },
    { word: '未达到', example: '未达到' },
    { word: '未完成', example: '未完成' },
    { word: '未开工', example: '未开工' },
    { word: '没有', example: '没有' },
    { word: 'N', example: 'N' },
    { word: 'n', example: 'n' },
    { word: 'NO', example: 'NO' },
    { word: 'no', example: 'no' },
  ],
  { frame: '^(?:{words})$' },
)

/** What the cell of a state (状态) says when all is done; of other states nothing can be checked. */
export const FINISHED_WORDS = wordList(
  [
    { word: '已完成', example: '已完成' },
    { word: '完成', example: '完成' },
    { word: '已完工', example: '已完工' },
    { word: '已办结', example: '已办结' },
  ],
  { frame: '^(?:{words})$' },
)

/** Where a heading or a text gives the date as of which its figures are (截至5月31日). */
export const AS_OF_WORDS = wordList([
  { word: '截至', example: '截至5月底' },
  { word: '截止', example: '截止5月31日' },
])

/** The same with a date in the same clause: 截至目前 names none. */
export const AS_OF_DATE_WORDS = wordList([{ pattern: '{asOf}[^，。；]{0,12}\\d', example: '截至今年5月底' }], {
  parts: { asOf: AS_OF_WORDS },
})
