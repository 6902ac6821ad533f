using VideoIndex.Media;
using VideoIndex.Pipeline.Library;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Intake;

/// <summary>Asks for a file to be read and made searchable.</summary>
/// <param name="Path">The file, absolute.</param>
/// <param name="Force">Whether to index again what is already finished.</param>
public sealed record IngestVideo(string Path, bool Force);

/// <summary>Says what became of the file.</summary>
/// <param name="Video">The video in its final state.</param>
/// <param name="AlreadyKnown">Whether the same bytes had been indexed before, so that nothing was read again.</param>
/// <param name="EarlierPath">The path they were known by, when it is another one; null otherwise.</param>
public sealed record VideoIngested(Video Video, bool AlreadyKnown, string? EarlierPath);

/// <summary>The stages one file passes, in order.</summary>
/// <param name="Probe">Says what the container declares.</param>
/// <param name="Decoder">Measures files of sound alone.</param>
/// <param name="AnalyzeFrames">Decodes and scores.</param>
/// <param name="ReadCaptions">Reads the captions.</param>
/// <param name="Assemble">Puts the video together.</param>
/// <param name="Index">Keeps it.</param>
public sealed record IngestStages(
    IMediaProber Probe,
    IMediaDecoder Decoder,
    IStage<AnalyzeFrames, FramesAnalyzed> AnalyzeFrames,
    IStage<ReadCaptions, CaptionReading> ReadCaptions,
    IStage<Assemble, IndexedVideo> Assemble,
    IStage<IndexVideo, Video> Index);

/// <summary>Takes one file from its bytes to searchable moments. Every file ends in a named state; what stops half way goes on with the next run.</summary>
public sealed class VideoIngest(IngestStages stages, ICatalog catalog, TimeProvider clock)
{
    /// <summary>Ingests one file.</summary>
    /// <param name="command">The file.</param>
    /// <param name="progress">Is told how far it has come.</param>
    /// <param name="cancellationToken">Stops the work; the video stays accepted and is read anew on the next run.</param>
    /// <exception cref="MediaRefusedException">
    /// The file does not exist, may not be read or has no bytes: that is said of the path, not of its content, so no state is
    /// kept for it. A video whose file goes while it is read stays accepted.
    /// </exception>
    public async Task<VideoIngested> RunAsync(IngestVideo command, IProgress<IngestProgress> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(progress);
        var meter = new StageMeter(clock, progress);
        var file = ContentHash.Find(command.Path);
        var id = await meter.MeasureAsync("hash", () => ContentHash.OfAsync(file, cancellationToken)).ConfigureAwait(false);
        var known = await catalog.FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (known is { State: not VideoState.Accepted } && !command.Force)
        {
            return await RecognizeAsync(known, command.Path, cancellationToken).ConfigureAwait(false);
        }

        var video = new Video
        {
            Id = id,
            Path = command.Path,
            Bytes = file.Length,
            Modified = new DateTimeOffset(file.LastWriteTimeUtc),
            Added = known?.Added ?? clock.GetUtcNow(),
        };
        if (known is null)
        {
            await catalog.SaveAsync(video, cancellationToken).ConfigureAwait(false);
        }

        return new VideoIngested(await ReadAsync(video, meter, cancellationToken).ConfigureAwait(false), AlreadyKnown: false, EarlierPath: null);
    }

    private async Task<Video> ReadAsync(Video video, StageMeter meter, CancellationToken cancellationToken)
    {
        FramesAnalyzed? frames = null;
        try
        {
            var probe = await meter.MeasureAsync("probe", () => stages.Probe.ProbeAsync(video.Path, cancellationToken)).ConfigureAwait(false);
            video = video with { Probe = probe };
            meter.Expect(probe.DeclaredDuration);
            SoundReport? sound = null;
            if (probe.Pictures is [])
            {
                sound = await meter.MeasureAsync("listen", () => stages.Decoder.MeasureSoundAsync(video.Path, probe, cancellationToken)).ConfigureAwait(false);
            }
            else
            {
                var analyze = new AnalyzeFrames(video.Id, video.Path, probe, meter);
                frames = await meter.MeasureAsync("frames", () => stages.AnalyzeFrames.RunAsync(analyze, cancellationToken)).ConfigureAwait(false);
                probe = Witnessed(probe, frames.Report);
                video = video with { Probe = probe };
            }

            var zero = frames?.Evidence.Zero ?? PlayersZero.OfSound(probe) ?? default(MediaTime);
            var captions = await meter.MeasureAsync(
                "captions", () => stages.ReadCaptions.RunAsync(new ReadCaptions(video.Path, probe, zero), cancellationToken)).ConfigureAwait(false);
            var assemble = new Assemble(video with { Meter = meter.Read(decodes: frames is null ? 0 : 1) }, frames, sound, captions, zero);
            var indexed = await meter.MeasureAsync("assemble", () => stages.Assemble.RunAsync(assemble, cancellationToken)).ConfigureAwait(false);
            return await meter.MeasureAsync("index", () => stages.Index.RunAsync(new IndexVideo(indexed, frames), cancellationToken)).ConfigureAwait(false);
        }
        catch (MediaRefusedException refusal) when (refusal.Code is not ("not-found" or "access-denied"))
        {
            return await RefuseAsync(video, refusal, meter, cancellationToken).ConfigureAwait(false);
        }
        catch (OverflowException)
        {
            // Exact times refuse to be rounded; only made-up time bases and timestamps go past 64 bits.
            var refusal = new MediaRefusedException("impossible-times", "The file's timestamps are beyond anything real.", quarantine: true);
            return await RefuseAsync(video, refusal, meter, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (frames is not null)
            {
                LibraryFolder.DeleteFolder(frames.PicturesFolder);
            }
        }
    }

    // Captions may begin long after the few frames a probe looks at; the decode has seen them all.
    private static MediaProbe Witnessed(MediaProbe probe, DecodeReport report) => report.ClosedCaptions
        ? probe with { Pictures = [probe.Pictures[0] with { HasClosedCaptions = true }, .. probe.Pictures.Skip(1)] }
        : probe;

    private async Task<Video> RefuseAsync(Video video, MediaRefusedException refusal, StageMeter meter, CancellationToken cancellationToken)
    {
        var refused = video with
        {
            State = refusal.Quarantine ? VideoState.Quarantined : VideoState.Rejected,
            Code = refusal.Code,
            Sentence = refusal.Message,
            Meter = meter.Read(decodes: 0),
        };
        await catalog.SaveAsync(refused, cancellationToken).ConfigureAwait(false);
        return refused;
    }

    // The same bytes are the same video. If they are no longer where they were, they have moved.
    private async Task<VideoIngested> RecognizeAsync(Video known, string path, CancellationToken cancellationToken)
    {
        if (known.Path == path || File.Exists(known.Path))
        {
            return new VideoIngested(known, AlreadyKnown: true, known.Path == path ? null : known.Path);
        }

        await catalog.MoveAsync(known.Id, path, cancellationToken).ConfigureAwait(false);
        return new VideoIngested(known with { Path = path }, AlreadyKnown: true, known.Path);
    }
}
