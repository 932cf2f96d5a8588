/**
 * Share of the checks from which an assignment counts as passed. A choice of ours: no study stands behind
 * it, and most learning management systems let a teacher set another.
 */
export const passMark = 0.7;
