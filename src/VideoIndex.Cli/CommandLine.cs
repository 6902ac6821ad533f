using System.CommandLine;
using VideoIndex.Cli.Commands;
using VideoIndex.Cli.Output;

namespace VideoIndex.Cli;

/// <summary>The command <c>videoindex</c>: which commands there are, and how each ends.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        var parsed = Root(output, errors).Parse(arguments);
        if (parsed.Errors is [var first, ..] && parsed.Action is not System.CommandLine.Help.HelpAction)
        {
            await errors.WriteLineAsync($"videoindex: {first.Message} Run: videoindex --help").ConfigureAwait(false);
            return ExitCodes.Usage;
        }

        var settings = new InvocationConfiguration
        {
            Output = output,
            Error = errors,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        };
        return await parsed.InvokeAsync(settings).ConfigureAwait(false);
    }

    private static RootCommand Root(TextWriter output, TextWriter errors)
    {
        var common = new CommonOptions();
        var root = new RootCommand("VideoIndex turns footage into a searchable index of exact moments.");
        root.Options.Add(common.Library);
        root.Options.Add(common.Json);
        Add(new IndexCommand());
        Add(new SearchCommand());
        Add(new ListCommand());
        Add(new ShowCommand());
        Add(new FrameCommand());
        Add(new ClipCommand());
        Add(new RetuneCommand());
        Add(new RemoveCommand());
        Add(new DoctorCommand());
        Add(new DemoCommand());
        return root;

        void Add(LibraryCommand command)
        {
            command.SetAction((parsed, cancellationToken) =>
                Ending.OfAsync(command, new Invocation(parsed, common, new Terminal(output, errors, parsed.GetValue(common.Json))), cancellationToken));
            root.Subcommands.Add(command);
        }
    }
}

/// <summary>Options every command takes.</summary>
internal sealed class CommonOptions
{
    /// <summary>Gets where the library is.</summary>
    public Option<string?> Library { get; } = new("--library")
    {
        Description = "The library's folder. Default: what VIDEOINDEX_LIBRARY says, else videoindex in your data folder.",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Gets whether answers are JSON.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Answer in JSON (docs/json.md).", Recursive = true };
}
