/** Name of the state file in the state directory. */
export const STATE_FILE = 'postilion.sqlite';
