/** Longer than the pane's code takes on a slow line, shorter than a person's patience. */
const PATIENCE_MS = 30_000

/**
 * The script in the head of the pane's page that stays when the pane's own code does not come or cannot run: on an error of
 * one of our scripts, or after a while, it shows `#unopened` in the pane's place. The pane takes that element away as the
 * first thing it does (`paneStarts`), so that it can still come later. ES5, as the gate's: whatever is wrong with the
 * engine, this runs.
 */
export const watchScript = `
      (function () {
        function say() {
          var pane = document.getElementById('pane')
          var unopened = document.getElementById('unopened')
          if (!pane || !unopened) return
          pane.style.display = 'none'
          unopened.style.display = 'block'
          document.getElementById('retry').onclick = function () {
            location.reload()
          }
        }
        // an error may come before the page is read to its end
        function sayOnceRead() {
          if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', say)
          else say()
        }
        window.addEventListener('error', function (event) {
          var of = event.target
          var isUnfetched = of && of.tagName === 'SCRIPT' && of.id !== 'office-js'
          if (isUnfetched || /\\/code\\//.test(event.filename || '')) sayOnceRead()
        }, true)
        setTimeout(sayOnceRead, ${PATIENCE_MS})
      })()
    `

/** What the pane's own code does first: it is there, and what was said in its place is taken away. */
export function paneStarts(root: HTMLElement): void {
  document.getElementById('unopened')?.remove()
  root.style.display = ''
}
