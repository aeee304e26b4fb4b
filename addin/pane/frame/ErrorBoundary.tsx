import type { ComponentChildren } from 'preact'
import { Component } from 'preact'
import type { Texts } from '../text/texts.ts'

/** The edge where a bug of the pane's own ends: a sentence and a way on, instead of a white pane. */
export class ErrorBoundary extends Component<{ texts: Texts; children: ComponentChildren }, { message: string | null }> {
  override state = { message: null }

  static override getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    const { texts, children } = this.props
    if (this.state.message === null) return children
    return (
      <main class="pane crash">
        <div role="alert">
          <h2>{texts.faults.bug.what}</h2>
          <p>{texts.faults.bug.todo}</p>
        </div>
        <p class="code">{this.state.message}</p>
        <fluent-button appearance="primary" onClick={() => location.reload()}>
          {texts.fault.reload}
        </fluent-button>
      </main>
    )
  }
}
