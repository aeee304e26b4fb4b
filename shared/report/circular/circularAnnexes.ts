import { type Light, shownLight } from '../../consolidation/light.ts'
import type { Register, Task } from '../../register/register.ts'
import { indicatorById } from '../../register/registerIndex.ts'
import type { Consolidation } from '../../wire/consolidation.ts'
import type { ReportedKind } from '../../wire/reported.ts'
import { responsibleUnits } from '../responsibleUnits.ts'
import type { Annex } from './circular.ts'
import { behindWhy, type JudgedIndicator, LIGHT_NAMES, reasonText } from './circularSentences.ts'

/** What a circular lists in full: everything red or yellow with who is responsible for it, and the lights of all tasks. */
export function circularAnnexes(register: Register, consolidation: Consolidation): readonly Annex[] {
  const judged = judgedByTask(register, consolidation)
  return [...behindAnnex(register, judged, consolidation.judgedOn), lightsAnnex(register, judged, consolidation)]
}

type JudgedTask = readonly [task: Task, indicators: readonly JudgedIndicator[]]

/** The annex that the text of the circular names where it does not name everything. */
export const BEHIND_ANNEX = '附件1'
/** The one that has all tasks, whichever others there are. */
export const lightsAnnexName = (annexes: readonly Annex[]): string => `附件${annexes.length}`

function behindAnnex(register: Register, tasks: readonly JudgedTask[], on: string): readonly Annex[] {
  const all = tasks.flatMap(([task, judged]) => judged.map((one) => ({ task, one, shown: shownLight(one.light) })))
  const ofLight = (wanted: Light) =>
    all.filter(({ shown }) => shown === wanted).sort((a, b) => (b.one.light.behind ?? 0) - (a.one.light.behind ?? 0))
  const rows = [...ofLight('red'), ...ofLight('yellow')].map(({ task, one, shown }, index) => [
    String(index + 1),
    one.indicator.name,
    LIGHT_NAMES[shown],
    behindWhy(one, on),
    responsibleUnits(register, task),
  ])
  const columns = [
    { heading: '序号', width: 8 },
    { heading: '事项', width: 30 },
    { heading: '亮灯', width: 10 },
    { heading: '情况', width: 24 },
    { heading: '责任单位', width: 28 },
  ]
  return rows.length === 0 ? [] : [{ title: '进度滞后事项清单', columns, rows }]
}

/** All tasks and their indicators, those without a light among them: a reader looks for their own. */
function lightsAnnex(register: Register, tasks: readonly JudgedTask[], { indicators, judgedOn }: Consolidation): Annex {
  const found = new Map(indicators.map((one) => [one.indicator, one]))
  const rows = tasks.flatMap(([task, judged]) => {
    const about = (name: string, light: string, why: string) => [task.id, name, responsibleUnits(register, task), light, why]
    const own = register.indicators.filter(({ taskId, kind }) => taskId === task.id && kind !== 'narrative')
    if (own.length === 0) return [about('（只报文字）', '—', '')]
    return own.map((indicator) => {
      const one = judged.find((each) => each.indicator.id === indicator.id)
      if (one) return about(indicator.name, LIGHT_NAMES[shownLight(one.light)], situationOf(one, judgedOn))
      return about(indicator.name, '—', WITHOUT_FIGURE[found.get(indicator.id)?.reported ?? 'nothing'] ?? '')
    })
  })
  const columns = [
    { heading: '任务', width: 9 },
    { heading: '指标或节点', width: 31 },
    { heading: '责任单位', width: 26 },
    { heading: '亮灯', width: 10 },
    { heading: '情况', width: 24 },
  ]
  return { title: '各项任务亮灯情况', columns, rows }
}

/** Why a light is what it is, where that is more than its name. */
function situationOf(one: JudgedIndicator, on: string): string {
  const { light } = one
  const shown = shownLight(light)
  if (shown === 'red' || shown === 'yellow') return behindWhy(one, on)
  if (light.override !== null) return reasonText(light.override.reason)
  return shown === 'grey' ? (WITHOUT_FIGURE[one.found.reported] ?? '尚无计入的数') : ''
}

/** What was reported where there is no figure that counts; 未报 is said of who was to report it, since others may have. */
const WITHOUT_FIGURE: Partial<Record<ReportedKind, string>> = {
  nothing: '负责报送的单位未报',
  otherOnly: '已报其他内容，未报数据或进展',
  noProgress: '报称暂无进展',
  otherStage: '已报，尚未到计入完成的阶段',
  partsOnly: '只报分县数，未报全市数',
}

/** The tasks in the register's order, each with its indicators that have a light. */
function judgedByTask(register: Register, { indicators }: Consolidation): readonly JudgedTask[] {
  const judged = indicators.flatMap((found): JudgedIndicator[] => {
    const indicator = indicatorById(register, found.indicator)
    return indicator && found.light ? [{ indicator, found, light: found.light }] : []
  })
  const byTask = Map.groupBy(judged, ({ indicator }) => indicator.taskId)
  return register.tasks.map((task) => [task, byTask.get(task.id) ?? []])
}
