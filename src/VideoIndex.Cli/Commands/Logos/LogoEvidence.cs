using System.CommandLine;
using VideoIndex.Vision.Stills;

namespace VideoIndex.Cli.Commands.Logos;

/// <summary>What is kept of footage so that logos can be found in it later.</summary>
/// <param name="Keypoints">Whether keypoints are: without them no logo is ever found in it.</param>
/// <param name="Stills">How large its stills are; null where none are kept.</param>
internal sealed record LogoEvidence(bool Keypoints, StillSize? Stills)
{
    private const string Variable = "VIDEOINDEX_LOGO_EVIDENCE";

    /// <summary>Gets what is kept unless something else is asked for: keypoints, and stills of half the size.</summary>
    public static LogoEvidence Usual { get; } = new(Keypoints: true, StillSize.Half);

    /// <summary>Returns the option that says what.</summary>
    public static Option<string?> Option() => new("--logo-evidence")
    {
        Description = $"What is kept so that logos can be found later: stills, full-stills, keypoints or off. Default: what {Variable} says, else stills.",
        HelpName = "WHAT",
    };

    /// <summary>Returns what was typed, or what the environment says, or the default.</summary>
    /// <exception cref="CommandException">It is none of the words.</exception>
    public static LogoEvidence Chosen(Invocation invocation, Option<string?> option)
    {
        var (typed, set) = (invocation.Get(option), Environment.GetEnvironmentVariable(Variable));
        var text = typed ?? (string.IsNullOrWhiteSpace(set) ? "stills" : set);
        return text switch
        {
            "stills" => Usual,
            "full-stills" => new(Keypoints: true, StillSize.Full),
            "keypoints" => new(Keypoints: true, null),
            "off" => new(Keypoints: false, null),
            _ => throw new CommandException(
                ExitCodes.Usage,
                "bad-logo-evidence",
                $"'{text}' ({(typed is null ? Variable : option.Name)}) is not one of stills, full-stills, keypoints and off."),
        };
    }
}
