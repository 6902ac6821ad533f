using System.CommandLine;
using VideoIndex.Cli.Commands.Brands;
using VideoIndex.Reviews;

namespace VideoIndex.Cli.Commands.Reviews;

/// <summary>Adds a tag.</summary>
internal sealed class TagAddCommand : LibraryCommand
{
    private readonly Argument<string> _video = Naming.Video();
    private readonly Argument<string> _label = new("LABEL") { Description = "The word or words." };
    private readonly Option<string?> _from = TagEditing.Time("--from", required: true);
    private readonly Option<string?> _to = TagEditing.Time("--to", required: true);
    private readonly Option<string?> _kind = TagEditing.Kind(ReviewRules.UsualKind);
    private readonly Option<string?> _box = TagEditing.Box();
    private readonly Option<string?> _note = TagCommand.Note();
    private readonly Option<string?> _by = BrandCommand.By();

    public TagAddCommand()
        : base("add", "Add a tag of your own to a stretch of a video.")
    {
        Arguments.Add(_video);
        Arguments.Add(_label);
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
        var box = TagEditing.BoxIn(invocation.Get(_box));
        using var library = invocation.Open();
        var video = await library.ResolveAsync(invocation.Get(_video), cancellationToken).ConfigureAwait(false);
        var evidence = await library.Catalog.ReadEvidenceAsync(video.Id, cancellationToken).ConfigureAwait(false);
        var span = TagEditing.Span(TagEditing.TimeIn(video, evidence, invocation.Get(_from)!), TagEditing.TimeIn(video, evidence, invocation.Get(_to)!));
        var tag = new TypedTag(span, invocation.Get(_kind) ?? ReviewRules.UsualKind, invocation.Get(_label), box, invocation.Get(_note) ?? "");
        var before = await library.Reviews.ReadAsync(video.Id, cancellationToken).ConfigureAwait(false);
        var after = await library.Reviews.ChangeAsync(video.Id, [new ReviewChange.Add(tag)], BrandCommand.Author(invocation.Get(_by)), cancellationToken).ConfigureAwait(false);
        if (after.Tags.Count == before.Tags.Count)
        {
            throw new CommandException(ExitCodes.Usage, "tag-exists", "You have added that very tag already. See: videoindex tag list VIDEO");
        }

        var claims = await TagCommand.ClaimsAsync(library, video, cancellationToken).ConfigureAwait(false);
        TagCommand.Tell(video, "added", [claims.Single(one => one.Tag?.Number == after.Tags[^1].Number)], invocation.Terminal);
        return ExitCodes.Ok;
    }
}
