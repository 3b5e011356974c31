import { record } from './json.ts';
import { IGNORED, type Read, type ReadContext } from './read-context.ts';
import { readInteraction } from './read-interaction.ts';
import { readMessageCreate, readMessageDelete, readMessageUpdate } from './read-message.ts';

/** A gateway dispatch as a neutral event. Calls nothing, and throws at nothing that Discord may send. */
export function read(type: string, data: unknown, context: ReadContext): Read {
  const payload = record(data);
  switch (type) {
    case 'MESSAGE_CREATE':
      return readMessageCreate(payload, context);
    case 'MESSAGE_UPDATE':
      return readMessageUpdate(payload, context);
    case 'MESSAGE_DELETE':
    case 'MESSAGE_DELETE_BULK':
      return readMessageDelete(payload);
    case 'INTERACTION_CREATE':
      return readInteraction(payload);
    default:
      return IGNORED;
  }
}
