export const common = {
  name: 'English',
  more: '…more',
  showToEveryone: 'Show to everyone',
  cut: '(shortened)',
};
