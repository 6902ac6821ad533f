using System.CommandLine;
using System.CommandLine.Parsing;

namespace VideoIndex.Cli;

/// <summary>Says in one sentence why a command line cannot be carried out, and where to look.</summary>
internal static class Misuse
{
    /// <summary>Returns the sentence; null when the command line is in order.</summary>
    public static string? Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands is [_, ..] && parsed.UnmatchedTokens is [var name, ..] && !name.StartsWith('-'))
        {
            var meant = command.Subcommands.FirstOrDefault(known => IsNear(known.Name, name));
            return $"There is no command '{Within(command)}{name}'.{(meant is null ? "" : $" Did you mean {Within(command)}{meant.Name}?")} Run: {Spelled(command)} --help";
        }

        var sentence = Stray(parsed) ?? Surplus(parsed, command) ?? (FirstError(parsed) is { } error ? Sentence(error, command) : null);
        return sentence is null ? null : $"{sentence} Run: {Spelled(command)} --help";
    }

    // What is missing is asked for in the order it is typed: arguments first.
    private static ParseError? FirstError(ParseResult parsed) =>
        parsed.Errors.FirstOrDefault(error => error.SymbolResult is ArgumentResult { Parent: CommandResult }) ?? (parsed.Errors is [var first, ..] ? first : null);

    // An option nobody knows is taken for a word or a file name, and a misspelt --limit would be searched for.
    private static string? Stray(ParseResult parsed)
    {
        var stray = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).FirstOrDefault(IsStray);
        return stray is null ? null : $"There is no option '{stray.Value}'; what starts with a dash and is none goes after --.";
    }

    private static string? Surplus(ParseResult parsed, Command command) =>
        parsed.UnmatchedTokens is [var surplus, ..] ? $"{Short(command)} does not take '{surplus}'." : null;

    private static bool IsStray(Token token) =>
        token.Type == TokenType.Argument && token.Value is ['-', not (>= '0' and <= '9'), ..];

    private static string Sentence(ParseError error, Command command) => error.SymbolResult switch
    {
        OptionResult { Option: { } option } result => OfOption(option, result.Tokens, result.Implicit, error, command),
        ArgumentResult { Parent: OptionResult { Option: { } option } result } =>
            OfOption(option, result.Tokens, result.Implicit, error, command),
        ArgumentResult { Argument: { } argument, Tokens.Count: 0 } => $"{Short(command)} needs {argument.Name}.",
        CommandResult when command.Name == CommandLine.Name => "Say what to do.",
        CommandResult when command.Subcommands is [_, ..] => $"Say what to do with {command.Name}: {string.Join(", ", command.Subcommands.Select(known => known.Name))}.",
        _ => error.Message.TrimEnd('.') + ".",
    };

    private static string OfOption(Option option, IReadOnlyList<Token> typed, bool isLeftOut, ParseError error, Command command) => typed switch
    {
        [] when isLeftOut => $"{Short(command)} needs {option.Name} {option.HelpName}.",
        [] => $"{option.Name} needs a value after it.",
        [_] => error.Message.TrimEnd('.') + ".",
        _ => $"{option.Name} is given more than once.",
    };

    // As typed: "videoindex jobs list"; without the program: "jobs list"; before a command of its own: "jobs ".
    private static string Spelled(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Spelled(parent)} {command.Name}" : command.Name;

    private static string Short(Command command) => Spelled(command)[(CommandLine.Name.Length + 1)..];

    private static string Within(Command command) => Spelled(command)[CommandLine.Name.Length..].TrimStart() is { Length: > 0 } inner ? inner + " " : "";

    // The same beginning, or one letter added, dropped or changed.
    private static bool IsNear(string known, string typed)
    {
        var shared = known.Zip(typed).TakeWhile(pair => pair.First == pair.Second).Count();
        return typed.Length > 2 && (known.StartsWith(typed, StringComparison.Ordinal) || typed.StartsWith(known, StringComparison.Ordinal))
            || known[shared..] is var rest && typed[shared..] is var other
                && (rest.EndsWith(other, StringComparison.Ordinal) && rest.Length == other.Length + 1
                    || other.EndsWith(rest, StringComparison.Ordinal) && other.Length == rest.Length + 1
                    || rest.Length == other.Length && rest.Length > 0 && rest[1..] == other[1..]);
    }
}
