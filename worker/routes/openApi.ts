import { openApi } from '../domain/openApi.ts'
import type { Handler } from '../http/context.ts'
import { docsPage } from './pages/docsPage.ts'

/** The contract as OpenAPI 3.1. */
export const openApiDocument: Handler = async (c) => c.json(openApi())

/** The same as a page to read. */
export const openApiPage: Handler = async (c) => docsPage(c, openApi())
