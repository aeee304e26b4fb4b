import type { TestProject } from 'vitest/node'
import { startProvider } from './oidc/provider.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the OpenID provider that runs in Node while the tests run in workerd. */
    oidcIssuer: string
  }
}

/** Starts the provider before the worker's tests, and stops it after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const provider = await startProvider()
  project.provide('oidcIssuer', provider.issuer)
  return provider.stop
}
