/** Where our report differs from the document on purpose: its lines (from 1), and what we write instead. docs/report.md gives the reasons. */
export const corrections: readonly { readonly line: number; readonly lines: readonly string[]; readonly reason: string }[] = [
  { line: 1, lines: ['2021年省、市重点民生实事进展情况报告'], reason: 'leading space' },
  {
    line: 9,
    lines: ['工作任务1：组织红色文艺轻骑兵入百村活动100场。', '主要责任单位：市委宣传部、市文联'],
    reason: 'label on a line of its own',
  },
  {
    line: 11,
    lines: ['工作任务2：组织“消夏音乐季”广场文艺演出100场。', '主要责任单位：市委宣传部、市文化广电旅游局'],
    reason: 'label on a line of its own',
  },
  { line: 23, lines: ['四、加强居民小区改造提升'], reason: 'numbering' },
  {
    line: 25,
    lines: ['主要责任单位：市“百城提质”领导小组办公室、市公安局，各县（市、区）政府'],
    reason: 'bookmark artefact',
  },
  { line: 53, lines: ['主要责任单位：市残联，各县（市、区）政府'], reason: 'trailing space' },
  {
    line: 78,
    lines: ['工作任务：持续提高农村电网安全可靠供电能力，完成220个配电台区改造升级，新建改造10千伏及以下线路220千米。'],
    reason: 'missing label',
  },
  { line: 81, lines: [''], reason: 'lone space at the end' },
]
