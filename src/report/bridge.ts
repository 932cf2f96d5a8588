/**
 * The shell's end of the line to the pages in its frame: hears their questions and answers them from the
 * shell's record. Whatever comes from another window or another origin is not read at all.
 */
import { readQuestion, writeMessage, type Question } from '../learning/shell-messages.ts';
import { Refused, type ShellRecord } from './shell-record.ts';

/**
 * @param frame the frame that shows the pages
 * @param origin where the pages come from; nobody else is heard or answered
 * @returns how to stop
 */
export function openBridge(
  frame: HTMLIFrameElement,
  origin: string,
  record: ShellRecord,
): () => void {
  const hear = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const question = readQuestion(event.data);
    if (!question) return;
    frame.contentWindow!.postMessage(answerTo(question, record), origin);
  };
  addEventListener('message', hear);
  return () => removeEventListener('message', hear);
}

function answerTo(question: Question, record: ShellRecord): string {
  const { turn } = question;
  try {
    const message = writeMessage({ turn, answer: answerOf(question, record) });
    if (message) return message;
  } catch (error) {
    if (error instanceof Refused) return writeMessage({ turn, refused: error.why })!;
    throw error;
  }
  return writeMessage({ turn, refused: 'full' })!;
}

function answerOf(question: Question, record: ShellRecord): unknown {
  switch (question.ask) {
    case 'readRecord':
      return record.readRecord();
    case 'addToRecord':
      return record.addToRecord(question.record, question.expected);
    case 'replaceRecord':
      return record.replaceRecord(question.record);
    case 'readDocument':
      return record.readDocument(question.name);
    case 'writeDocument':
      return record.writeDocument(question.name, question.value, question.known);
  }
}
