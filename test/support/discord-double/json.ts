export type Json = Record<string, unknown>;

export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function records(value: unknown): Json[] {
  return Array.isArray(value) ? value.map((one) => record(one)) : [];
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
