/** The commands as tools of a model: their names, what they are for, and the JSON Schema of their arguments. */
import { z } from 'zod';
import { say } from '../../cards/strings.ts';
import { type CommandName, commandNames, contracts } from '../../src/command/contract.ts';

export interface Tool {
  readonly type: 'function';
  readonly function: {
    readonly name: string;
    readonly description: string;
    readonly parameters: Record<string, unknown>;
  };
}

/** Names of tools hold no dots. */
const nameOf = (command: CommandName): string => command.replace('.', '__');

const byName: ReadonlyMap<string, CommandName> = new Map(commandNames.map((command) => [nameOf(command), command]));

export const commandOf = (tool: string): CommandName | undefined => byName.get(tool);

const made = new Map<CommandName, Tool>();

/** One tool for each of the commands, made once. */
export const toolsFor = (commands: readonly CommandName[]): Tool[] =>
  commands.map((command) => {
    const known = made.get(command) ?? toolOf(command);
    made.set(command, known);
    return known;
  });

function toolOf(command: CommandName): Tool {
  const { $schema: _schema, ...parameters } = z.toJSONSchema(contracts[command].args.partial(), {
    io: 'input',
    unrepresentable: 'any',
  });
  return {
    type: 'function',
    function: { name: nameOf(command), description: say('en', `command.${command}`), parameters },
  };
}
