import type { Json } from './json.ts';

/** What Discord answers instead of a result. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: Json | undefined;
  constructor(status: number, code: number, message: string, errors?: Json) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** 50035, in Discord's nested shape: `path` is `components.0.label`. */
export function invalidForm(path: string, code: string, message: string): ApiError {
  let errors: Json = { _errors: [{ code, message }] };
  for (const key of path.split('.').reverse()) errors = { [key]: errors };
  return new ApiError(400, 50_035, 'Invalid Form Body', errors);
}

export const unknownChannel = (): ApiError => new ApiError(404, 10_003, 'Unknown Channel');
export const unknownMessage = (): ApiError => new ApiError(404, 10_008, 'Unknown Message');
export const unknownWebhook = (): ApiError => new ApiError(404, 10_015, 'Unknown Webhook');
export const missingAccess = (): ApiError => new ApiError(403, 50_001, 'Missing Access');
export const missingPermissions = (): ApiError => new ApiError(403, 50_013, 'Missing Permissions');
