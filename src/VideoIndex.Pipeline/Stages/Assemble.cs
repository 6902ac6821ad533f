using VideoIndex.Objects.Tracking;
using VideoIndex.Pipeline.Assembly;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Pipeline.Frames;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Objects;
using VideoIndex.Pipeline.Shots;
using VideoIndex.Shots;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks for what was found in a video to be put together.</summary>
/// <param name="Video">The video.</param>
/// <param name="Run">The run.</param>
/// <param name="Round">Which try this is, from 1; another follows when something was found to have to be done again.</param>
public sealed record Assemble(VideoId Video, int Run, int Round = 1) : ICommand
{
    /// <summary>The round that puts together what the survey saw, while the analysis goes on.</summary>
    public const int FirstLook = 0;

    /// <summary>The last round: first the pictures may have to be decoded whole, then the captions read again.</summary>
    public const int LastRound = 3;

    /// <inheritdoc/>
    public string Unit => string.Create(null, $"{Round}");
}

/// <summary>Says what the video is, or what is still needed to say it.</summary>
/// <param name="Contents">The video, all but its frame evidence; null while something is needed, or there is nothing to show at first look.</param>
/// <param name="Pictures">Where the keyframes' pictures lie, by their place in the library.</param>
/// <param name="NeedsWhole">Whether the pictures have to be decoded from end to end, the segments not being trusted.</param>
/// <param name="NeedsCaptions">What the captions have to be read again with; null when they are as they should be.</param>
public sealed record VideoAssembled(
    VideoContents? Contents, IReadOnlyList<KeyframePicture> Pictures, bool NeedsWhole = false, Witness? NeedsCaptions = null);

/// <summary>A keyframe's picture on its way to its place.</summary>
/// <param name="Place">Where it belongs, relative to the library.</param>
/// <param name="Source">Where it lies, relative to the library; null when it has to be fetched from the video.</param>
public sealed record KeyframePicture(string Place, string? Source);

/// <summary>Puts a video together: its extent, rate and labels, its state, its shots, its tags. It decides, and writes nothing.</summary>
public sealed class AssembleStage(IFindings findings, CutOptions cuts, Func<IKeyframeChooser> choosers) : IStage<Assemble, VideoAssembled>
{
    /// <inheritdoc/>
    public async Task<VideoAssembled> RunAsync(Assemble command, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        var probe = await findings.ProbeAsync(command, cancellationToken).ConfigureAwait(false);
        var video = await findings.VideoAsync(command, cancellationToken).ConfigureAwait(false) with { Probe = probe };
        var captions = await findings.CaptionsAsync(command, cancellationToken).ConfigureAwait(false);
        if (command.Round == Assemble.FirstLook)
        {
            var survey = await findings.SurveyAsync(command, cancellationToken).ConfigureAwait(false);
            return survey is [] ? new VideoAssembled(null, []) : AtFirstLook(command, video, survey, captions);
        }

        var heard = await findings.SoundAsync(command, cancellationToken).ConfigureAwait(false);
        video = video with { Notes = [.. video.Notes, .. Gaps.InSound(probe, heard)] };
        if (probe.Pictures is [])
        {
            var sound = heard?.Sound ?? throw new FindingMissingException("sound", command);
            var zero = captions?.Believed.Zero ?? PlayersZero.Declared(probe);
            return new VideoAssembled(Contents(SoundOnly.Describe(video with { Meter = new Meter(0, 0, []) }, sound), [], captions, zero), []);
        }

        var (stitch, decodes) = await findings.FramesAsync(command, choosers(), cancellationToken).ConfigureAwait(false);
        var read = await findings.TextAsync(command, cancellationToken).ConfigureAwait(false);
        return stitch.Frames is { } frames
            ? OwnTime.Of(() => Assembled(command, video with { Meter = new Meter(0, decodes, []) }, frames, captions, read))
            : command.Round == 1
                ? new VideoAssembled(null, [], NeedsWhole: true)
                : throw new FindingMissingException("frames", command); // the whole decode was given up too
    }

    private static VideoAssembled AtFirstLook(Assemble command, Video video, IReadOnlyList<SegmentFrames> survey, CaptionsRead? captions)
    {
        var (extent, shots, pictures) = FirstLook.At(command, video.Probe!, survey);
        var zero = captions?.Believed.Zero ?? PlayersZero.Declared(video.Probe!);
        video = video with { Extent = extent };
        return new VideoAssembled(new VideoContents(video, shots, captions?.Reading.Transcripts ?? [], Chapters.Of(video, zero)), pictures);
    }

    private VideoAssembled Assembled(
        Assemble command, Video video, StitchedFrames frames, CaptionsRead? captions, IReadOnlyList<TextRead> read)
    {
        var evidence = Timeline.Of(video.Probe!, frames);
        var witness = new Witness(evidence.Zero, frames.Report.ClosedCaptions || video.Probe!.Pictures[0].HasClosedCaptions);
        if (captions is not null && captions.Believed != witness && command.Round < Assemble.LastRound)
        {
            return new VideoAssembled(null, [], NeedsCaptions: witness);
        }

        video = Pictured.Describe(video with { Probe = ReadCaptionsStage.Captioned(video.Probe!, witness) }, frames, evidence);
        var (words, notes) = ScreenWords.Of(video.Id, frames, evidence, read);
        video = video with { Notes = [.. video.Notes, .. notes, .. SeenThings.Notes(frames)] };
        var seen = Structure.Of(video, evidence, (cuts, new TrackOptions()), words, (first, until) => frames.Keyframes.Choose(first, until)?.Frame ?? (first + until) / 2);
        var contents = Contents(video, seen.Shots, captions, evidence.Zero);
        return new VideoAssembled(
            contents with { Tags = [.. contents.Tags, .. words ?? [], .. seen.Facts], Transitions = seen.Transitions, Scenes = seen.Scenes },
            [.. seen.Shots.Select(shot => PictureOf(command, shot, evidence, frames))]);
    }

    private static VideoContents Contents(Video video, IReadOnlyList<ShotRecord> shots, CaptionsRead? captions, MediaTime zero)
    {
        var (transcripts, complaints) = captions?.Reading ?? new CaptionReading([], ["The captions were not read: the work on them was given up."]);
        video = video with { Notes = [.. video.Notes, .. complaints, .. CaptionsBeyond.The(transcripts, EndOf(video))] };
        return new VideoContents(captions is null ? Condition.WithoutCaptions(video) : video, shots, transcripts, Chapters.Of(video, zero));
    }

    // Sound may run on after the last frame.
    private static MediaTime EndOf(Video video) => video.Probe?.DeclaredDuration is { } declared && default(MediaTime) + declared > video.Extent.End
        ? default(MediaTime) + declared
        : video.Extent.End;

    private static KeyframePicture PictureOf(Assemble command, ShotRecord shot, FrameEvidence evidence, StitchedFrames frames) =>
        new(shot.Keyframe!, frames.Pictures.TryGetValue(evidence.FrameAt(shot.KeyframeTime), out var picture)
            ? $"{LibraryFolder.WorkOf(command.Video, command.Run, picture.Folder)}/{picture.Name}"
            : null);
}
