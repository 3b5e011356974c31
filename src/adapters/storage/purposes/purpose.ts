import type { Tables } from '../tables.ts';

type Selected<T> = { [Column in keyof T]-?: string };

export interface Purpose<Columns> {
  /** What the table is for. */
  purpose: string;
  /** How long a row is kept, in words that name the period (see Retention). */
  kept: string;
  /** What each column is for. Those that hold what a person wrote, or who they are, begin with "Personal:". */
  columns: Columns;
}

/** A column without a line does not compile. */
export type Purposes<Names extends keyof Tables> = { [Table in Names]: Purpose<Selected<Tables[Table]>> };

export const ORDER = 'Puts what was said and answered in order.';
export const PERSON = 'Personal: the platform and the account there.';
export const PLACE = 'Personal: the channel, thread or direct message.';
