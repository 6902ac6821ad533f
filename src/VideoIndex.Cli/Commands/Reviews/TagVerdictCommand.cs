using System.CommandLine;
using VideoIndex.Cli.Commands.Brands;
using VideoIndex.Reviews;
using VideoIndex.Search.Language;

namespace VideoIndex.Cli.Commands.Reviews;

/// <summary>Says that claims are right, or wrong.</summary>
internal sealed class TagVerdictCommand : LibraryCommand
{
    private readonly Argument<string> _video = Naming.Video();
    private readonly Argument<string[]> _tags = TagCommand.Known();
    private readonly Option<string?> _note = TagCommand.Note();
    private readonly Option<string?> _by = BrandCommand.By();
    private readonly string _status;

    private TagVerdictCommand(string name, string description, string status)
        : base(name, description)
    {
        _status = status;
        Arguments.Add(_video);
        Arguments.Add(_tags);
        Options.Add(_note);
        Options.Add(_by);
    }

    /// <summary>Makes <c>tag verify</c>.</summary>
    public static TagVerdictCommand Verify() => new("verify", "Say that tags are right; they are found by status:verified.", ReviewStatus.Verified);

    /// <summary>Makes <c>tag reject</c>.</summary>
    public static TagVerdictCommand Reject() => new("reject", "Say that tags are wrong; they are found by status:rejected alone.", ReviewStatus.Rejected);

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var video = await library.ResolveAsync(invocation.Get(_video), cancellationToken).ConfigureAwait(false);
        var claims = await TagCommand.ClaimsAsync(library, video, cancellationToken).ConfigureAwait(false);
        var meant = invocation.Get(_tags).Select(typed => TagReference.Find(typed, claims, video.Timecodes).Claim).DistinctBy(claim => claim.Id).ToList();
        var changes = meant.Select(claim => new ReviewChange.Judge(claim, _status, invocation.Get(_note) ?? "")).ToList();
        await library.Reviews.ChangeAsync(video.Id, changes, BrandCommand.Author(invocation.Get(_by)), cancellationToken).ConfigureAwait(false);
        var after = await TagCommand.ClaimsAsync(library, video, cancellationToken).ConfigureAwait(false);
        TagCommand.Tell(video, _status, [.. after.Where(one => meant.Exists(claim => claim.Id == one.Claim.Id))], invocation.Terminal);
        return ExitCodes.Ok;
    }
}
