/**
 * Checks the types of the shipped scripts, those of Office among them.
 *
 * The add-in runs in every Excel that knows ExcelApi 1.13; what came later is not there. So the
 * scripts are checked against Office's typings without what came later, and a call above that floor
 * does not compile. One script alone, which asks at run time what there is, is checked against all.
 *
 *     node types.js [SCRIPT...]    the shipped ones, or these
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const TYPINGS = path.join(HERE, 'node_modules/@types/office-js/index.d.ts');
const FLOOR = 13;
/** The script that may use what came later. */
export const NEWER = /\/excel\/newer\.js$/;

/** The namespaces that an add-in for Excel sees; Word's and the others' are larger than all of them. */
const NAMESPACES = /^declare namespace (Office|OfficeExtension|OfficeCore|Excel) \{$[\s\S]*?^\}$/gm;

/** Whether a member's description says that it is above the floor. */
function isAbove(description) {
  const set = /\[Api set: (\w+)(?: ([\d.]+| BETA[^\]]*))?/.exec(description);
  if (!set || !set[1].startsWith('ExcelApi')) {
    return /\[Api set: ExcelApi[^\]]*BETA/.test(description);
  }
  // ExcelApiOnline and ExcelApiDesktop are not everywhere at all.
  const [major, minor = 0] = (set[2] ?? '').split('.').map(Number);
  return set[1] !== 'ExcelApi' || !(major === 1 && minor <= FLOOR);
}

const QUICKLY = {
  languageVersion: ts.ScriptTarget.ES2022,
  jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
};

/** @param {ts.Node} node */
function hasMembers(node) {
  return (
    ts.isModuleDeclaration(node) ||
    ts.isModuleBlock(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isEnumDeclaration(node)
  );
}

/** Office's typings, with what is above the floor or without. */
export function officeTypings({ newer }) {
  const text = readFileSync(TYPINGS, 'utf8').match(NAMESPACES).join('\n');
  if (newer) {
    return text;
  }
  const source = ts.createSourceFile('office.d.ts', text, QUICKLY);
  const gone = [];
  const visit = (node) => {
    // The last description before a declaration is its own.
    const own = (ts.getLeadingCommentRanges(text, node.pos) ?? []).at(-1);
    if (own && isAbove(text.slice(own.pos, own.end))) {
      gone.push([own.pos, node.end]);
    } else if (hasMembers(node)) {
      ts.forEachChild(node, visit);
    }
  };
  ts.forEachChild(source, visit);
  const kept = [];
  let from = 0;
  for (const [start, end] of gone) {
    // An enumeration's members are parted by commas.
    const after = text[end] === ',' ? end + 1 : end;
    kept.push(text.slice(from, start));
    from = after;
  }
  return kept.join('') + text.slice(from);
}

/** What TypeScript finds in scripts. */
function findings(scripts, options, newer) {
  const typings = path.join(HERE, newer ? 'office.d.ts' : 'office-floor.d.ts');
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === typings || fileExists(file);
  host.getSourceFile = (file, ...more) =>
    file === typings
      ? ts.createSourceFile(file, officeTypings({ newer }), QUICKLY)
      : getSourceFile(file, ...more);
  const program = ts.createProgram([typings, ...scripts], options, host);
  const checked = program
    .getSourceFiles()
    .filter(({ fileName }) => /\.js$/.test(fileName) && NEWER.test(fileName) === newer);
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...checked.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]),
  ];
}

function check(given) {
  const config = path.join(HERE, 'tsconfig.json');
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, ts.sys.readFile).config,
    ts.sys,
    HERE,
  );
  const scripts = given.length > 0 ? given.map((file) => path.resolve(file)) : fileNames;
  const newer = scripts.filter((file) => NEWER.test(file));
  const found = [
    ...errors,
    ...findings(scripts, options, false),
    ...(newer.length > 0 ? findings(newer, options, true) : []),
  ];
  process.stdout.write(
    ts.formatDiagnostics(found, {
      getCanonicalFileName: (file) => file,
      getCurrentDirectory: () => HERE,
      getNewLine: () => '\n',
    }),
  );
  return found.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = check(process.argv.slice(2)) > 0 ? 1 : 0;
}
