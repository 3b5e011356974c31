import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
} from 'discord-api-types/v10';
import type { Action } from '../../core/index.ts';
import { customIdOf, type KeptIntent } from './custom-id.ts';
import { cut, LIMITS } from './limits.ts';

export type ActionRow = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Hands out custom ids that differ on one message, and collects what must be kept behind them. */
export interface IdSource {
  next(action: Action): string;
  readonly count: number;
  readonly kept: KeptIntent[];
}

/** `only`: the one person who may use these buttons. */
export function createIdSource(only?: string): IdSource {
  const kept: KeptIntent[] = [];
  let count = 0;
  return {
    kept,
    get count() {
      return count;
    },
    next({ intent }) {
      const made = customIdOf(intent, count, only);
      count += 1;
      if (made.kept) kept.push(made.kept);
      return made.id;
    },
  };
}

function styleOf(action: Action): APIButtonComponentWithCustomId['style'] {
  if (action.style === 'primary') return ButtonStyle.Primary;
  return action.style === 'danger' ? ButtonStyle.Danger : ButtonStyle.Secondary;
}

/** A label may not be empty. */
function labelOf(label: string, length: number): string {
  return cut(label.trim() || '…', length);
}

export function button(action: Action, ids: IdSource): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: styleOf(action),
    label: labelOf(action.label, LIMITS.buttonLabel),
    custom_id: ids.next(action),
  };
}

export function row(components: APIComponentInMessageActionRow[]): ActionRow {
  return { type: ComponentType.ActionRow, components };
}

function option(action: Action, ids: IdSource): APISelectMenuOption {
  return { label: labelOf(action.label, LIMITS.selectLabel), value: ids.next(action) };
}

function select(actions: readonly Action[], placeholder: string, ids: IdSource): ActionRow {
  return row([
    {
      type: ComponentType.StringSelect,
      custom_id: `select${ids.count}`,
      placeholder: cut(placeholder, LIMITS.placeholder),
      options: actions.map((action) => option(action, ids)),
    },
  ]);
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** A row of buttons; more than fit into one row become menus to select from. */
export function actionRows(actions: readonly Action[], placeholder: string, ids: IdSource): ActionRow[] {
  if (actions.length <= LIMITS.buttonsInRow) return [row(actions.map((action) => button(action, ids)))];
  return chunks(actions, LIMITS.selectOptions).map((some) => select(some, placeholder, ids));
}

/** How many components they become. */
export function actionsCost(actions: readonly Action[]): number {
  if (actions.length <= LIMITS.buttonsInRow) return 1 + actions.length;
  return 2 * Math.ceil(actions.length / LIMITS.selectOptions);
}
