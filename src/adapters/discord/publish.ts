import { ButtonStyle, ComponentType, type APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import { isRecord, record, records, type Json } from './json.ts';
import { cut, LIMITS } from './limits.ts';

const PUBLISH = 'publish';

/** Shows a quiet answer to everyone: what to show is the message itself, so that it works after any restart. */
export function publishButton(label: string): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: cut(label, LIMITS.buttonLabel),
    custom_id: PUBLISH,
  };
}

export function isPublish(customId: string): boolean {
  return customId === PUBLISH;
}

function isNotPublish(component: Json): boolean {
  return component['custom_id'] !== PUBLISH;
}

/** Without the button itself, and without a row that held nothing else. */
function withoutButton(component: Json): Json[] {
  if (!Array.isArray(component['components'])) return [component];
  const inner = records(component['components']).filter(isNotPublish).flatMap(withoutButton);
  return inner.length === 0 ? [] : [{ ...component, components: inner }];
}

/** Attachments of a quiet message cannot be shown again: only their names would remain. */
function withoutFiles(component: Json): Json[] {
  if (component['type'] === ComponentType.File || component['type'] === ComponentType.MediaGallery) return [];
  if (!Array.isArray(component['components'])) return [component];
  return [{ ...component, components: records(component['components']).flatMap(withoutFiles) }];
}

/** What a pressed message says, to be said again. */
export interface Published {
  components: Json[];
  embeds: Json[];
}

function describedOnly({ description, color }: Json): Json {
  return { description, ...(color !== undefined && color !== null && { color }) };
}

/** The content of a pressed message, to be shown again; undefined where there is none. */
export function publishedContent(interaction: Json): Published | undefined {
  if (!isRecord(interaction['message'])) return undefined;
  const message = record(interaction['message']);
  const components = records(message['components']).flatMap(withoutButton).flatMap(withoutFiles);
  const embeds = records(message['embeds']).map(describedOnly);
  return components.length + embeds.length === 0 ? undefined : { components, embeds };
}
