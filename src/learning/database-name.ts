/** What the learner's record is called in the browser's storage. */
export const databaseName = 'unwatched';
