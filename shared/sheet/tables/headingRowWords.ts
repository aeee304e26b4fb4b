import { wordList } from '../../base/wordList.ts'

/** Texts that are values: a row that holds one is not a row of headings. */
export const VALUE_TEXTS = wordList(
  [
    { pattern: '^[-+]?[\\d.,]+[%％万亿]?$', example: '48.67%' },
    { pattern: '^[-—/]$', example: '—' },
    { pattern: '^#[A-Z/0!]+', example: '#DIV/0!' },
    { pattern: '^(?:{year}年)?\\d{1,2}月(?:\\d{1,2}日|底|末|初|[上中下]旬)前?$', example: '12月底前' },
    { pattern: '^\\d{4}[-./年]\\d{1,2}[-./月]\\d{1,2}日?$', example: '2021年5月26日' },
    { pattern: '^[是否√×✓✗红黄绿]$', example: '√' },
    { pattern: '^正在', example: '正在推进' },
    { pattern: '^(?:现?已|累计|目前|完成|建成)[^\\d(（]{0,6}{figure}', example: '已完成9.1公里' },
  ],
  { parts: { year: '(?:19|20)\\d{2}', figure: '\\d[\\d.,]*[万亿]?(?![年月日季])\\p{Script=Han}' }, flags: 'u' },
)

/** How a line of labels above the headings begins: 填报单位：市交通运输局. */
export const META_OPENINGS = wordList(
  [
    { word: '填报', example: '填报单位：市交通运输局' },
    { word: '填表', example: '填表人：张三' },
    { word: '制表', example: '制表时间：5月26日' },
    { word: '报送', example: '报送单位：市教育局' },
    { word: '编制', example: '编制单位：市教育局' },
    { word: '上报', example: '上报时间：5月26日' },
    { word: '单位', example: '单位（盖章）：市教育局' },
    { pattern: '截[至止]', example: '截至时间：5月26日' },
    { word: '时间', example: '时间：2021年5月' },
    { word: '日期', example: '日期：2021年5月26日' },
    { word: '报告期', example: '报告期：2021年5月' },
    { word: '联系', example: '联系电话：2815000' },
    { word: '审核', example: '审核人：李四' },
    { word: '负责', example: '负责人：王五' },
    { word: '统计', example: '统计时间：5月26日' },
  ],
  { frame: '^{words}[^:：]{0,12}[:：].', flags: 'u' },
)

/** Totals as headings of columns, next to those of areas. */
export const TOTAL_HEADINGS: ReadonlySet<string> = new Set(['合计', '总计', '全市', '全市合计', '小计', '共计', '全市总计', '总数'])
