/** What the guide to a mail program can tell, each part for one purpose; data/schema/texts.ts says what belongs where. */
export const GUIDE_PARTS = ['add', 'change', 'password', 'moreMail', 'folders', 'care'] as const;
export type GuidePart = (typeof GUIDE_PARTS)[number];

export const PLATFORMS = ['windows', 'mac', 'linux', 'ios', 'android', 'device'] as const;
export type Platform = (typeof PLATFORMS)[number];
