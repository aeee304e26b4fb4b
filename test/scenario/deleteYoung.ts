import type { BrowserContext } from 'playwright-core'
import { youngBuiltins, youngCss, youngGlobals, youngInterfaceMembers } from '../ci/floor/compatibility.ts'

/**
 * Takes every function and object from the pane's page that an engine at the floor lacks, before anything of it runs. What
 * younger engines do otherwise with the same functions, and CSS, stays as it is: no old engine is played by this.
 */
export function deleteYoung(context: BrowserContext): Promise<unknown> {
  const members = [...youngBuiltins(), ...youngInterfaceMembers()]
  return context.addInitScript(
    ([ofOwners, globals, selectors]) => {
      if (!location.pathname.endsWith('/taskpane.html')) return
      for (const [owner, name] of ofOwners) {
        const of: unknown = Reflect.get(window, owner)
        if (typeof of !== 'function') continue
        Reflect.deleteProperty(of, name)
        if (typeof of.prototype === 'object' && of.prototype !== null) Reflect.deleteProperty(of.prototype, name)
      }
      for (const name of globals) Reflect.deleteProperty(window, name)
      // libraries ask for a selector where they mean the functions that came with it: `:state` for `ElementInternals.states`
      const supports = CSS.supports.bind(CSS)
      CSS.supports = (...asked: readonly string[]) =>
        !selectors.some((name) => asked.join(' ').includes(`:${name}`)) && supports(...(asked as [string, string]))
    },
    [members, [...youngGlobals()], [...youngCss('selectors')]] as const,
  )
}
