import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { ApiError, invalidForm } from './api-error.ts';
import { number, record, records, text, type Json } from './json.ts';

const CONTENT = 2_000;
const TEXT = 4_000;
const COMPONENTS = 40;

function within(value: unknown, path: string, least: number, most: number): void {
  const length = typeof value === 'string' ? value.length : 0;
  if (length > most) throw invalidForm(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`);
  if (length < least) throw invalidForm(path, 'BASE_TYPE_REQUIRED', 'This field is required');
}

interface Tally {
  components: number;
  text: number;
  customIds: Set<string>;
  ids: Set<unknown>;
  files: Set<string>;
}

function customId(component: Json, path: string, tally: Tally): void {
  within(component['custom_id'], `${path}.custom_id`, 1, 100);
  const id = text(component['custom_id']) ?? '';
  if (tally.customIds.has(id)) {
    throw invalidForm(
      `${path}.custom_id`,
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    );
  }
  tally.customIds.add(id);
}

function checkSelect(component: Json, path: string, tally: Tally): void {
  customId(component, path, tally);
  within(component['placeholder'] ?? '', `${path}.placeholder`, 0, 150);
  const options = records(component['options']);
  if (options.length === 0 || options.length > 25) {
    throw invalidForm(`${path}.options`, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 25 in length.');
  }
  for (const [index, option] of options.entries()) {
    within(option['label'], `${path}.options.${index}.label`, 1, 100);
    within(option['value'], `${path}.options.${index}.value`, 1, 100);
  }
  if (new Set(options.map(({ value }) => value)).size !== options.length) {
    throw invalidForm(
      `${path}.options`,
      'COMPONENT_OPTION_VALUE_DUPLICATED',
      'The specified option value is already used',
    );
  }
}

function checkRow(component: Json, path: string): void {
  const inner = records(component['components']);
  const selects = inner.filter(({ type }) => type === ComponentType.StringSelect).length;
  const full = selects > 0 ? inner.length > 1 : inner.length > 5;
  if (inner.length === 0 || full) {
    throw invalidForm(`${path}.components`, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.');
  }
}

function checkFile(component: Json, path: string, tally: Tally): void {
  const url = text(record(component['file'])['url']) ?? '';
  if (!tally.files.has(url.replace('attachment://', ''))) {
    throw invalidForm(
      `${path}.file.url`,
      'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      'Attachment not found',
    );
  }
}

function checkGallery(component: Json, path: string, tally: Tally): void {
  const items = records(component['items']);
  if (items.length === 0 || items.length > 10) {
    throw invalidForm(`${path}.items`, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 10 in length.');
  }
  for (const item of items) checkFile({ file: item['media'] }, path, tally);
}

function checkOne(component: Json, path: string, tally: Tally): void {
  switch (component['type']) {
    case ComponentType.TextDisplay:
      within(component['content'], `${path}.content`, 1, TEXT);
      tally.text += text(component['content'])?.length ?? 0;
      break;
    case ComponentType.Button:
      within(component['label'], `${path}.label`, 1, 80);
      customId(component, path, tally);
      break;
    case ComponentType.StringSelect:
      checkSelect(component, path, tally);
      break;
    case ComponentType.ActionRow:
      checkRow(component, path);
      break;
    case ComponentType.Container:
      if (records(component['components']).length === 0) {
        throw invalidForm(`${path}.components`, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 40 in length.');
      }
      break;
    case ComponentType.File:
      checkFile(component, path, tally);
      break;
    case ComponentType.MediaGallery:
      checkGallery(component, path, tally);
      break;
    case ComponentType.Separator:
      break;
    default:
      throw invalidForm(`${path}.type`, 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of…');
  }
}

function walk(components: Json[], path: string, tally: Tally): void {
  for (const [index, component] of components.entries()) {
    const here = `${path}.${index}`;
    tally.components += 1;
    const id = component['id'];
    if (id !== undefined && (!Number.isInteger(id) || number(id) < 1 || tally.ids.has(id))) {
      throw invalidForm(`${here}.id`, 'COMPONENT_ID_DUPLICATED', 'Component id must be a unique 32-bit integer');
    }
    if (id !== undefined) tally.ids.add(id);
    checkOne(component, here, tally);
    walk(records(component['components']), `${here}.components`, tally);
  }
}

function checkV2(body: Json, tally: Tally): void {
  if (body['content'] || records(body['embeds']).length > 0) {
    const message = 'The "content" field cannot be used when using MessageFlags.IS_COMPONENTS_V2';
    throw invalidForm('content', 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message);
  }
  if (tally.components > COMPONENTS) {
    throw invalidForm('components', 'BASE_TYPE_BAD_LENGTH', `Must be ${COMPONENTS} or fewer in length.`);
  }
  if (tally.text > TEXT) {
    throw invalidForm(
      'components',
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      'Displayable text exceeds maximum size',
    );
  }
}

function checkEmbeds(embeds: Json[]): void {
  const lengths = embeds.map(({ title, description }) => (text(title)?.length ?? 0) + (text(description)?.length ?? 0));
  if (embeds.length > 10 || lengths.reduce((sum, length) => sum + length, 0) > 6_000) {
    throw invalidForm('embeds', 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
  }
  for (const [index, { description, title }] of embeds.entries()) {
    within(title ?? '', `embeds.${index}.title`, 0, 256);
    within(description ?? '', `embeds.${index}.description`, 0, 4_096);
  }
}

function checkLegacy(body: Json): void {
  within(body['content'] ?? '', 'content', 0, CONTENT);
  checkEmbeds(records(body['embeds']));
  const rows = records(body['components']);
  if (rows.length > 5 || rows.some(({ type }) => type !== ComponentType.ActionRow)) {
    throw invalidForm('components', 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).');
  }
}

/** As Discord does, refuses what breaks a limit of a message. `v2`: by its flags, or by those of what it changes. */
export function checkMessage(body: Json, v2: boolean, files: readonly string[]): void {
  const tally: Tally = { components: 0, text: 0, customIds: new Set(), ids: new Set(), files: new Set(files) };
  const nonce = body['nonce'];
  if (nonce !== undefined) within(text(nonce) ?? '', 'nonce', 0, 25);
  walk(records(body['components']), 'components', tally);
  if (v2) checkV2(body, tally);
  else checkLegacy(body);
  const said = body['content'] || records(body['components']).length > 0 || records(body['embeds']).length > 0;
  if (!said && files.length === 0) throw new ApiError(400, 50_006, 'Cannot send an empty message');
}

export function isV2(flags: unknown): boolean {
  return (number(flags) & MessageFlags.IsComponentsV2) !== 0;
}

/** Names and limits of application commands. */
export function checkCommands(commands: Json[]): void {
  for (const [index, command] of commands.entries()) {
    const chat = command['type'] === 1;
    if (chat && !/^[-_\p{L}\p{N}]{1,32}$/u.test(text(command['name']) ?? '')) {
      throw invalidForm(`${index}.name`, 'STRING_TYPE_REGEX', 'String value did not match validation regex.');
    }
    if (chat) checkOptions([command], String(index));
  }
}

function checkOptions(options: Json[], path: string): void {
  for (const [index, option] of options.entries()) {
    within(option['description'], `${path}.${index}.description`, 1, 100);
    for (const [locale, said] of Object.entries(record(option['description_localizations']))) {
      within(said, `${path}.${index}.description_localizations.${locale}`, 1, 100);
    }
    const inner = records(option['options']);
    if (inner.length > 25)
      throw invalidForm(`${path}.${index}.options`, 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer.');
    checkOptions(inner, `${path}.${index}.options`);
  }
}
