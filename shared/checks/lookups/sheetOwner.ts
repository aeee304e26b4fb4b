import { oncePer } from '../../base/oncePer.ts'
import { wordList } from '../../base/wordList.ts'
import type { CheckFacts } from '../../finding/facts.ts'
import { findUnit } from '../../register/findUnit.ts'
import { nameKey } from '../../register/nameKey.ts'
import type { Register, ReportingUnit } from '../../register/register.ts'
import { cityOf, unitById } from '../../register/registerIndex.ts'

/** The unit that is about to report, and its name for a finding; neither where nobody or a person of the city's own is signed in. */
export function ownUnit({ register, context }: Pick<CheckFacts, 'register' | 'context'>): {
  readonly unit?: ReportingUnit
  readonly params: { readonly reporter?: string }
} {
  const { reporter } = context
  const unit = reporter === undefined ? undefined : (unitById(register, reporter) ?? findUnit(register, reporter)?.unit)
  return unit && unit.kind !== 'supervision_office' ? { unit, params: { reporter: unit.name } } : { params: {} }
}

/** Every unit of the register that a line 填报单位：… names, in its order; one that it names twice comes twice. */
export function unitsOfLine(register: Register, line: string): readonly ReportingUnit[] {
  const names = [line, ...line.split(/[()（）、,，;；/和及\s]+/u)]
  return names.flatMap((name) => findUnit(register, name)?.unit ?? [])
}

/** In a line: one unit fills in for another. */
export const ACTS_FOR_OTHERS = /代[填报为]/u

/** The units that a title, or the name of sheet or file, names as those whose it is: at its beginning, alone in brackets or at its end. */
export function unitsOfTitle(register: Register, title: string): readonly ReportingUnit[] {
  const city = nameKey(cityOf(register)?.name ?? '')
  const text = nameKey(title)
  if (isAddress(text)) return []
  const parts = text.split(/[()（）【】[\]\-—_、,，:：/]|附件\d*|(?:19|20)\d{2}年?|\d+月份?|\d+/u)
  return parts.flatMap((part) => unitAtStart(register, part.startsWith(city) ? `市${part.slice(city.length)}` : part) ?? [])
}

/** 抄送：市教育局: to whom it goes. */
const isAddress = (text: string): boolean => /^(?:抄送|主送|报送|发送|呈报?|报|送|发)[:：]/u.test(text)

/** Whose a place says that a sheet is: the reporter's own, or one other unit's. */
export type Owner = 'own' | ReportingUnit

/**
 * Whose sheet it is by the line 填报单位：…, seen by the unit that is about to report; undefined where the line says
 * nothing of it.
 *
 *     市交通局, 市交通运输局、市公路局          市交通运输局 (to 市交通运输局: own)
 *     湖滨区交通局                          nothing: no unit of the register
 *     湖滨区人民政府（市交通运输局代报）         nothing: one of the two may report
 *     市教育局, to 灵宝市人民政府              nothing: it may be that city’s own bureau
 *     市政府督查室                          nothing: it collects the sheets
 */
export function ownerOfLine(register: Register, own: ReportingUnit, line: string): Owner | undefined {
  const units = unitsOfLine(register, line)
  if (ACTS_FOR_OTHERS.test(line) && !units.includes(own)) return undefined
  if (isCityOfCounty(register, own) && line.startsWith('市')) return units.includes(own) ? 'own' : undefined
  return ownerOf(units, own)
}

/**
 * Whose sheet it is by a title, or by the name of sheet or file: a unit that is named at its beginning, alone in brackets
 * or at its end. A department may keep a sheet of a county, and a county one of a department: they say nothing of each other.
 *
 *     市交通运输局2021年5月进展情况表             市交通运输局
 *     进展情况表（市交通运输局）, 进展-市交通局     市交通运输局
 *     市司法局配合市交通运输局…, to 市司法局       own
 *     市交通运输局牵头事项, 灵宝市教育局…          nothing
 *     三门峡市人民政府…, 抄送：市教育局            nothing
 */
export function ownerOfTitle(register: Register, own: ReportingUnit, title: string): Owner | undefined {
  const text = nameKey(title)
  if (isAddress(text)) return undefined
  const units = unitsOfTitle(register, title)
  const named = namesOf(register).filter(({ key }) => text.includes(key))
  if (named.some(({ unit }) => unit.id === own.id)) return 'own'
  return ownerOf(
    units.filter(({ kind }) => (kind === 'county_government') === (own.kind === 'county_government')),
    own,
  )
}

function ownerOf(units: readonly ReportingUnit[], own: ReportingUnit): Owner | undefined {
  if (units.some(({ id }) => id === own.id)) return 'own'
  const [first, ...others] = units.filter(({ kind }) => kind !== 'supervision_office')
  return first && others.every(({ id }) => id === first.id) ? first : undefined
}

/** The unit with whose name a part begins, unless the words behind say that it leads or commissions what others report. */
function unitAtStart(register: Register, part: string): ReportingUnit | undefined {
  const found = namesOf(register).find(({ key }) => part.startsWith(key))
  const isActor = found && ACTS_ON_OTHERS.pattern.exec(part.slice(found.key.length))?.index === 0
  return isActor ? undefined : found?.unit
}

/** What a unit does with what others report, behind its name. */
export const ACTS_ON_OTHERS = wordList([
  { word: '牵头', example: '市交通运输局牵头事项进展情况' },
  { word: '主办', example: '市交通运输局主办事项' },
  { word: '督办', example: '市公安局督办' },
  { word: '督查', example: '市卫健委督查事项' },
  { word: '转发', example: '市教育局转发' },
  { word: '印发', example: '市教育局印发的任务' },
  { word: '下达', example: '市交通运输局下达计划' },
  { word: '交办', example: '市司法局交办' },
  { word: '要求', example: '市农业农村局要求报送' },
  { word: '汇总', example: '市农业农村局汇总' },
  { word: '关于', example: '市教育局关于报送…' },
])

/** Every name and alias of the register's units, the longest first, so that 市住建局 is found before 住建局. */
const namesOf = oncePer((register: Register): readonly { readonly key: string; readonly unit: ReportingUnit }[] =>
  register.units
    .flatMap((unit) => [unit.name, ...unit.aliases].map((name) => ({ key: nameKey(name), unit })))
    .filter(({ key }) => key.length >= SHORTEST)
    .sort((a, b) => b.key.length - a.key.length),
)

/** 湖滨 and 陕县 are places before they are units. */
const SHORTEST = 3

/** The government of a county-level city, to which 市教育局 may be its own bureau. */
const isCityOfCounty = (register: Register, { area }: ReportingUnit): boolean =>
  area !== null && (register.areas.find(({ code }) => code === area)?.name.endsWith('市') ?? false)
