import { TemplateFault, type Template } from "./template-fault.ts";

/**
 * Refuses values where no escaping of Markdown makes them safe: within an HTML tag or comment, and as the address of a
 * link or image. @throws TemplateFault
 */
export function refuseUnsafePlaces(template: Template, program: hbs.AST.Program): void {
  follow(template, program, "", refuse);
}

/**
 * Refuses values where no escaping of HTML makes them safe: within a tag outside of quotes, in a comment, a script or a
 * style. @throws TemplateFault
 */
export function refuseUnquoted(template: Template, program: hbs.AST.Program): void {
  follow(template, program, "", (_template, statement, before) => {
    if (isUnquoted(before))
      throw new TemplateFault(
        template,
        statement.loc,
        "a value cannot be made safe here",
        "put it between tags, or into the quotes of an attribute",
      );
  });
}

function isUnquoted(before: string): boolean {
  if (/<(script|style)\b(?![\s\S]*<\/\1)/i.test(before) || before.lastIndexOf("<!--") > before.lastIndexOf("-->"))
    return true;
  const tag = before.lastIndexOf("<");
  if (tag <= before.lastIndexOf(">")) return false;
  return (before.slice(tag).split('"').length - 1) % 2 === 0;
}

type Refuse = (template: Template, statement: hbs.AST.Statement, before: string) => void;

/** How much of the text before a value tells where the value stands. */
const REACH = 4096;

/** The text up to the end of `program`, with values as letters; `before` is what stands in front of it. */
function follow(template: Template, program: hbs.AST.Program | undefined, before: string, refuseAt: Refuse): string {
  let text = before;
  for (const statement of program?.body ?? []) {
    if (isContent(statement)) text += statement.value;
    else if (statement.type === "MustacheStatement" || statement.type === "PartialStatement") {
      refuseAt(template, statement, text);
      text += "x";
    } else if (isBlock(statement)) {
      const inverse = follow(template, statement.inverse, text, refuseAt);
      const own = follow(template, statement.program, text, refuseAt);
      text = statement.program === undefined ? inverse : own;
    }
    text = text.slice(-REACH);
  }
  return text;
}

function refuse(template: Template, statement: hbs.AST.Statement, before: string): void {
  const tag = before.lastIndexOf("<");
  if (tag > before.lastIndexOf(">") && /^<([A-Za-z/!?]|$)/.test(before.slice(tag, tag + 2))) {
    throw new TemplateFault(
      template,
      statement.loc,
      "a value cannot be made safe within an HTML tag or comment",
      "put it between tags, or use {{link text url}} or {{anchor id}}",
    );
  }
  const address = before.lastIndexOf("](");
  if (address >= 0 && !/[)\n]/.test(before.slice(address))) {
    throw new TemplateFault(
      template,
      statement.loc,
      "a value cannot be made safe as the address of a link",
      "write {{link text url}}",
    );
  }
  if (/^ {0,3}\[[^\]]*\]:[^\n]*$/.test(before.slice(before.lastIndexOf("\n") + 1))) {
    throw new TemplateFault(
      template,
      statement.loc,
      "a value cannot be made safe in the definition of a link",
      "write {{link text url}} or {{reference id}}",
    );
  }
}

function isContent(statement: hbs.AST.Statement): statement is hbs.AST.ContentStatement {
  return statement.type === "ContentStatement";
}

function isBlock(statement: hbs.AST.Statement): statement is hbs.AST.BlockStatement {
  return statement.type === "BlockStatement";
}
