import { wordList } from '../../base/wordList.ts'

/** Words before a figure that leave it a figure. */
export const LIMIT_WORDS = wordList(
  [
    { word: '不少于', example: '不少于2.9万户' },
    { word: '不低于', example: '不低于90%' },
    { word: '不小于', example: '不小于300平方米' },
    { word: '至少', example: '至少4个' },
    { word: '达到', example: '达到85%' },
    { word: '超过', example: '超过300场' },
    { word: '约', example: '约420户' },
    { pattern: '[≥>＞]=?', example: '≥90' },
  ],
  { flags: 'u' },
)

/** A figure with its measure alone. */
export const BARE_FIGURE = new RegExp(`^${LIMIT_WORDS.source}?\\d[\\d.,]*[万亿]?[^\\d，。；、]{0,6}$`, 'u')

/** Texts that are a day, a month or a term. */
export const DATE_TEXTS = wordList(
  [
    { pattern: '\\d{4}{mark}\\d{1,2}', example: '2021-05' },
    { pattern: '\\d{4}{mark}\\d{1,2}[-./月]\\d{1,2}日?', example: '2021.5.26' },
    { pattern: '\\d{4}{mark}\\d{1,2}月', example: '2021年5月' },
    { pattern: '\\d{1,2}月{monthEnd}?前?', example: '12月底前' },
    { pattern: '年底前?', example: '年底前' },
    { word: '年内', example: '年内' },
    { word: '全年', example: '全年' },
    { word: '长期', example: '长期' },
    { pattern: '[一二三四]季度末?', example: '二季度末' },
    { pattern: '\\d{4}年(?:底前?)?', example: '2021年底' },
  ],
  { frame: '^{words}$', parts: { mark: '[-./年]', monthEnd: '\\d{1,2}日|底|末|份|中旬|上旬|下旬|初' }, flags: 'u' },
)

/** Texts that tick, cross or light a row. */
export const FLAG_TEXTS: ReadonlySet<string> = new Set([
  '是',
  '否',
  '√',
  '✓',
  '×',
  '✗',
  '已完成',
  '未完成',
  '已开工',
  '未开工',
  '达到',
  '未达到',
  '已达到',
  '正常',
  '滞后',
  '超前',
  '红',
  '黄',
  '绿',
  '蓝',
  '红灯',
  '黄灯',
  '绿灯',
  '●',
  '○',
  '■',
  '□',
])

/** The errors of Excel, as it writes them into a cell. */
export const EXCEL_ERRORS = wordList(
  [
    { word: 'DIV/0!', example: '#DIV/0!' },
    { word: 'REF!', example: '#REF!' },
    { word: 'VALUE!', example: '#VALUE!' },
    { word: 'N/A', example: '#N/A' },
    { word: 'NAME?', example: '#NAME?' },
    { word: 'NUM!', example: '#NUM!' },
    { word: 'NULL!', example: '#NULL!' },
    { word: 'SPILL!', example: '#SPILL!' },
    { word: 'CALC!', example: '#CALC!' },
    { word: 'GETTING_DATA', example: '#GETTING_DATA' },
  ],
  { frame: '^#{words}' },
)

/** How the name of a unit ends that the register does not have. */
export const UNIT_ENDINGS = wordList(
  [
    { word: '局', example: '县林业局' },
    { word: '委', example: '市发改委' },
    { word: '办', example: '市政府办' },
    { word: '部', example: '宣传部' },
    { word: '院', example: '县人民医院' },
    { word: '中心', example: '公路事业发展中心' },
    { word: '公司', example: '市供电公司' },
    { word: '政府', example: '会兴街道办事处人民政府' },
    { word: '街道', example: '崖底街道' },
    { word: '联', example: '县残联' },
    { word: '社', example: '县供销社' },
    { word: '会', example: '县妇联会' },
    { word: '厅', example: '省交通运输厅' },
    { word: '处', example: '前进街道办事处' },
    { word: '站', example: '农技站' },
    { word: '队', example: '城管执法大队' },
    { word: '乡', example: '交口乡' },
    { word: '镇', example: '观音堂镇' },
  ],
  { frame: '{words}$' },
)
