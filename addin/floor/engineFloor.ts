import { YOUNG_FUNCTIONS } from './youngFunctions.ts'

/**
 * The oldest engines that the pane runs on, and the one place that says so: the build lowers syntax to it, the gate of
 * `taskpane.html` is made of it, and the tests hold every function, property and selector of the built pane against it.
 *
 * Fluent's components need `attachInternals` and `adoptedStyleSheets` (Safari 16.4), `:is` and `aspect-ratio` (Chromium 88):
 * no floor below can be held with them.
 */
export const ENGINE_FLOOR = { chrome: 90, safari: 16.4 } as const

/** What Vite lowers syntax and CSS to. */
export const BUILD_TARGET: readonly string[] = [
  `chrome${ENGINE_FLOOR.chrome}`,
  `edge${ENGINE_FLOOR.chrome}`,
  `safari${ENGINE_FLOOR.safari}`,
  `ios${ENGINE_FLOOR.safari}`,
]

/**
 * What an engine must have to be let in, as expressions of ES5, each with its place in the tables of browser compatibility:
 * together they ask for the floor, so that an engine that passes has what the floor has. The first of them keep engines
 * out that would stumble over the others.
 */
export const GATE: readonly { readonly has: string; readonly known: string }[] = [
  { has: "'noModule' in document.createElement('script')", known: 'api.HTMLScriptElement.noModule' },
  { has: 'window.customElements', known: 'api.Window.customElements' },
  { has: 'document.adoptedStyleSheets', known: 'api.Document.adoptedStyleSheets' },
  { has: 'window.ElementInternals', known: 'api.ElementInternals' },
  { has: "window.CSS && CSS.supports('overflow', 'clip')", known: 'css.properties.overflow.clip' },
]

/**
 * The gate's script: ES5, since Excel 2019 and older open panes in Internet Explorer or old Edge. Below the floor it takes
 * the pane's place away, so that nothing starts in it, and shows what to do instead. An engine that is let in and lacks one
 * of `YOUNG_FUNCTIONS` gets the script at `bringing` before the pane's modules run.
 */
export const gateScript = (bringing: string | undefined): string => `
      if (!(${GATE.map(({ has }) => `(${has})`).join(' && ')})) {
        var pane = document.getElementById('pane')
        pane.parentNode.removeChild(pane)
        document.getElementById('unsupported').style.display = 'block'
      }${bringing === undefined ? '' : bringScript(bringing)}
    `

const bringScript = (script: string): string => ` else if (${YOUNG_FUNCTIONS.map(lacks).join(' || ')}) {
        document.write('<script src="${script}"><\\/script>')
      }`

const lacks = ([owner, name]: (typeof YOUNG_FUNCTIONS)[number]): string => `!(${owner}.${name} || ${owner}.prototype.${name})`
