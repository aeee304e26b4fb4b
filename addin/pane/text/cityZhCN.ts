import { isKeyOf } from '../../../shared/base/keysOf.ts'
import { chinaTime } from '../../../shared/quantity/dates/chinaDay.ts'
import { STAGE_NAMES } from '../../../shared/quantity/stageNames.ts'
import type { ReportedKind } from '../../../shared/wire/reported.ts'
import type { ComparedWith, ExcludedNames, ReportedWords, UnitStanding } from '../../flow/city/consolidationWords.ts'
import type { CityTexts } from './cityTexts.ts'

const month = (id: string): string => {
  const [, year, number] = /^(\d{4})-(\d\d)$/.exec(id) ?? []
  return year && number ? `${year}年${Number(number)}月` : id
}
const day = (iso: string): string => {
  const [, number, date] = /^\d{4}-(\d\d)-(\d\d)/.exec(iso) ?? []
  return number ? `${Number(number)}月${Number(date)}日` : iso
}
const LIGHTS = { blue: '蓝灯', green: '绿灯', yellow: '黄灯', red: '红灯', grey: '灰灯' }
const COUNTS = { due: '应报', reported: '已报齐', partial: '部分报送', unreported: '未报', onTime: '按时', late: '逾期' }
const REASONS: CityTexts['reasons'] = {
  done: () => '已达到目标',
  notReported: () => '没有报来数据',
  notCounted: () => '报来的数还不能计入',
  noProgress: () => '报来的是暂无进展',
  overdue: () => '完成期限或节点日期已过',
  behind: (behind, expected) => `落后时序 ${behind} 个百分点（应达 ${expected}%）`,
  dueSoon: () => '完成期限将至',
  madeUp: () => '截止日按规则为红灯，后来补上',
  exceeded: () => '已超过上限',
  overshot: () => '超出目标（目标为定数）',
  unclear: () => '期限已过，所报未写明是否完成',
  belowTarget: () => '尚未达到目标值（比率不按时间推算）',
  risen: () => '比前一期数据增加',
  notDue: () => '未到完成期限',
  onSchedule: () => '符合时序进度',
}
const compared = (before: ComparedWith): string => {
  if (before === null) return '没有上期数据。'
  return before.isEmpty ? `与${month(before.period)}没有可比的数据。` : `增减与${month(before.period)}相比。`
}
/** How counties are ranked, and why none is. */
const rankedBy = (fewest: number): string =>
  `按登记表中各县（市、区）有分解目标的指标计算：完成率取平均，每项最高按 100% 计，各县（市、区）应报而无计入数的按 0 计；不足 ${fewest} 项的不排名，得分相同名次并列。`
const unranked = (fewest: number): string => `没有县（市、区）可以排名：登记表中有分解目标的指标不足 ${fewest} 项，或者都还没有计入的数。`
const excludedText = ({ noProgress, nothingToReach, notAllReported, noCountyTarget }: ExcludedNames): string => {
  const parts = [
    noProgress && `${noProgress}（清零或不超过类）`,
    nothingToReach && `${nothingToReach}（目标为 0）`,
    notAllReported && `${notAllReported}（分县数由市直单位报送，尚未报齐）`,
    noCountyTarget > 0 && `没有分解目标的指标 ${noCountyTarget} 项`,
  ].filter(Boolean)
  return parts.length === 0 ? '' : `不计入排名：${parts.join('；')}。`
}
const sum = (reporter: string | null): string => (reporter === null ? '各县（市、区）合计' : `${reporter}分县合计`)

const REPORTED: ReportedWords = {
  kinds: {
    reported: '',
    noProgress: '暂无进展',
    otherStage: '未计入',
    wholeOnly: '只报全市',
    partsOnly: '只报分县',
    otherOnly: '未报数',
    nothing: '未报',
  },
  states: { complete: '已报齐', partial: '部分未报', missing: '未报' },
  inAll: { noProgress: '已报（暂无进展）', wholeOnly: '分县未报', partsOnly: '只报分县，未报全市', otherOnly: '未报数（有其他内容）' },
  atStage: (stage, value) => `${isKeyOf(STAGE_NAMES, stage) ? STAGE_NAMES[stage] : stage}${value}`,
  notCounted: (figures) => `${figures}，不计入`,
  whole: (value) => `${value}（全市另报）`,
  stated: (value) => `全市另报 ${value}`,
  overridden: (reason) => `改定亮灯：${reason}`,
  byStated: (why) => (why === '' ? '亮灯按全市另报数判定' : `${why}（按全市另报数判定）`),
  reports: {
    draft: '草稿',
    returned: '退回待改',
    complete: '报送完成，未审核',
    reviewed: '已审核，未批准',
    approved: '单位已批准，督查室未采纳',
    accepted: '督查室已采纳',
  },
  changedSince: (report) => `${report}，其后有改动`,
  ofUnits: (report, units) => `${report}（${units}家）`,
  separator: '、',
  clause: '；',
}

/** What there is, whether it came back, and how that stands to the deadline. */
function standing({ extent, returned, timeliness, deadline, hasRows }: UnitStanding): string {
  const there = { all: '已报齐', some: '未报齐', none: hasRows ? '应报的未报' : '未报' }[extent]
  if (returned) return `${there}，退回待改`
  if (timeliness === 'onTime' || timeliness === 'late') {
    const said = timeliness === 'onTime' ? '按时确认' : `逾期确认（截止${day(deadline)}）`
    return extent === 'all' ? said : `${said}，${there}`
  }
  const owed = extent === 'all' ? '已报齐，未确认' : there
  return timeliness === 'waiting' ? `${owed}（截止${day(deadline)}）` : `${owed}，已过${day(deadline)}`
}

/** A part of what a unit lacks, with what came in its place. */
function gap(name: string, kind: ReportedKind, inWords: boolean): string {
  const asked = inWords ? '进展' : '数'
  if (kind === 'otherOnly') return `${name}（有其他内容，未报${asked}）`
  if (kind === 'wholeOnly') return `${name}（只报全市）`
  return kind === 'partsOnly' ? `${name}（只报分县）` : name
}

/** The city's figures in Chinese. */
export const cityZhCN: CityTexts = {
  sheet: {
    sheetName: (period) => `汇总 ${period}`,
    title: (year, period) => `${year}年重点民生实事进展情况汇总表（${month(period)}）`,
    madeFrom: (asOfSeq, at, version) =>
      `数据截至全市第 ${asOfSeq} 次报送（各期连续编号，asOfSeq ${asOfSeq}），登记表第 ${version} 版，${chinaTime(at)}取数。空格表示没有这个数，不作 0 计。`,
    madeFromBegins: '数据截至',
    unfinished: '本表没有写完，各行数据可能不是同一时间的，请再按一次“汇总”。',
    without: (title, none) => `${title}：${none}`,
    left: '已不在本期汇总',
    judged: (on, before) => `亮灯按${day(on)}的时序判定，带※的由督查室改定。${compared(before)}`,
    incomparable: '无可比数据',
    measure: (measure, counted) => (counted === undefined ? measure : `${measure}（计数：${counted}）`),
    headings: {
      number: '编号',
      category: '类别',
      task: '任务',
      indicator: '指标',
      measure: '单位',
      target: '目标',
      cumulative: '累计完成',
      standing: '现值（比率、剩余数）',
      reached: '占目标（%）',
      change: '增减（比率为百分点）',
      light: '亮灯',
      state: '报送情况',
    },
    reported: REPORTED,
    lights: LIGHTS,
    overrideMark: '※',
    completeness: { title: '报送统计（家）', scope: '范围', city: '全市', ...COUNTS },
    reasons: REASONS,
    counties: {
      title: '县（市、区）分解目标',
      none: '登记表没有分解目标。',
      area: '县（市、区）',
      target: '分解目标',
      figure: '完成数或现值',
      why: '亮灯原因',
    },
    ranking: {
      title: '县（市、区）排名',
      rank: '名次',
      area: '县（市、区）',
      score: '平均完成率（%）',
      base: '计入指标',
      counted: (count, names) => `${count} 项：${names}`,
      asZero: '按 0 计（尚无计入的数）',
      unranked: '不排名',
      none: unranked,
      note: (fewest, excluded) => `排名${rankedBy(fewest)}${excludedText(excluded)}`,
    },
    disagreements: {
      title: '数据不一致',
      indicator: '指标',
      area: '地区',
      ofRecord: '计入汇总的单位',
      ofRecordValue: '计入汇总',
      other: '另报的单位',
      otherValue: '另报',
      difference: '相差',
      sources: '来源（单元格、版本、填报人）',
      asOf: (ofRecord, other) => `两数截至的日期不同（${day(ofRecord)}、${day(other)}）。`,
      none: '能够对照的数中没有不一致。',
      sum,
      source: (who, cell, version, by) =>
        [who, cell, `第${version}版`, by.onBehalf ? `督查室代报（${by.name}）` : by.name].filter(Boolean).join(' '),
    },
    unreported: {
      title: '缺报、退回或未确认的单位',
      formerTitles: ['未报齐的单位', '未报齐的单位：各单位均已报齐。'],
      unit: '单位',
      standing: '办理情况',
      count: '已报/应报',
      what: '缺报内容',
      none: '各单位均已报齐，并已确认报送完成。',
      left: '已不在名单',
    },
    standing,
    gap,
    count: (reported, required) => `${reported}/${required}`,
    narrative: (task) => `任务${task}进展文字`,
  },
  counts: { ...COUNTS, onTime: '按时确认', late: '逾期确认' },
  judged: (on, before) => `亮灯按${day(on)}的时序判定；${compared(before)}`,
  lights: { title: '亮灯', all: '全部', names: LIGHTS },
  reasons: REASONS,
  overridden: (by, when, reason) => `${by}于${when}改定：${reason}`,
  judgedAs: (light) => `按规则应为${light}`,
  override: {
    open: '改定亮灯',
    light: '亮灯',
    put: '改定',
    takeBack: '恢复按规则判定',
    reason: '改定理由',
    done: (indicator) => `已改定：${indicator}`,
  },
  ranking: {
    title: '县（市、区）排名（分解目标平均完成率）',
    lead: rankedBy,
    none: unranked,
    rank: (place) => `第 ${place} 名`,
    unranked: '不排名',
    base: (count, names) => `${count} 项：${names}`,
    asZero: (names) => `按 0 计：${names}`,
    tooFew: (count, fewest) => (count === 0 ? '没有分解目标' : `有分解目标的指标只有 ${count} 项，不足 ${fewest} 项`),
    excluded: excludedText,
  },
  disagreements: {
    title: '数据不一致',
    none: '能够对照的数中没有不一致。',
    ofRecord: '计入汇总',
    other: '另报',
    difference: (value) => `相差 ${value}`,
    sum,
  },
  indicators: {
    title: '指标与数据来源',
    search: '查找',
    searchPlaceholder: '指标、任务编号或单位',
    none: '没有符合的指标。',
    figure: ({ rate, left, value, target, reached }) =>
      [rate && `现值 ${rate}`, left && `现有 ${left}`, value && `累计 ${value}`, target && `目标 ${target}`, reached && `占目标 ${reached}`]
        .filter(Boolean)
        .join(' · '),
    change: (before, value) => `较${before === null ? '上期' : month(before)} ${value}`,
    incomparable: {
      nothingBefore: '其时未报',
      otherAreas: '所报地区不同',
      otherStage: '所报阶段不同',
    },
    notComparable: (before, why) => `较${before === null ? '上期' : month(before)}：无可比数据（${why}）`,
    points: (value) => `${value}个百分点`,
    sources: '数据从哪里来',
    noSources: '还没有数据。',
    reportedByText: '见任务的进展情况文字。',
    noArea: (names) => `未报：${names}`,
  },
  source: {
    version: (version, by, when) => `第 ${version} 版 · ${by} · ${when}`,
    cell: (place) => `单元格 ${place}`,
    noCell: '没有单元格记录',
    history: '历次版本',
    entry: (version, by, when) => `第 ${version} 版 · ${by} · ${when}`,
  },
  more: (count) => `再显示 ${count} 项`,
  documents: {
    title: '文件',
    lead: '按现在的数据生成，在浏览器中下载。',
    names: {
      report: '进展情况报告（工作稿）',
      formal: '正式报告',
      circular: '通报（工作稿）',
      formalCircular: '正式通报',
      reminders: '催办清单',
      proposals: '更正建议',
      sheet: '工作稿及数据来源（表格）',
      sources: '数据来源（表格）',
      formalSources: '正式报告的数据来源',
    },
    letterhead: {
      issuer: '发文机关',
      number: '发文字号',
      signatory: '签发人',
      addressee: '主送机关',
      lead: '导语（每行一段）',
      demands: '工作要求（每行一段）',
      annexes: '另附的附件名称（每行一个）',
      date: '成文日期',
      copyTo: '抄送机关',
      printedBy: '印发机关',
      printedOn: '印发日期',
    },
    blank: {
      report: '版头、主送、落款不填的在文件里留空，由手写；附件和版记不填就没有。督查室尚未采纳的单位，正式报告不列其内容和数字。',
      circular:
        '版头、主送、落款不填的在文件里留空，由手写；导语、要求、另附的附件和版记不填就没有。进度滞后事项和各项任务亮灯情况自动列为附件。',
    },
    write: { report: '生成正式报告', circular: '生成正式通报' },
    writeSources: '它的数据来源',
    opened: (name, asOfSeq) => `${name}：下载链接已交给浏览器；文件按打开那时的数据生成（现在到全市第 ${asOfSeq} 次报送）。`,
    again: '没有打开？点这里（链接只能用一次，5 分钟内有效）',
    lintFindings: (count) => `定稿前请核对 ${count} 处`,
    letters: (count) => `各单位的文字（${count} 个单位，逐个复制）`,
    copy: '复制',
    copied: '已复制',
    copyFailed: '复制不了，请选中文字后按 Ctrl+C',
  },
}
