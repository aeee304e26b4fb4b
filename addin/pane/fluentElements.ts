import '@fluentui/web-components/button.js'
import '@fluentui/web-components/message-bar.js'
import '@fluentui/web-components/spinner.js'
import '@fluentui/web-components/switch.js'
import type { HTMLAttributes, TargetedEvent } from 'preact'

/** The Fluent elements that the pane uses, and nothing more of the library; each import defines one. */
interface FluentElements {
  'fluent-button': Props<{
    appearance?: 'primary' | 'outline' | 'subtle' | 'transparent'
    size?: 'small' | 'medium' | 'large'
    disabled?: boolean
    type?: string
  }>
  'fluent-message-bar': Props<{ intent?: 'success' | 'warning' | 'error' | 'info'; layout?: 'multiline' | 'singleline' }>
  'fluent-spinner': Props<{ size?: string }>
  'fluent-switch': Props<{
    checked?: boolean
    disabled?: boolean
    onChange?: (event: TargetedEvent<HTMLElement & { checked: boolean }>) => void
  }>
}

type Props<T> = Omit<HTMLAttributes<HTMLElement>, keyof T> & T & { 'data-testid'?: string }

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends FluentElements {}
  }
}
