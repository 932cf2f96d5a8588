import { describe, expect, test } from 'vitest';
import {
  scorm12Manifest,
  scorm2004Manifest,
  type PackageHead,
} from '../../../src/teach/package/scorm-manifest.ts';
import { manifestFaults } from '../../support/validate-scorm.ts';

const head: PackageHead = {
  id: 'unwatched-0123456789abcdef',
  title: `Week 2: <b>"cues" & 'beliefs'</b> ]]> \u0000\ud800…`,
  description: '',
  language: 'en',
  passMark: 0.7,
};
const files = ['index.html', 'lessons/one/index.html', 'figures/a b.json'];
const written = { '1.2': scorm12Manifest, '2004': scorm2004Manifest } as const;
const editions = ['1.2', '2004'] as const;

describe.each(editions)('the manifest of SCORM %s', (edition) => {
  test.each([0.7, undefined])('fits the schemas with the pass mark %s', async (passMark) => {
    const manifest = written[edition]({ ...head, passMark }, files);
    expect(await manifestFaults(manifest, edition)).toEqual([]);
    expect(manifest).toContain(
      "<title>Week 2: &lt;b&gt;&quot;cues&quot; &amp; 'beliefs'&lt;/b&gt; ]]&gt; \ufffd\ufffd…</title>",
    );
    expect(manifest).toContain('<file href="figures/a%20b.json"/>');
  });

  test('the schemas find faults where there are any', async () => {
    const manifest = written[edition](head, files);
    const broken = [
      manifest.replace('identifier="content"', ''),
      manifest.replace('href="index.html">', 'href="index.html"><stranger/>'),
      manifest.replace(/(<\/?)(adlcp:schemaversion|schemaversion)>/g, '$1adlcp:stranger>'),
      manifest.replace(/scorm[tT]ype="sco"/, (type) => type.replace('sco"', 'other"')),
    ];
    for (const [index, text] of broken.entries()) {
      expect(await manifestFaults(text, edition), `${index}`).not.toEqual([]);
    }
  });
});

test('the pass mark stands in a manifest of 2004 alone, where there is one', () => {
  // Moodle would call failed, and close, whatever is left with fewer points.
  expect(scorm12Manifest(head, files)).not.toContain('masteryscore');
  expect(scorm2004Manifest(head, files)).toContain('<imsss:minNormalizedMeasure>0.7<');
  const without = { ...head, passMark: undefined };
  expect(scorm2004Manifest(without, files)).not.toContain('satisfiedByMeasure');
});
