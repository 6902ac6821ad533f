using VideoIndex.Copies;
using VideoIndex.Copies.Pictures;
using VideoIndex.Copies.Sounds;
using VideoIndex.Media;
using VideoIndex.Pipeline.Assembly;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Library;
using VideoIndex.Shots;
using VideoIndex.Similar.Evidence;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks for an assembled video to be made searchable.</summary>
/// <param name="Video">The video.</param>
/// <param name="Run">The run.</param>
/// <param name="Round">The round it was assembled in.</param>
public sealed record IndexVideo(VideoId Video, int Run, int Round) : ICommand
{
    /// <inheritdoc/>
    public string Unit => string.Create(null, $"{Round}");
}

/// <summary>Says that the pictures are in their places; the contents are kept in the transaction that ends the job.</summary>
public sealed record VideoIndexed(IndexedVideo Video)
{
    /// <summary>Gets what is to be listened to next; what is said is searchable as soon as it is written down, and nothing else waits for it.</summary>
    public IReadOnlyList<Transcribe> ToHear { get; init; } = [];
}

/// <summary>Moves the keyframes' pictures to their places and makes sure of them.</summary>
/// <remarks>In that order: a picture nobody names does no harm, a name without its picture does.</remarks>
public sealed class IndexVideoStage(IFindings findings, IFrameGrabber grabber, Func<IKeyframeChooser> choosers, LibraryFolder library, ICatalog catalog)
    : IStage<IndexVideo, VideoIndexed>
{
    /// <inheritdoc/>
    public async Task<VideoIndexed> RunAsync(IndexVideo command, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        var assembled = await findings.AssembledAsync(command, command.Round, cancellationToken).ConfigureAwait(false);
        var contents = assembled.Contents ?? throw new FindingMissingException("contents", command);
        var evidence = await EvidenceAsync(command, contents.Video, cancellationToken).ConfigureAwait(false);
        var missing = new HashSet<string>();
        var moved = 0;
        foreach (var picture in assembled.Pictures)
        {
            var kept = (picture.Source is { } source && library.Keep(source, picture.Place))
                || (evidence is not null && await FetchAsync(contents, evidence, picture.Place, cancellationToken).ConfigureAwait(false));
            if (!kept)
            {
                missing.Add(picture.Place);
            }

            progress.Report(new StageProgress(++moved, assembled.Pictures.Count));
        }

        library.MakeSure(contents.Video.Id);
        var shots = contents.Shots.Select(shot => shot.Keyframe is { } place && missing.Contains(place) ? shot with { Keyframe = null } : shot);
        contents = contents with { Shots = [.. shots], Transcripts = [.. contents.Transcripts, .. await HeardBeforeAsync(command, cancellationToken).ConfigureAwait(false)] };
        if (command.Round == Assemble.FirstLook)
        {
            return new VideoIndexed(new IndexedVideo(contents, evidence)); // there is not yet anything to be recognised by
        }

        var heard = await findings.SoundAsync(command, cancellationToken).ConfigureAwait(false);
        return new VideoIndexed(new IndexedVideo(contents, evidence) { Prints = PrintsOf(contents.Video, evidence, heard), Vectors = ShotVectors.Of(contents.Video.Id, evidence, contents.Shots) })
        {
            ToHear = [.. ToHear(command, heard, evidence?.Zero ?? PlayersZero.Declared(contents.Video.Probe!))],
        };
    }

    // The bytes are the same, so what was heard in them holds until it is heard anew.
    private async Task<IEnumerable<Transcript>> HeardBeforeAsync(IndexVideo command, CancellationToken cancellationToken)
    {
        var before = await catalog.ReadAsync(command.Video, cancellationToken).ConfigureAwait(false);
        return before?.Transcripts.Where(transcript => transcript.Track is not null) ?? [];
    }

    private static IEnumerable<Transcribe> ToHear(IndexVideo command, SoundHeard? heard, MediaTime zero) =>
        heard is { Folder: { } folder, Ears: var ears } ? ears.Select(ear => new Transcribe(command.Video, command.Run, folder, ear, zero)) : [];

    private static VideoPrints PrintsOf(Video video, FrameEvidence? evidence, SoundHeard? heard)
    {
        var start = PlayersZero.OfSound(video.Probe!) is { } first && evidence is not null ? new MediaTime(first.Seconds - evidence.Zero.Seconds) : default;
        return new VideoPrints(
            video.Id,
            evidence is null ? PicturePrints.None : PicturePrints.Of(evidence),
            heard?.Sound is { } sound ? new SoundPrint(start, sound.Print) : SoundPrint.None);
    }

    // The evidence is not in the assembled video: it is large, and lies in the segments' findings already.
    private async Task<FrameEvidence?> EvidenceAsync(IndexVideo command, Video video, CancellationToken cancellationToken)
    {
        if (command.Round == Assemble.FirstLook || video.Probe is not { Pictures: [_, ..] } probe)
        {
            return null;
        }

        var (stitch, _) = await findings.FramesAsync(command, choosers(), cancellationToken).ConfigureAwait(false);
        return Timeline.Of(probe, stitch.Frames ?? throw new FindingMissingException("frames", command));
    }

    // A shot shorter than the half second between pictures has none from the decode.
    private async Task<bool> FetchAsync(VideoContents contents, FrameEvidence evidence, string place, CancellationToken cancellationToken)
    {
        var (video, shot) = (contents.Video, contents.Shots.First(shot => shot.Keyframe == place));
        try
        {
            var target = library.PlaceFor(place);
            await grabber.GrabPictureAsync(video.Path, video.Probe!, evidence, evidence.FrameAt(shot.KeyframeTime), target, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (MediaRefusedException refusal) when (!refusal.Quarantine)
        {
            return false; // a damaged file may not give the same frame twice: that costs one picture, not the video
        }
    }
}
