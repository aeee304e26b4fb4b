import { wordList } from '../../base/wordList.ts'

/** What a word processor or a spreadsheet left in a text. */
export const ARTEFACTS = wordList(
  [
    { pattern: '\\[bookmark:[^\\]]{0,80}\\]', example: '[bookmark: _GoBack]' },
    { pattern: '错误[!！]未找到引用源', example: '错误！未找到引用源。' },
    { pattern: '错误[!！]未定义书签', example: '错误!未定义书签。' },
    { word: 'Error! Reference source not found', example: 'Error! Reference source not found.' },
    { word: 'Error! Reference source not defined', example: 'Error! Reference source not defined.' },
    { word: 'Error! Bookmark not found', example: 'Error! Bookmark not found.' },
    { word: 'Error! Bookmark not defined', example: 'Error! Bookmark not defined.' },
    { pattern: '\\{ ?{field}\\b[^}]{0,80}\\}', example: '第{ PAGE \\* MERGEFORMAT }页' },
    { pattern: '#{fault}[!?]?', example: '完成率#DIV/0!' },
    { word: '\uFFFD', example: '完成\uFFFD公里' },
    { pattern: '(?!\\t)\\p{gc=Cc}', example: '完成\u0007公里' },
  ],
  { parts: { field: 'PAGE|REF|TOC|SEQ|MERGEFIELD', fault: 'REF|VALUE|DIV/0|N/A|NAME' }, flags: 'u' },
)

/** A mark twice, or two marks that exclude each other. */
export const DOUBLED_MARKS = wordList([
  { pattern: '。{2,}', example: '已完工。。' },
  { pattern: '，{2,}', example: '已完工，，' },
  { pattern: '、{2,}', example: '湖滨区、、陕州区' },
  { pattern: '；{2,}', example: '已完工；；' },
  { pattern: '：{2,}', example: '进展情况：：' },
  { pattern: '[，、；]。', example: '已完工，。' },
  { pattern: '。[，、；]', example: '已完工。，' },
  { pattern: '[，、]；', example: '已完工，；' },
])

/** Words of a figure that is still to be done. */
export const REMAINING = wordList([
  { word: '剩余', example: '剩余60公里正在施工' },
  { word: '其余', example: '其余12座在建' },
  { word: '余下', example: '余下30户年底前完成' },
  { word: '尚余', example: '尚余5个小区' },
  { word: '尚有', example: '尚有3个项目未开工' },
  { word: '还有', example: '还有2座桥梁在建' },
])

/** Words of a figure that counts an earlier year's work, which is no part of this year's target. */
export const CARRIED_OVER = wordList([
  { word: '续建', example: '续建项目12个' },
  { word: '结转', example: '结转上年任务50套' },
  { word: '上年', example: '上年开工42套' },
  { word: '去年', example: '去年完成30公里' },
])

/** The same, or a year in digits. */
export const EARLIER_WORK = wordList([...CARRIED_OVER.entries, { pattern: '20\\d\\d年', example: '2020年建成15个' }])

/** Words just before a figure that restates a target: no part of its own. */
export const RESTATED = wordList(
  [
    { word: '任务', example: '年度任务' },
    { word: '目标', example: '目标数' },
    { word: '计划', example: '计划为' },
  ],
  { frame: '{words}[数为]?$' },
)

/** What a list of parts begins with. */
export const AMONG = wordList([{ word: '其中', example: '完成100个，其中湖滨区60个' }])

/** Where the parts that 其中 lists come to an end. */
export const PARTS_END = wordList([
  { word: '累计', example: '其中湖滨区3个、陕州区2个，累计完成8个' },
  { word: '合计', example: '其中湖滨区3个、陕州区2个，合计5个' },
  { word: '共计', example: '其中湖滨区3个、陕州区2个，共计5个' },
  { pattern: '[）)]', example: '8个（其中湖滨区3个）' },
])

/** Words just before a day that is still to come; 原预计 and 比计划 tell of one that is done with. */
export const FORECAST = wordList(
  [
    { word: '预计', example: '预计' },
    { word: '计划', example: '计划于' },
    { word: '拟', example: '拟于' },
    { word: '将', example: '将于' },
  ],
  { frame: '(?<![原比较]){words}于?$' },
)

/** What begins a work: with any result of it told, it has begun. */
export const BEGINNING = wordList([
  { word: '启动', example: '启动' },
  { word: '开始', example: '开始实施' },
  { word: '开工', example: '开工建设' },
  { word: '动工', example: '动工' },
  { word: '开展', example: '开展培训' },
  { word: '举办', example: '举办首场演出' },
  { word: '举行', example: '举行招聘会' },
  { word: '进场', example: '进场施工' },
  { word: '实施', example: '组织实施' },
])

/** What comes before a work begins. */
export const PREPARATION = wordList([
  { word: '标', example: '已完成招标' },
  { word: '设计', example: '已完成施工图设计' },
  { word: '评审', example: '目前正在评审' },
  { word: '方案', example: '已制定方案' },
  { word: '立项', example: '已立项' },
  { word: '可研', example: '可研已编制' },
  { word: '批复', example: '已批复' },
  { word: '勘', example: '已完成勘察' },
  { word: '征', example: '正在征迁' },
  { word: '前期', example: '正在做前期工作' },
  { word: '手续', example: '正在办理手续' },
  { word: '采购', example: '正在采购设备' },
  { word: '准备', example: '目前正在准备' },
  { word: '筹', example: '正在筹备' },
  { word: '部署', example: '已安排部署' },
])

/** Words of a clause that tells what has come about. */
export const REPORTED_DONE = wordList([
  { word: '已', example: '已于5月18日启动' },
  { word: '正在', example: '目前正在施工' },
  { word: '累计', example: '累计举办3场' },
  { word: '实际', example: '实际5月18日启动' },
  { word: '如期', example: '如期完工' },
  { word: '按期', example: '按期启动' },
  { word: '按时', example: '按时开工' },
  { word: '提前', example: '提前完工' },
  { word: '共', example: '共举办3场' },
])

/** Words of a clause that says that it has not. */
export const NOT_YET = wordList([
  { word: '未', example: '目前尚未启动' },
  { word: '没有', example: '还没有启动' },
  { word: '待', example: '待开工' },
])

/** Words before a day that takes the place of the one that was forecast. */
export const POSTPONED = wordList([
  { word: '推迟', example: '推迟至6月15日' },
  { word: '延期', example: '延期到6月底' },
  { word: '延至', example: '延至6月底' },
  { word: '顺延', example: '顺延至6月5日' },
  { word: '调整', example: '调整为6月中旬' },
  { word: '提前', example: '提前至5月10日' },
])

/** What lies between a count and its coverage rate: "4405例，筛查率71.36%". */
export const COVERAGE_RATE = wordList(
  [
    { word: '筛查', example: '，筛查率' },
    { word: '覆盖', example: '（覆盖率' },
    { word: '普及', example: '，普及率为' },
    { word: '建档', example: '、建档率达' },
    { word: '参保', example: '，参保率' },
    { word: '接种', example: '，疫苗接种率' },
  ],
  { frame: '^[，、,（(]?[^，。；\\d]{0,4}{words}率[为达]?$' },
)

/** The words just before the percentage of a stage: "完工率65%". */
export const STAGE_RATE = wordList(
  [
    { word: '开工', example: '开工率' },
    { word: '完工', example: '完工率' },
    { word: '竣工', example: '竣工率' },
    { word: '投资完成', example: '投资完成率' },
  ],
  { frame: '{words}率$' },
)

/** Words before a figure that say it is done. */
export const DONE = wordList([
  { word: '完成', example: '已完成' },
  { word: '举行', example: '共举行' },
  { word: '举办', example: '累计举办' },
  { word: '建成', example: '建成' },
  { word: '开通', example: '已开通' },
  { word: '救助', example: '已救助' },
  { word: '发放', example: '已发放' },
  { word: '筛查', example: '已筛查学龄前儿童' },
])

/** Words behind 完成 that say that what follows is done only in a plan, or is something else. */
export const NOT_DONE = wordList([
  ...REMAINING.entries,
  ...CARRIED_OVER.entries,
  { word: '计划', example: '完成选址，计划建设10处' },
  { word: '拟', example: '完成选址，拟建设10处' },
  { word: '预计', example: '已完成130场，预计年底300场' },
  { word: '将', example: '已完成130场，将再举办20场' },
  { word: '目标', example: '完成年度目标' },
  { word: '任务', example: '完成全年任务' },
  { word: '其中', example: '完成100个，其中湖滨区60个' },
  { word: '未', example: '未完成' },
  { word: '涉及', example: '完成改造52个，涉及居民' },
  { word: '惠及', example: '完成改造52个，惠及居民' },
  { word: '方案', example: '完成方案编制，6座' },
  { word: '已', example: '完成桥梁3座，已进场20座' },
  { word: '发现', example: '完成普查12.8万座，发现隐患1.5万座' },
])

/** How the name of a municipal unit ends. */
export const UNIT_ENDINGS = wordList([
  { word: '局', example: '市交通运输局' },
  { word: '委员会', example: '市国有资产监督管理委员会' },
  { word: '委', example: '市卫生健康委' },
  { word: '办公室', example: '市扶贫开发办公室' },
  { word: '管理中心', example: '市公路管理中心' },
])

/** A municipal unit named in a text. */
export const MUNICIPAL_UNIT = wordList(
  [
    { pattern: '委[一-龥]{2,4}部', example: '市委宣传部' },
    { pattern: '[一-龥]{2,9}?{ending}', example: '市交通运输局' },
  ],
  { frame: '市{words}', parts: { ending: UNIT_ENDINGS } },
)

/** Words that no unit's name contains: with one of them the match of a name ran across a sentence. */
export const NOT_IN_A_NAME = wordList([
  { word: '正在', example: '市正在推进招标局' },
  { word: '组织', example: '市组织开展培训局' },
  { word: '完成', example: '市完成建设委' },
  { word: '推进', example: '市推进改造局' },
  { word: '开展', example: '市开展排查局' },
  { word: '全部', example: '市全部开工局' },
  { word: '已经', example: '市已经移交局' },
  { word: '进行', example: '市进行验收局' },
  { word: '各县', example: '市直及各县局' },
  { word: '政府', example: '市政府办公室' },
])
