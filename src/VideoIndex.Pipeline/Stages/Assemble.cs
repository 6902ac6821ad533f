using VideoIndex.Media;
using VideoIndex.Pipeline.Shots;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks for what was found in a video to be put together.</summary>
/// <param name="Video">The video as accepted, with its probe.</param>
/// <param name="Frames">What was seen; null for sound alone.</param>
/// <param name="Sound">What was heard; null for a video with pictures.</param>
/// <param name="Captions">What was read.</param>
/// <param name="Zero">The container time that is zero on the video's own timeline.</param>
public sealed record Assemble(Video Video, FramesAnalyzed? Frames, SoundReport? Sound, CaptionReading Captions, MediaTime Zero);

/// <summary>Puts a video together: its extent, rate and labels, its state, its shots, its tags. All pure.</summary>
/// <remarks>Keyframes are chosen here, but their pictures stay where they lie: the stage that stores them moves them.</remarks>
public sealed class AssembleStage(CutOptions cuts) : IStage<Assemble, IndexedVideo>
{
    /// <inheritdoc/>
    public Task<IndexedVideo> RunAsync(Assemble command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var video = command.Frames is { } frames
            ? WithPictures(command.Video, frames)
            : WithSound(command.Video, command.Sound!);
        var transcripts = command.Captions.Transcripts;
        video = video with { Notes = [.. video.Notes, .. command.Captions.Complaints, .. CaptionsBeyond.The(transcripts, End(video))] };
        var shots = command.Frames is { } seen ? Shots(video.Id, seen) : [];
        var contents = new VideoContents(video, shots, transcripts, Chapters(video, command.Zero));
        return Task.FromResult(new IndexedVideo(contents, command.Frames?.Evidence));
    }

    private static Video WithPictures(Video video, FramesAnalyzed frames)
    {
        var (probe, evidence) = (video.Probe!, frames.Evidence);
        var track = probe.Pictures[0];
        FrameRate?[] declared = [track.DeclaredRate, track.AverageRate];
        var rate = ConstantRate.Of([.. evidence.Timestamps], evidence.TimeBase, declared.OfType<FrameRate>());
        var condition = Condition.Of(probe, evidence, rate, frames.Report);
        return video with
        {
            State = condition.State,
            Code = condition.Code,
            Sentence = condition.Sentence,
            Coverage = condition.Coverage,
            Extent = new MediaSpan(evidence.TimeOf(0), evidence.End),
            Frames = evidence.Count,
            Rate = rate,
            Timecodes = rate is { } kept ? Labels(probe.StartTimecode, kept, evidence.TimeOf(0)) : null,
        };
    }

    private static Video WithSound(Video video, SoundReport sound)
    {
        var condition = Condition.Of(video.Probe!, sound);
        return video with
        {
            State = condition.State,
            Code = condition.Code,
            Sentence = condition.Sentence,
            Coverage = condition.Coverage,
            Extent = new MediaSpan(default, default(MediaTime) + sound.Length),
            Notes = [.. video.Notes, "The file holds no pictures: only its sound and its captions can be searched."],
        };
    }

    // Sound may run on after the last frame.
    private static MediaTime End(Video video) => video.Probe?.DeclaredDuration is { } declared
        ? Later(video.Extent.End, default(MediaTime) + declared)
        : video.Extent.End;

    private static TimecodeTrack Labels(string? written, FrameRate rate, MediaTime firstFrame)
    {
        // MXF and some cameras write a full stop where others write the drop-frame semicolon.
        var label = written?.Replace('.', ';');
        return Timecode.TryParse(label, rate, out var first)
            ? new TimecodeTrack(first, firstFrame)
            : TimecodeTrack.Running(rate, firstFrame);
    }

    private List<ShotRecord> Shots(VideoId video, FramesAnalyzed frames) => ShotList.Of(
        video, frames.Evidence, cuts, (first, until) => frames.Keyframes.Choose(first, until)?.Frame ?? (first + until) / 2);

    private static List<Tag> Chapters(Video video, MediaTime zero)
    {
        var origin = new Origin("container", "chapters");
        return
        [
            .. from chapter in video.Probe!.Chapters
               where chapter.Title != ""
               let start = Later(new MediaTime(chapter.Span.Start.Seconds - zero.Seconds), default)
               let end = Later(new MediaTime(chapter.Span.End.Seconds - zero.Seconds), start)
               select new Tag(video.Id, new MediaSpan(start, end), "chapter", chapter.Title, new Confidence(1), origin),
        ];
    }

    private static MediaTime Later(MediaTime one, MediaTime other) => one > other ? one : other;
}
