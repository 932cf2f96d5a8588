import { describe, expect, it } from 'vitest';
import { differences, queryOf } from '../../src/components/lab/compared-states.ts';
import { frameCode, heightScript } from '../../src/components/lab/embed-code.ts';
import { readHeight } from '../../src/components/lab/embed-height.ts';

describe('two states of a figure', () => {
  it('are read from the address of that figure alone', () => {
    expect(queryOf('#horizon?used=false&end', 'horizon')).toBe('used=false&end');
    expect(queryOf('#horizon', 'horizon')).toBe('');
    expect(queryOf('#horizon?&end', 'horizon')).toBe('');
    expect(queryOf('#cue-lab?used=false&end', 'horizon')).toBe('');
  });

  it('differ where one has what the other has not, or has it otherwise', () => {
    expect(differences('used=false&stakes=2&end', 'stakes=3&discount=0&end')).toEqual([
      { key: 'used', before: 'false', now: undefined },
      { key: 'stakes', before: '2', now: '3' },
      { key: 'discount', before: undefined, now: '0' },
    ]);
    expect(differences('stakes=2&end', 'stakes=2&end')).toEqual([]);
  });
});

describe('the height that an embedded figure tells', () => {
  const frame = {} as Window;
  const told = (data: unknown, source: Window = frame) => readHeight({ data, source }, frame);

  it('is taken from the frame itself, in whole pixels', () => {
    expect(told({ type: 'unwatched-height', height: 700.4 })).toBe(701);
  });

  it.each([
    [undefined],
    ['700'],
    [{ type: 'another', height: 700 }],
    [{ type: 'unwatched-height', height: '700' }],
    [{ type: 'unwatched-height', height: Infinity }],
    [{ type: 'unwatched-height', height: -1 }],
    [{ type: 'unwatched-height', height: NaN }],
  ])('is not taken from %j', (data) => {
    expect(told(data)).toBeUndefined();
  });

  it('is not taken from another window', () => {
    expect(told({ type: 'unwatched-height', height: 700 }, {} as Window)).toBeUndefined();
  });
});

describe('the code that embeds a figure', () => {
  it('holds address, controls left out and state, with nothing that could break out', () => {
    const code = frameCode({
      address: 'https://example.org/embed/horizon/',
      title: 'How "far" <ahead>',
      without: ['horizon', 'stakes'],
      fragment: '#horizon?used=false&stakes=2&end',
    });
    expect(code).toContain(
      'src="https://example.org/embed/horizon/?without=horizon,stakes#horizon?used=false&amp;stakes=2&amp;end"',
    );
    expect(code).toContain('title="How &quot;far&quot; &lt;ahead&gt;"');
  });

  it('gives each frame the height that its own figure tells', () => {
    const frames = [
      { contentWindow: {}, height: '' },
      { contentWindow: {}, height: '' },
    ];
    let hear: ((event: unknown) => void) | undefined;
    const run = new Function(
      'addEventListener',
      'document',
      heightScript('https://example.org').replace(/<\/?script>/g, ''),
    );
    run((_: string, listener: typeof hear) => (hear = listener), {
      querySelectorAll: () => frames,
    });
    const message = {
      data: { type: 'unwatched-height', height: 512 },
      source: frames[1]!.contentWindow,
    };
    hear!({ ...message, origin: 'https://elsewhere.example' });
    expect(frames.map(({ height }) => height)).toEqual(['', '']);
    hear!({ ...message, origin: 'https://example.org' });
    expect(frames.map(({ height }) => height)).toEqual(['', 512]);
  });
});
