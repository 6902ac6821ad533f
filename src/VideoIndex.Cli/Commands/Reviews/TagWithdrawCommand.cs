using System.CommandLine;
using VideoIndex.Cli.Commands.Brands;
using VideoIndex.Reviews;

namespace VideoIndex.Cli.Commands.Reviews;

/// <summary>Takes back what people said: a tag they added, or else the verdicts on what was found.</summary>
internal sealed class TagWithdrawCommand : LibraryCommand
{
    private readonly Argument<string> _video = Naming.Video();
    private readonly Argument<string[]> _tags = TagCommand.Known();
    private readonly Option<string?> _by = BrandCommand.By();

    public TagWithdrawCommand()
        : base("withdraw", "Take back what people said: a tag somebody added, or else what was said of a tag that was found.")
    {
        Arguments.Add(_video);
        Arguments.Add(_tags);
        Options.Add(_by);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var video = await library.ResolveAsync(invocation.Get(_video), cancellationToken).ConfigureAwait(false);
        var claims = await TagCommand.ClaimsAsync(library, video, cancellationToken).ConfigureAwait(false);
        var meant = invocation.Get(_tags).Select(typed => TagReference.Find(typed, claims, video.Timecodes)).DistinctBy(one => one.Claim.Id).ToList();
        if (meant.Find(one => one is { Tag: null, Verdicts: [] }) is { } untouched)
        {
            throw new CommandException(ExitCodes.Usage, "nothing-said", $"Nobody has said anything of '{untouched.Claim.Label.Trim()}' yet, so there is nothing to take back.");
        }

        // Whatever speaks for it goes, so that nobody's older word on something like it takes its place.
        var changes = meant.SelectMany(one => one.Tag is { } tag ? (IEnumerable<ReviewChange>)[new ReviewChange.Withdraw(tag.Number)] : one.Verdicts.Select(verdict => new ReviewChange.Unjudge(verdict.Claim)));
        await library.Reviews.ChangeAsync(video.Id, [.. changes], BrandCommand.Author(invocation.Get(_by)), cancellationToken).ConfigureAwait(false);
        TagCommand.Tell(video, "withdrawn", [.. meant.Select(one => one.Tag is null ? one with { Status = Search.Language.ReviewStatus.Unreviewed, Verdicts = [] } : one)], invocation.Terminal);
        return ExitCodes.Ok;
    }
}
