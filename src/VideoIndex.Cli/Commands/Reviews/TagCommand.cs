using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Keeping;
using VideoIndex.Reviews;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands.Reviews;

/// <summary>What people say of what is claimed in a video, and what they add.</summary>
internal sealed class TagCommand : Command
{
    private const string Naming = "The beginning of its id (4 digits or more), or its label, with its kind before it and a time after it where there are several: car, object:car, object:car@0:12.5.";

    public TagCommand()
        : base("tag", "Add tags to a video, and say which of those that were found are right or wrong.")
    {
        Subcommands.Add(new TagAddCommand());
        Subcommands.Add(new TagListCommand());
        Subcommands.Add(TagVerdictCommand.Verify());
        Subcommands.Add(TagVerdictCommand.Reject());
        Subcommands.Add(new TagCorrectCommand());
        Subcommands.Add(new TagWithdrawCommand());
    }

    /// <summary>Returns the argument that names claims that are there.</summary>
    public static Argument<string[]> Known() => new("TAG") { Description = Naming, Arity = ArgumentArity.OneOrMore };

    /// <summary>Returns the argument that names one claim that is there.</summary>
    public static Argument<string> KnownOne() => new("TAG") { Description = Naming };

    /// <summary>Returns the option for what else there is to say.</summary>
    public static Option<string?> Note() => new("--note") { Description = "What else there is to say.", HelpName = "WORDS" };

    /// <summary>Reads the claims about a video.</summary>
    public static async Task<IReadOnlyList<JudgedClaim>> ClaimsAsync(LibraryHost library, Video video, CancellationToken cancellationToken)
    {
        var contents = await library.Catalog.ReadAsync(video.Id, cancellationToken).ConfigureAwait(false);
        return JudgedClaim.In(contents!, await library.Reviews.ReadAsync(video.Id, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Tells what was done.</summary>
    /// <param name="video">The video.</param>
    /// <param name="done">What was done, as one word.</param>
    /// <param name="claims">To which claims, as they stand now.</param>
    /// <param name="terminal">Where it is told.</param>
    public static void Tell(Video video, string done, IReadOnlyList<JudgedClaim> claims, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Write(new ReviewedShape(VideoName.Of(video), done, [.. claims.Select(claim => new ClaimShape(claim, video.Timecodes))]), Shapes.Default.ReviewedShape);
            return;
        }

        terminal.Say($"{Counts.Of(claims.Count, "tag")} {done}:");
        foreach (var claim in claims)
        {
            terminal.Say(KeepingPage.Line(claim, video.Timecodes));
        }
    }
}

/// <summary>Lists the claims about a video.</summary>
internal sealed class TagListCommand : LibraryCommand
{
    private readonly Argument<string> _video = Naming.Video();
    private readonly Option<string?> _kind = new("--kind") { Description = "Only those of this kind; say for what is said.", HelpName = "KIND" };
    private readonly Option<string?> _status = new("--status") { Description = $"Only those people say this of: {string.Join(", ", Search.Language.ReviewStatus.All)}.", HelpName = "STATUS" };

    public TagListCommand()
        : base("list", "List the tags of a video and what people say of each.")
    {
        Arguments.Add(_video);
        Options.Add(_kind);
        Options.Add(_status);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var (kind, status) = (invocation.Get(_kind), invocation.Get(_status));
        if (status is not null && !Search.Language.ReviewStatus.All.Contains(status))
        {
            throw new CommandException(ExitCodes.Usage, "bad-usage", $"--status takes {string.Join(", ", Search.Language.ReviewStatus.All)}, not '{status}'.");
        }

        using var library = invocation.Open();
        var video = await library.ResolveAsync(invocation.Get(_video), cancellationToken).ConfigureAwait(false);
        var claims = (await TagCommand.ClaimsAsync(library, video, cancellationToken).ConfigureAwait(false))
            .Where(one => (kind is null ? one.Claim.Kind != VideoClaim.Said : one.Claim.Kind == kind) && (status is null || one.Status == status))
            .ToList();
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(new ClaimListShape(VideoName.Of(video), [.. claims.Select(one => new ClaimShape(one, video.Timecodes))]), Shapes.Default.ClaimListShape);
            return ExitCodes.Ok;
        }

        foreach (var claim in claims)
        {
            invocation.Terminal.Say(KeepingPage.Line(claim, video.Timecodes));
        }

        invocation.Terminal.Say($"{Counts.Of(claims.Count, "tag")}.");
        return ExitCodes.Ok;
    }
}
