/// <reference types="handlebars" />

/** The parser of Handlebars alone: no compiler, no runtime, and nothing that turns text into code. */
declare module "handlebars/dist/cjs/handlebars/compiler/base.js" {
  export function parse(text: string): hbs.AST.Program;
  export const parser: {
    parseError: (message: string, details: { readonly text: string; readonly token: string | null }) => never;
    readonly lexer: {
      readonly yylloc: {
        readonly first_line: number;
        readonly first_column: number;
        readonly last_line: number;
        readonly last_column: number;
      };
    };
  };
}
