/** A text whose characters move no cursor and change no colour: what came from outside is kept in a database, and printed in terminals. Tabs and lines stay. */
export const printable = (text: string): string => text.toWellFormed().replaceAll(/[^\P{Cc}\t\n]/gu, '\ufffd');
