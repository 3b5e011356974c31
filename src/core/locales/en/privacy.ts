export const privacy = {
  kept: 'Kept about you at the moment: {messages} messages, {conversations} conversations, {tickets} requests to a person, {files} files. Messages are erased after some days, conversations after some weeks, all by themselves.',
  erase: 'Erase it all',
  sure: 'Shall I erase everything that I keep about you, and delete my answers to you where the platform lets me? It cannot be undone. What you wrote yourself stays on the platform until you delete it there.',
  yes: 'Yes, erase it',
  erased:
    'Done: what I kept about you is erased, and my earlier answers are being deleted. Answers that only you could see cannot be deleted; they vanish when you reload.',
  openTicket: 'Your open request #{number} stays until it is closed. Then you can erase it too.',
};
