import { publishedFigure, publishedValue } from '../../lib/published-value.ts';
import type { Published } from './detection-lab.ts';

/** The published figures that the laboratory starts from, read while the site is built. */
export async function publishedTests(): Promise<Published> {
  const chat = await publishedFigure('SA-002', 'chat');
  const gap = await publishedFigure('G24-004');
  return {
    training: await publishedValue('G24-001'),
    use: await publishedValue('G24-002'),
    gap: gap.value!,
    se: gap.se!,
    recognition: [
      { id: 'chatLow', area: chat.low! },
      { id: 'chatHigh', area: chat.high! },
      { id: 'best', area: await publishedValue('SA-001', 'model') },
      { id: 'people', area: await publishedValue('SA-001', 'human') },
      { id: 'agentic', area: await publishedValue('SA-002', 'agentic') },
    ],
    judge: await publishedValue('H25-001', 'new'),
  };
}
