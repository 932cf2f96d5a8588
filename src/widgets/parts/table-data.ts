/** The data behind a picture, as a reader may see it and take it away. */
export interface TableData {
  caption: string;
  /** Column heads; the first names the rows. */
  columns: string[];
  /** Places of further columns that hold words and not numbers. */
  words?: number[];
  /** Rows; the first cell is the row's head. Numbers stay numbers. */
  rows: (string | number)[][];
}

/** How the rows of a table can be put in another order. */
export interface TableSorting {
  /** Place of the column that they are in the order of. */
  column: number;
  /** From the highest to the lowest. */
  falling: boolean;
  /** Puts them in the order of a column, or the other way round where they are in it already. */
  by: (column: number) => void;
}
