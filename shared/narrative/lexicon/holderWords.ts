import { wordList } from '../../base/wordList.ts'

/** Where the things that are counted are or come from, directly before a figure: 项目21个、座席3860个. */
export const HOLDERS = wordList(
  [
    { word: '项目', example: '开工项目' },
    { word: '工程', example: '完工工程' },
    { word: '学校', example: '改造完工学校' },
    { word: '幼儿园', example: '新建幼儿园' },
    { word: '机构', example: '已备案托育机构' },
    { word: '单位', example: '募集见习单位' },
    { word: '企业', example: '走访企业' },
    { word: '基地', example: '新增基地' },
    { word: '点位', example: '建设点位' },
    { word: '站点', example: '建成站点' },
    { word: '场站', example: '竣工场站' },
    { word: '网点', example: '新设网点' },
    { word: '地块', example: '开工地块' },
    { word: '场地', example: '利用场地' },
    { word: '场所', example: '新增场所' },
    { word: '停车场', example: '建成停车场' },
    { word: '小区', example: '完工小区' },
    { word: '社区', example: '涉及社区' },
    { word: '楼栋', example: '完工楼栋' },
    { word: '养老院', example: '改造养老院' },
    { word: '敬老院', example: '改造敬老院' },
    { word: '医院', example: '新增医院' },
    { pattern: '行政村|自然村|村庄', example: '完成行政村' },
    { word: '台区', example: '完成台区' },
    { word: '中心', example: '新建中心' },
  ],
  { frame: '{words}(?=(?:共计?|累计|约)?$)' },
)
