using System.CommandLine;
using System.CommandLine.Help;
using VideoIndex.Cli.Commands;
using VideoIndex.Cli.Commands.Alerts;
using VideoIndex.Cli.Commands.Brands;
using VideoIndex.Cli.Commands.Copies;
using VideoIndex.Cli.Commands.Exporting;
using VideoIndex.Cli.Commands.Facts;
using VideoIndex.Cli.Commands.Hearing;
using VideoIndex.Cli.Commands.Importing;
using VideoIndex.Cli.Commands.Logos;
using VideoIndex.Cli.Commands.Models;
using VideoIndex.Cli.Commands.Reviews;
using VideoIndex.Cli.Commands.Searching;
using VideoIndex.Cli.Commands.Sidecars;
using VideoIndex.Cli.Commands.Similar;
using VideoIndex.Cli.Commands.Transcripts;
using VideoIndex.Cli.Commands.Vocabularies;
using VideoIndex.Cli.Commands.Work;
using VideoIndex.Cli.Output;

namespace VideoIndex.Cli;

/// <summary>The command <c>videoindex</c>: which commands there are, and how each ends.</summary>
internal static class CommandLine
{
    /// <summary>The command's name, as typed.</summary>
    public const string Name = "videoindex";

    private const int HelpWidth = 110;

    /// <summary>Runs one command line. With no arguments at all the help is shown, and the command ends as one that was not understood.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        var parsed = Root(output, errors).Parse(arguments is [] ? ["--help"] : arguments);
        if (parsed.Action is not HelpAction && Misuse.Of(parsed) is { } sentence)
        {
            new Terminal(output, errors, arguments.Contains("--json")).Fail("bad-usage", sentence);
            return ExitCodes.Usage;
        }

        var settings = new InvocationConfiguration
        {
            Output = output,
            Error = errors,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        };
        using var tracing = Tracing.Start();
        var ending = await parsed.InvokeAsync(settings).ConfigureAwait(false);
        return arguments is [] ? ExitCodes.Usage : ending;
    }

    private static Command Root(TextWriter output, TextWriter errors)
    {
        // Not a RootCommand: that one is always named like the program's file, VideoIndex.Cli.
        var common = new CommonOptions();
        var root = new Command(Name, "VideoIndex turns footage into a searchable index of exact moments.");
        root.Options.Add(common.Library);
        root.Options.Add(common.Models);
        root.Options.Add(common.Providers);
        root.Options.Add(common.RequireGpu);
        root.Options.Add(common.Json);
        root.Options.Add(new HelpOption { Description = "Show this help.", Action = new HelpAction { MaxWidth = HelpWidth } });
        root.Options.Add(new VersionOption { Description = "Show the version." });
        Add(new IndexCommand());
        Add(new WatchCommand());
        Add(new WorkCommand());
        Add(new SearchCommand());
        Add(new ListCommand());
        Add(new ShowCommand());
        Add(new TranscriptCommand());
        Add(new ListenCommand());
        Add(new SimilarCommand());
        Add(new LikeCommand());
        Add(new FrameCommand());
        Add(new ClipCommand());
        Add(new ExportCommand());
        Add(new SidecarCommand());
        Add(new RetuneCommand());
        Add(new ReindexCommand());
        Add(new RemoveCommand());
        Add(new FieldCommand());
        Add(new SetCommand());
        Add(new CollectionCommand());
        Add(new TagCommand());
        Add(new ImportCommand());
        Add(new BrandCommand());
        Add(new ExposureCommand());
        Add(new VocabularyCommand());
        Add(new ModelsCommand());
        Add(new JobsCommand());
        Add(new EventsCommand());
        Add(new AlertCommand());
        Add(new DoctorCommand());
        Add(new DemoCommand());
        return root;

        void Add(Command command)
        {
            root.Subcommands.Add(command);
            foreach (var one in command is LibraryCommand single ? [single] : command.Subcommands.OfType<LibraryCommand>())
            {
                one.SetAction((parsed, cancellationToken) =>
                    Ending.OfAsync(one, new Invocation(parsed, common, new Terminal(output, errors, parsed.GetValue(common.Json))), cancellationToken));
            }
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

    /// <summary>Gets where models are.</summary>
    public Option<string?> Models { get; } = new("--models")
    {
        Description = "The folder of models. Default: what VIDEOINDEX_MODELS says, else videoindex/models in your data folder.",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Gets what models are run on.</summary>
    public Option<string?> Providers { get; } = new("--providers")
    {
        Description = "What models are run on, the first that works: of cuda, webgpu and cpu. Default: cuda,webgpu,cpu.",
        HelpName = "NAMES",
        Recursive = true,
    };

    /// <summary>Gets whether models may be run on a GPU alone.</summary>
    public Option<bool> RequireGpu { get; } = new("--require-gpu") { Description = "Run models on a GPU or not at all.", Recursive = true };

    /// <summary>Gets whether answers are JSON.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Answer in JSON (docs/json.md).", Recursive = true };
}
