import { posix } from 'node:path';
import ts from 'typescript';

/** One import of a source file. */
export interface Import {
  line: number;
  /** The module as written, such as `../lib/fill.ts` or `d3`. */
  specifier: string;
  /** True where only types are taken, so that nothing of the module is left at run time. */
  typesOnly: boolean;
}

/**
 * What the files of a room may import, by the rooms' names. `types of …` allows types alone; `package`
 * is whatever is not ours.
 */
export type Rooms = Record<string, { called: string; imports: readonly string[] }>;

/** All imports, re-exports, `import(…)` and `new URL(…, import.meta.url)` of a source file. */
export function importsOf(path: string, text: string): Import[] {
  const source = ts.createSourceFile(path, scriptOf(path, text), ts.ScriptTarget.Latest);
  const imports: Import[] = [];
  const add = (specifier: ts.Node | undefined, typesOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const { line } = source.getLineAndCharacterOfPosition(specifier.getStart(source));
    imports.push({ line: line + 1, specifier: specifier.text, typesOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, takesTypes(node.importClause));
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    if (ts.isNewExpression(node) && node.expression.getText(source) === 'URL') {
      if (node.arguments?.[1]?.getText(source) === 'import.meta.url') add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

function takesTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  if (clause.name || !names || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every(({ isTypeOnly }) => isTypeOnly);
}

/** The scripts of a component, with every other line emptied so that line numbers hold. */
function scriptOf(path: string, text: string): string {
  if (!/\.(astro|svelte)$/.test(path)) return text;
  const scripts = /(?<=^---\n)[\s\S]*?(?=^---$)|(?<=<script[^>]*>)[\s\S]*?(?=<\/script>)/gm;
  let result = '';
  for (const { index, 0: script } of text.matchAll(scripts)) {
    result += text.slice(result.length, index).replace(/[^\n]/g, ' ') + script;
  }
  return result;
}

/** The room that a file stands in, or `package` for a module that is no file of ours. */
export function roomOf(path: string): string {
  if (!path.startsWith('src/')) return 'package';
  const [room = '', folder, ...below] = path.replace('src/', '').split('/');
  if (room !== 'widgets' || below.length === 0) return room.replace(/\.ts$/, '');
  return folder === 'parts' ? 'parts' : 'widgets';
}

/** A sentence for each import that no row allows: which line, and what it may do instead. */
export function wrongDirections(files: Map<string, string>, rooms: Rooms): string[] {
  return [...files].flatMap(([path, text]) =>
    importsOf(path, text).flatMap(({ line, specifier, typesOnly }) => {
      const inside = /^\.{1,2}\//.test(specifier);
      const target = inside ? posix.join(posix.dirname(path), specifier) : specifier;
      const fault = directionFault(path, target, typesOnly, rooms);
      return fault ? [`${path}:${line} imports ${target}: ${fault}.`] : [];
    }),
  );
}

function directionFault(path: string, target: string, typesOnly: boolean, rooms: Rooms) {
  const [from, to] = [roomOf(path), roomOf(target)];
  const room = rooms[from];
  if (to === 'pages') return 'nothing imports pages';
  if (!room) return `there is no room “${from}”`;
  if (from === 'widgets' && to === 'widgets' && posix.dirname(path) !== posix.dirname(target)) {
    return 'a widget imports no other widget';
  }
  if (room.imports.includes(to) || (typesOnly && room.imports.includes(`types of ${to}`))) return;
  return `${room.called} imports only ${list.format(room.imports)}`;
}

const list = new Intl.ListFormat('en-GB');
