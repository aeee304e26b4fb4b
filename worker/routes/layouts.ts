import { never } from '../../shared/base/never.ts'
import { headingWords } from '../../shared/sheet/memory/headingWords.ts'
import { agreeLayoutSchema, layoutRequestSchema, proposeLayoutSchema, withdrawLayoutSchema } from '../../shared/wire/layouts.ts'
import { actorOf } from '../http/actorOf.ts'
import type { Ask, Handler } from '../http/context.ts'
import { param } from '../http/param.ts'
import { Refusal } from '../http/problem.ts'
import { readJson } from '../http/readJson.ts'
import { refuseGuard } from '../http/refuseGuard.ts'
import { agreeLayout, withdrawLayout } from '../store/cityLayouts.ts'
import { CITY, forgetLayout, type LayoutFault, listCityLayouts, listUnitLayouts, proposeLayout, rememberLayout } from '../store/layouts.ts'

const ofUnit = (c: Ask) => ({ reporter: param(c, 'reporter'), layout: param(c, 'layout') })

/** What a unit's sheets are read by. */
export const unitLayouts: Handler = async (c) => c.json({ layouts: await listUnitLayouts(c.env.DB, param(c, 'reporter')) })

/** What is proposed for the city, and what it has agreed. */
export const cityLayouts: Handler = async (c) => c.json({ layouts: await listCityLayouts(c.env.DB) })

/** Remembers for a unit what its people said of a layout; words that may not be stored are refused, whoever sends them. */
export const remember: Handler = async (c) => {
  const asked = await readJson(c, layoutRequestSchema)
  const words = [...asked.headings, ...asked.columns.map(({ heading }) => heading)]
  if (words.some((heading) => headingWords(heading) !== heading)) throw new Refusal('invalidBody', { detail: 'heading: not stored' })
  const done = await rememberLayout(c.env.DB, ofUnit(c), asked, actorOf(c))
  if (!done.ok) throw refuse(done.fault)
  return c.json(done.value)
}

/** Forgets it. */
export const forget: Handler = async (c) => {
  const done = await forgetLayout(c.env.DB, ofUnit(c), actorOf(c))
  if (!done.ok) throw refuse(done.fault)
  return c.body(null, 204)
}

/** Proposes it for the city. */
export const propose: Handler = async (c) => {
  const { version } = await readJson(c, proposeLayoutSchema)
  const done = await proposeLayout(c.env.DB, ofUnit(c), version, actorOf(c))
  if (!done.ok) throw refuse(done.fault)
  return c.json(done.value)
}

/** A coordinator lets all units use what one of them proposes. */
export const agree: Handler = async (c) => {
  const asked = await readJson(c, agreeLayoutSchema)
  const done = await agreeLayout(c.env.DB, { ...asked, layout: param(c, 'layout') }, actorOf(c))
  if (!done.ok) throw refuse(done.fault)
  return c.json(done.value)
}

/** A coordinator takes back what was agreed, or puts back what is proposed. */
export const withdraw: Handler = async (c) => {
  const { reporter, reason } = await readJson(c, withdrawLayoutSchema)
  const done = await withdrawLayout(c.env.DB, { reporter: reporter ?? CITY, layout: param(c, 'layout') }, reason, actorOf(c))
  if (!done.ok) throw refuse(done.fault)
  return c.body(null, 204)
}

function refuse(fault: LayoutFault): Refusal {
  switch (fault.tag) {
    case 'guard':
      return refuseGuard(fault)
    case 'unknown':
      return new Refusal('notFound')
    default:
      return never(fault)
  }
}
