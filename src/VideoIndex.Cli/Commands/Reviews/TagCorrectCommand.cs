using System.CommandLine;
using VideoIndex.Cli.Commands.Brands;
using VideoIndex.Reviews;
using VideoIndex.Search.Language;
using VideoIndex.Timing;

namespace VideoIndex.Cli.Commands.Reviews;

/// <summary>Puts a tag right: one that a person added, or, by rejecting it and adding another, one that was found.</summary>
internal sealed class TagCorrectCommand : LibraryCommand
{
    private readonly Argument<string> _video = Naming.Video();
    private readonly Argument<string> _tag = TagCommand.KnownOne();
    private readonly Option<string?> _label = new("--label") { Description = "What it is instead.", HelpName = "LABEL" };
    private readonly Option<string?> _from = TagEditing.Time("--from", required: false);
    private readonly Option<string?> _to = TagEditing.Time("--to", required: false);
    private readonly Option<string?> _kind = TagEditing.Kind("the one it has");
    private readonly Option<string?> _box = TagEditing.Box();
    private readonly Option<string?> _note = TagCommand.Note();
    private readonly Option<string?> _by = BrandCommand.By();

    public TagCorrectCommand()
        : base("correct", "Put a tag right. One that was found is rejected, and yours takes its place.")
    {
        Arguments.Add(_video);
        Arguments.Add(_tag);
        Options.Add(_label);
        Options.Add(_from);
        Options.Add(_to);
        Options.Add(_kind);
        Options.Add(_box);
        Options.Add(_note);
        Options.Add(_by);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        string?[] typed = [invocation.Get(_label), invocation.Get(_from), invocation.Get(_to), invocation.Get(_kind), invocation.Get(_box)];
        if (typed.All(one => one is null))
        {
            throw new CommandException(ExitCodes.Usage, "bad-usage", "tag correct needs something to change. Run: videoindex tag correct --help");
        }

        using var library = invocation.Open();
        var video = await library.ResolveAsync(invocation.Get(_video), cancellationToken).ConfigureAwait(false);
        var evidence = await library.Catalog.ReadEvidenceAsync(video.Id, cancellationToken).ConfigureAwait(false);
        var claims = await TagCommand.ClaimsAsync(library, video, cancellationToken).ConfigureAwait(false);
        var meant = TagReference.Find(invocation.Get(_tag), claims, video.Timecodes);
        var old = meant.Claim;
        var right = new TypedTag(
            TagEditing.Span(At(_from, old.Span.Start), At(_to, old.Span.End)),
            invocation.Get(_kind) ?? old.Kind,
            invocation.Get(_label) ?? old.Label,
            TagEditing.BoxIn(invocation.Get(_box)) ?? old.Box,
            invocation.Get(_note) ?? meant.Tag?.Note ?? "");
        ReviewChange[] changes = meant.Tag is { } tag
            ? [new ReviewChange.Correct(tag.Number, right)]
            : [new ReviewChange.Judge(old, ReviewStatus.Rejected, invocation.Get(_note) ?? ""), new ReviewChange.Add(right)];
        await library.Reviews.ChangeAsync(video.Id, changes, BrandCommand.Author(invocation.Get(_by)), cancellationToken).ConfigureAwait(false);
        var after = await TagCommand.ClaimsAsync(library, video, cancellationToken).ConfigureAwait(false);
        var known = claims.Select(one => one.Claim.Id).ToHashSet();
        TagCommand.Tell(video, "corrected", [.. after.Where(one => one.Claim.Id == old.Id || !known.Contains(one.Claim.Id))], invocation.Terminal);
        return ExitCodes.Ok;

        MediaTime At(Option<string?> option, MediaTime otherwise) => invocation.Get(option) is { } time ? TagEditing.TimeIn(video, evidence, time) : otherwise;
    }
}
