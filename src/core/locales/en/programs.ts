/** What is said of mail programs beside their own steps in data/clients. */
export const programs = {
  /** Under the steps for adding an account. */
  encryption: 'Choose SSL/TLS with port 993 (IMAP) and 465 (SMTP), or STARTTLS with 587 (SMTP).',
  onlyThere:
    'Enter your address and password only in the program, never here; many providers want an app password or authorization code.',
  /** Follows the advice to back up. */
  retired: '**{program}** has been retired since {date}. {note} Use **{instead}** in its place.',
  or: ' or ',
  stillUsed:
    'Whether **{program}** is still kept up, its maker’s page tells. For mail it must know today’s encryption (TLS 1.2), and for Outlook.com and Gmail signing in through a browser window (OAuth2). A version that does not is better replaced.',
};
