import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { build, type Rolldown } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'
import { BUILD_TARGET, ENGINE_FLOOR, GATE, gateScript } from '../../../addin/floor/engineFloor.ts'
import { YOUNG_FUNCTIONS } from '../../../addin/floor/youngFunctions.ts'
import { type CalledFunctions, calledFunctions } from './calledFunctions.ts'
import { oldMembers, versionsOf, youngBuiltins, youngCss, youngGlobals, youngMembers } from './compatibility.ts'

const configFile = fileURLToPath(new URL('../../../addin/vite.config.ts', import.meta.url))

/** Methods of our own and of WebAssembly's tables that are called like a young function of the language, and what fflate asks for first. */
const OWN_METHODS: ReadonlySet<string> = new Set(['difference', 'take', 'grow', 'captureStackTrace'])

/** What a library calls of the language only where it is there: fflate, on its own errors. */
const ASKED_OF_LANGUAGE: ReadonlySet<string> = new Set(['captureStackTrace'])

/** Methods that give an iterator, which has methods of its own in younger engines only. */
const GIVE_ITERATORS = ['entries', 'keys', 'matchAll', 'values']

/** Properties of CSS whose want takes nothing away. */
const DISPENSABLE: readonly (readonly [property: string, why: string])[] = [
  ['outline', 'follows rounded corners in younger engines'],
  ['user-select', 'words that cannot be selected, in Safari with a prefix'],
]

/** What a library calls only where it is there. */
const ASKED_FOR_FIRST: readonly (readonly [name: string, by: string])[] = [
  ['canParse', 'zod'],
  ['createPolicy', '@microsoft/fast-element'],
  ['createWritable', 'addin/web/file/pickedFile'],
  ['moveBefore', 'preact'],
  ['randomUUID', 'addin/floor/randomId'],
  ['reportError', 'addin/pane/mountPane'],
]

describe('the floor', () => {
  it('is what the build lowers syntax to', () => {
    expect(BUILD_TARGET).toEqual(['chrome90', 'edge90', 'safari16.4', 'ios16.4'])
  })

  it('is what the gate asks for: no less, and of each engine no more', () => {
    const versions = GATE.map(({ known }) => versionsOf(known))
    expect(Math.max(...versions.map(({ chrome }) => chrome))).toBe(ENGINE_FLOOR.chrome)
    expect(Math.max(...versions.map(({ safari }) => safari))).toBe(ENGINE_FLOOR.safari)
  })

  it.each(YOUNG_FUNCTIONS)('fetches functions only where %s.%s or another is missing', (owner, name) => {
    expect(written({})).toEqual([])
    const young: object = Reflect.get(globalThis, owner)
    const prototype = Object.create(null, without(Object.getOwnPropertyDescriptors(Reflect.get(young, 'prototype')), name))
    expect(written({ [owner]: { ...Object.fromEntries(staticsOf(young).filter(([each]) => each !== name)), prototype } })).toEqual([
      '<script src="/brought.js"></script>',
    ])
  })

  it('lets nobody in who lacks what the gate asks for, and brings them nothing', () => {
    const { shown, ...page } = pageOf({ adoptedStyleSheets: undefined })
    run(page)
    expect(shown).toEqual(['removed', 'unsupported'])
  })
})

/** What the gate's script writes into the page of an engine that passes, with these objects in place of its own. */
function written(engine: object): readonly string[] {
  const { shown, ...page } = pageOf({ adoptedStyleSheets: [] })
  run({ ...page, ...engine })
  return shown
}

/** Runs the gate's script in a page of these globals. */
const run = (globals: object): void => {
  const names = Object.keys(globals)
  new Function(...names, gateScript('/brought.js'))(...Object.values(globals))
}

/** A page as far as the gate looks at it, and what it did there. */
function pageOf(found: object) {
  const shown: string[] = []
  const style = {
    set display(_: string) {
      shown.push('unsupported')
    },
  }
  const document = {
    ...found,
    createElement: () => ({ noModule: false }),
    getElementById: () => ({ style, parentNode: { removeChild: () => shown.push('removed') } }),
    write: (html: string) => shown.push(html),
  }
  return { shown, document, window: { customElements: {}, ElementInternals: {}, CSS: {} }, CSS: { supports: () => true } }
}

const staticsOf = (object: object): readonly (readonly [name: string, value: unknown])[] =>
  Object.entries(Object.getOwnPropertyDescriptors(object)).map(([name, { value }]) => [name, value] as const)

const without = (descriptors: PropertyDescriptorMap, name: string): PropertyDescriptorMap =>
  Object.fromEntries(Object.entries(descriptors).filter(([each]) => each !== name))

describe('the pane as it is built', () => {
  let chunks: readonly Rolldown.OutputChunk[]
  let assets: readonly Rolldown.OutputAsset[]
  let styles: string
  let called: readonly CalledFunctions[]

  beforeAll(async () => {
    const { output } = (await build({ configFile, logLevel: 'error', build: { write: false } })) as Rolldown.RolldownOutput
    chunks = output.filter((part) => part.type === 'chunk')
    assets = output.filter((part) => part.type === 'asset')
    styles = assets.map(({ fileName, source }) => (fileName.endsWith('.css') ? String(source) : '')).join('\n')
    called = chunks.map(({ code }) => calledFunctions(code))
  }, 120_000)

  const calls = (name: string) => called.some((each) => each.calls.has(name))

  it('calls no function of the language that the floor lacks, but those that are brought', () => {
    const old = new Set(oldMembers())
    const needed = youngBuiltins().filter(
      ([owner, name]) => isThere(owner) && (calls(`${owner}.${name}`) || (isMethod(owner, name) && !old.has(name) && calls(`.${name}`))),
    )
    const ours = needed.filter(([, name]) => !OWN_METHODS.has(name) && !ASKED_OF_LANGUAGE.has(name)).map((each) => each.join('.'))
    expect([...new Set(ours)].sort()).toEqual(YOUNG_FUNCTIONS.map((each) => each.join('.')).sort())
  })

  it('calls no method of iterators', () => {
    const methods = youngBuiltins().flatMap(([owner, name]) => (owner === 'Iterator' ? [name] : []))
    expect(methods.length).toBeGreaterThan(5)
    expect(GIVE_ITERATORS.flatMap((one) => methods.map((name) => `${one}().${name}`)).filter(calls)).toEqual([])
  })

  it('calls no function of the browser and names no global that the floor lacks, but where it asked for it first', () => {
    const own = new Set(called.flatMap(({ defines }) => [...defines]))
    const language = new Set(youngBuiltins().map(([, name]) => name))
    const members = [...youngMembers()].filter((name) => calls(`.${name}`) && !own.has(name) && !language.has(name))
    const young = youngGlobals()
    const globals = called.flatMap(({ names }) => [...names].filter((name) => name.length > 3 && young.has(name)))
    expect([...new Set([...members, ...globals])].sort()).toEqual(ASKED_FOR_FIRST.map(([name]) => name))
  })

  it('has no regular expression with a flag that the floor lacks', () => {
    expect(called.filter(({ flags }) => flags.has('v'))).toEqual([])
  })

  it('has no property, at-rule or selector in its styles that the floor lacks', () => {
    const bare = styles.replace(/\/\*.*?\*\//gs, '')
    const declared = new Set(Array.from(bare.matchAll(/[{;]\s*([a-z-]+)\s*:/g), ([, name = '']) => name))
    const rules = new Set(Array.from(bare.matchAll(/@([a-z-]+)/g), ([, name = '']) => name))
    const pseudo = new Set(Array.from(bare.matchAll(/:{1,2}([a-z-]+)(?=[\s,{:(.>~+)[])/g), ([, name = '']) => name))
    expect(declared.size).toBeGreaterThan(20)
    expect([...declared].filter((name) => youngCss('properties').has(name)).sort()).toEqual(DISPENSABLE.map(([name]) => name))
    expect([...rules].filter((name) => youngCss('at-rules').has(name))).toEqual([])
    expect([...pseudo].filter((name) => youngCss('selectors').has(name) && !declared.has(name))).toEqual([])
  })

  it('brings each of the functions, in a script that runs by itself', () => {
    const [brought = ''] = assets.flatMap(({ fileName, source }) => (/bringFunctions-[\w-]+\.js$/.test(fileName) ? [String(source)] : []))
    const engine = createContext()
    for (const [owner, name] of YOUNG_FUNCTIONS) runInContext(`delete ${owner}.${name}; delete ${owner}.prototype.${name}`, engine)
    const isThere = ([owner, name]: (typeof YOUNG_FUNCTIONS)[number]) =>
      runInContext(`typeof (${owner}.${name} || ${owner}.prototype.${name}) === 'function'`, engine)
    expect(YOUNG_FUNCTIONS.filter(isThere)).toEqual([])
    runInContext(brought, engine)
    expect(YOUNG_FUNCTIONS.filter(isThere)).toEqual(YOUNG_FUNCTIONS)
    expect(brought).not.toMatch(/\bimport\b|\bexport\b/)
  })
})

/** Objects of the language that have a name, in engines at the floor too. */
const isThere = (owner: string): boolean => typeof Reflect.get(globalThis, owner) === 'function' && !youngGlobals().has(owner)

/** Whether a function is called on an object (`list.at(-1)`), not by its owner's name (`Map.groupBy(list)`). */
const isMethod = (owner: string, name: string): boolean => !(name in Object(Reflect.get(globalThis, owner)))
