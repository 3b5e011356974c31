import type { RefusalCode } from '../../model.ts';

/** Why something was not delivered, and what to do about it, for the operator. */
const reasons: Record<RefusalCode, string> = {
  'direct-closed': 'the person takes no direct messages from us',
  'place-gone': 'the channel or conversation is gone, or we were removed from it',
  'place-archived': 'the channel is archived; open it again, then retry',
  'place-full': 'no more threads can be opened there; close some, then retry',
  'not-a-member': 'we are not in the channel; invite the bot, then retry',
  'missing-permission': 'a permission is missing; “postilion doctor” says which',
  'too-large': 'the platform takes nothing so large',
  rejected: 'the platform did not accept it',
  expired: 'it could not be delivered for three days',
  held: 'it waited when a backup was made; retry it if it is still needed',
};

/** What `report dead-letters` says. */
export const deadLetters = {
  title: 'Not answered: {events} messages. Not delivered: {operations} answers. The newest are from {last}.',
  most: 'Only the newest {count} are looked at.',
  line: '{count} × {platform}, {kind}: {reason} (last {last})',
  event: 'could not be answered because of a mistake in the program ({reason}); please report it',
  reasons,
  next: '“postilion dead-letters” lists them one by one, and tries them again.',
};
