using System.CommandLine;
using VideoIndex.Inference;
using VideoIndex.Tags;
using VideoIndex.Vision.Objects;

namespace VideoIndex.Cli.Commands.Models;

/// <summary>What things are looked for in footage: objects, faces. Both are, wherever a model for them is installed, unless one says otherwise.</summary>
internal sealed class DetectorChoice
{
    private readonly Option<string?> _objects = Option("--objects", "objects", "VIDEOINDEX_OBJECTS");
    private readonly Option<string?> _faces = Option("--faces", "faces (where they are, not whose)", "VIDEOINDEX_FACES");

    /// <summary>Gets the options that say so.</summary>
    public IReadOnlyList<Option> Options => [_objects, _faces];

    /// <summary>Returns the detectors of what was chosen: typed, else what the environment says, else both.</summary>
    /// <exception cref="CommandException">What was typed is neither on nor off.</exception>
    public Detectors Chosen(Invocation invocation)
    {
        // Several segments are decoded at once and share the detectors, so their looks may share runs.
        var (runtime, catalogue, options) = (invocation.ModelRuntime(), invocation.Models(), invocation.ModelOptions with { SharedBatch = true });
        return new Detectors(
        [
            .. IsOn(invocation, _objects, "VIDEOINDEX_OBJECTS") ? Of(TagKinds.Objects, ModelTasks.Objects) : [],
            .. IsOn(invocation, _faces, "VIDEOINDEX_FACES") ? Of(TagKinds.Faces, ModelTasks.Faces) : [],
        ]);

        IEnumerable<Detectors.Source> Of(string kind, string task) => [new(kind, new ModelDetectors(catalogue, runtime, task, options))];
    }

    private static Option<string?> Option(string name, string what, string variable) => new(name)
    {
        Description = $"Whether {what} are looked for: on or off. Default: what {variable} says, else on where a model is installed.",
        HelpName = "on|off",
    };

    private static bool IsOn(Invocation invocation, Option<string?> option, string variable)
    {
        var (typed, set) = (invocation.Get(option), Environment.GetEnvironmentVariable(variable));
        var text = typed ?? (string.IsNullOrWhiteSpace(set) ? "on" : set);
        return text switch
        {
            "on" => true,
            "off" => false,
            _ => throw new CommandException(
                ExitCodes.Usage, "bad-detectors", $"'{text}' ({(typed is null ? variable : option.Name)}) is neither on nor off."),
        };
    }
}
