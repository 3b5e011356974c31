/** Exit codes as sysexits.h names them. */

/** The command was used in a way that it does not have. */
export const EXIT_USAGE = 64;
/** What was read is not sound. */
export const EXIT_DATA = 65;
/** A file that was named cannot be used. */
export const EXIT_NO_INPUT = 66;
/** Something that is needed is not to be had. */
export const EXIT_UNAVAILABLE = 69;
/** A mistake in the program. */
export const EXIT_SOFTWARE = 70;
/** The configuration is wrong. */
export const EXIT_CONFIG = 78;
/** Of shells: ended by Ctrl+C. */
export const EXIT_INTERRUPTED = 130;
