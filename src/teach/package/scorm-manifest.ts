import { markup } from '../../lib/markup.ts';
import { storable } from '../banks/bank.ts';

/** What a manifest says of its package. */
export interface PackageHead {
  /** Letters, digits and hyphens, beginning with a letter; the same for the same assignment. */
  id: string;
  title: string;
  /** Plain text; may be empty. */
  description: string;
  /** As in `lang`: `en`. */
  language: string;
  /** Share of the checks, 0–1, from which the assignment counts as passed; absent where it has none. */
  passMark: number | undefined;
}

/**
 * `imsmanifest.xml` of SCORM 1.2: one sharable content object, which is all files together. It names no
 * mastery score: Moodle judges by that whatever is left, as failed, and takes no further answer. The shell
 * knows the pass mark and judges itself.
 * @param files paths of all files of the package but the manifest
 */
export function scorm12Manifest({ id, title }: PackageHead, files: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="organization">
    <organization identifier="organization">
      <title>${written(title)}</title>
      <item identifier="item" identifierref="content">
        <title>${written(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="content" type="webcontent" adlcp:scormtype="sco" href="index.html">
${fileLines(files)}
    </resource>
  </resources>
</manifest>
`;
}

/**
 * `imsmanifest.xml` of SCORM 2004, third edition: one sharable content object, which says itself when it
 * is complete and how well it went. Where there is a pass mark, the system tells it from the score.
 *
 * @param files paths of all files of the package but the manifest
 */
export function scorm2004Manifest({ id, title, passMark }: PackageHead, files: string[]): string {
  const objective =
    passMark === undefined
      ? '<imsss:primaryObjective objectiveID="whole"/>'
      : `<imsss:primaryObjective objectiveID="whole" satisfiedByMeasure="true">
              <imsss:minNormalizedMeasure>${passMark}</imsss:minNormalizedMeasure>
            </imsss:primaryObjective>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="1.0"
  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 3rd Edition</schemaversion>
  </metadata>
  <organizations default="organization">
    <organization identifier="organization">
      <title>${written(title)}</title>
      <item identifier="item" identifierref="content">
        <title>${written(title)}</title>
        <imsss:sequencing>
          <imsss:objectives>
            ${objective}
          </imsss:objectives>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
        <adlnav:presentation>
          <adlnav:navigationInterface>
            <adlnav:hideLMSUI>previous</adlnav:hideLMSUI>
            <adlnav:hideLMSUI>continue</adlnav:hideLMSUI>
          </adlnav:navigationInterface>
        </adlnav:presentation>
      </item>
      <imsss:sequencing>
        <imsss:controlMode choice="true" flow="true"/>
      </imsss:sequencing>
    </organization>
  </organizations>
  <resources>
    <resource identifier="content" type="webcontent" adlcp:scormType="sco" href="index.html">
${fileLines(files)}
    </resource>
  </resources>
</manifest>
`;
}

const fileLines = (files: string[]) =>
  files.map((path) => `      <file href="${written(encodeURI(path))}"/>`).join('\n');

/** A text between tags, without what XML cannot hold. */
const written = (text: string) => markup(storable(text));
