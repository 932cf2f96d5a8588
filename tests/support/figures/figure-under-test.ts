import type { Locator, Page } from '@playwright/test';

/** A figure on its lesson's page, and what a reader does there with the keyboard alone. */
export interface FigureUnderTest {
  /** Its id on the page, in links and in the names of saved files. */
  name: string;
  /** Address of the lesson, relative to the site's root. */
  lesson: string;
  /** Gives a prediction other than the one at rest and locks it in. */
  predict(page: Page, figure: Locator): Promise<void>;
  /** Sets a state other than the one at rest; the outcome must be in sight. */
  change(page: Page, figure: Locator): Promise<void>;
  /** A parameter of its links, and a value that no link holds. */
  badValue: string;
}
