using System.CommandLine;
using VideoIndex.Cli.Output;
using VideoIndex.Cli.Output.Json;
using VideoIndex.Cli.Output.Json.Contents;
using VideoIndex.Cli.Output.Json.Keeping;
using VideoIndex.Facts;
using VideoIndex.Metadata;
using VideoIndex.Pipeline.Library;
using VideoIndex.Reviews;
using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Cli.Commands;

/// <summary>Shows everything known of a video.</summary>
internal sealed class ShowCommand : LibraryCommand
{
    private readonly Argument<string> _video = Naming.Video();
    private readonly Option<bool> _dropped = new("--dropped") { Description = "With what was heard and is not believed, and why." };

    public ShowCommand()
        : base("show", "Show everything known of a video.")
    {
        Arguments.Add(_video);
        Options.Add(_dropped);
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        using var library = invocation.Open();
        var video = await library.ResolveAsync(invocation.Get(_video), cancellationToken).ConfigureAwait(false);
        var contents = (await library.Catalog.ReadAsync(video.Id, cancellationToken).ConfigureAwait(false))!;
        contents = contents with { Video = video with { Notes = [.. video.Notes, .. contents.Transcripts.SelectMany(transcript => transcript.Notes), .. await SameAsAsync(library, video, cancellationToken).ConfigureAwait(false)] } };
        var facts = (await library.Facts.ReadAsync(video.Id, cancellationToken).ConfigureAwait(false))!;
        var judged = JudgedClaim.In(contents, await library.Reviews.ReadAsync(video.Id, cancellationToken).ConfigureAwait(false));
        if (invocation.Terminal.Json)
        {
            var evidence = await library.Catalog.ReadEvidenceAsync(video.Id, cancellationToken).ConfigureAwait(false);
            invocation.Terminal.Write(Shape(contents, evidence, (facts, judged), library.Folder, invocation.Get(_dropped)), Shapes.Default.ShowShape);
        }
        else
        {
            VideoPage.Print(contents, (facts, judged), LogoEvidenceShape.Of(video, library.Folder), invocation.Get(_dropped), invocation.Terminal);
        }

        return ExitCodes.Ok;
    }

    // Found anew each time, so that it is right when the other video has come or gone.
    private static async Task<List<string>> SameAsAsync(LibraryHost library, Video video, CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        foreach (var match in await library.Similar().FindAsync(video, null, cancellationToken).ConfigureAwait(false))
        {
            if (await library.Catalog.FindAsync(match.Video, cancellationToken).ConfigureAwait(false) is { } other)
            {
                notes.Add(SameAs.Sentence(match, video, other));
            }
        }

        return notes;
    }

    /// <summary>Returns a video's contents as JSON has them.</summary>
    private static ShowShape Shape(VideoContents contents, FrameEvidence? evidence, (VideoFacts Facts, IReadOnlyList<JudgedClaim> Judged) kept, LibraryFolder library, bool dropped)
    {
        var (video, labels) = (contents.Video, contents.Video.Timecodes);
        var statuses = kept.Judged.ToDictionary(one => one.Claim.Id, one => one.Status);
        var added = kept.Judged.Where(one => one.Tag is not null).Select(one => one.Tag!.Tag);
        return new ShowShape(
            VideoShape.Of(video),
            video.State.ToString().ToLowerInvariant(),
            video.Code,
            video.Sentence,
            video.Coverage is { } share ? decimal.Round(Times.Seconds(share), 4) : null,
            MeterShape.Of(video),
            LogoEvidenceShape.Of(video, library),
            [.. contents.Shots.Select(shot => ShotShape.Of(shot, Average(shot.Shot.Span, evidence), video, library.PathOf))],
            [.. contents.Transitions.Select(transition => new TransitionShape(transition, labels))],
            [.. contents.Scenes.Select(scene => new SceneShape(scene, labels))],
            [.. contents.Transcripts.Where(found => found.Track is null || found.Utterances is not []).Select(found => TranscriptShape.Of(found, labels, dropped))],
            [.. contents.Tags.Concat(added).Select(tag => new TagShape(tag, statuses[tag.Id], labels))],
            FieldValuesShape.Of(kept.Facts),
            kept.Facts.Collections,
            [.. kept.Judged.Where(one => one.Said is not null).Select(one => new ClaimShape(one, labels))],
            video.Notes);
    }

    private static AveragePicture? Average(MediaSpan span, FrameEvidence? evidence) =>
        evidence is null ? null : AveragePicture.Of(evidence, evidence.FrameAt(span.Start), span.End < evidence.End ? evidence.FrameAt(span.End) : evidence.Count);
}
