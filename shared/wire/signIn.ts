import { z } from 'zod'

/** GET /v1/sign-in-options: what a person may choose from; an invitation code always is. */
export const signInOptionsSchema = z.strictObject({ oidc: z.boolean() })
export type SignInOptions = z.infer<typeof signInOptionsSchema>

/** GET /v1/oidc/callback as the provider's redirect has it (RFC 6749, section 4.1.2): a code or an error, and more that is ignored. */
export const oidcCallbackQuery = z.object({
  state: z.string().max(200),
  code: z.string().min(1).max(4_000).optional(),
  error: z.string().max(200).optional(),
})

/** PUT /v1/accounts/{account}/identity: what the city's identity provider calls this person; null unties. */
export const identityRequestSchema = z.strictObject({
  identity: z.string().trim().min(1).max(200).nullable(),
  reason: z.string().trim().min(1).max(500),
})
