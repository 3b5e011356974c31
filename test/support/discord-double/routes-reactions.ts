import { ApiError, unknownMessage } from './api-error.ts';
import type { Double } from './double.ts';
import { checkAccess } from './messages.ts';
import type { Route } from './routes.ts';
import type { DoubleMessage } from './world.ts';

const MOST = 20;
const PATH = '/channels/:channel/messages/:message/reactions/:emoji/@me';

function messageIn(double: Double, params: Record<string, string>): DoubleMessage {
  const channel = double.world.channel(params['channel'] ?? '');
  checkAccess(channel, false);
  if (channel.archived) throw new ApiError(400, 50_083, 'Thread is archived');
  const message = double.world.messages.get(params['message'] ?? '');
  if (!message || message.channel_id !== channel.id || message.onlyFor !== undefined) throw unknownMessage();
  return message;
}

function checkEmoji(emoji: string): void {
  if (!/^\p{Extended_Pictographic}/u.test(emoji)) throw new ApiError(400, 10_014, 'Unknown Emoji');
}

/** The app's own reactions. */
export const REACTION_ROUTES: readonly Route[] = [
  {
    method: 'PUT',
    path: PATH,
    run: (double, params) => {
      const emoji = params['emoji'] ?? '';
      checkEmoji(emoji);
      const { reactions } = messageIn(double, params);
      if (!reactions.includes(emoji) && reactions.length >= MOST) {
        throw new ApiError(400, 30_010, 'Maximum number of reactions reached (20)');
      }
      if (!reactions.includes(emoji)) reactions.push(emoji);
      double.changed();
    },
  },
  {
    method: 'DELETE',
    path: PATH,
    run: (double, params) => {
      const emoji = params['emoji'] ?? '';
      checkEmoji(emoji);
      const message = messageIn(double, params);
      message.reactions = message.reactions.filter((one) => one !== emoji);
      double.changed();
    },
  },
];
