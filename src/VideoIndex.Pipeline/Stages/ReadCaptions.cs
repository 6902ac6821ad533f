using VideoIndex.Media;
using VideoIndex.Pipeline.Assembly;
using VideoIndex.Pipeline.Flow;
using VideoIndex.Timing;
using VideoIndex.Transcripts;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks for the captions that come with a video.</summary>
/// <param name="Video">The video.</param>
/// <param name="Run">The run.</param>
/// <param name="Witnessed">What the decode has seen; null while it has not ended, and the container's word has to do.</param>
public sealed record ReadCaptions(VideoId Video, int Run, Witness? Witnessed = null) : ICommand
{
    /// <inheritdoc/>
    public string Unit => Witnessed is null ? "" : "witnessed";
}

/// <summary>What only a decode knows of a video's captions.</summary>
/// <param name="Zero">The container time that is zero on the video's own timeline.</param>
/// <param name="ClosedCaptions">Whether any frame carried closed captions: they may begin long after the few frames a probe looks at.</param>
public sealed record Witness(MediaTime Zero, bool ClosedCaptions);

/// <summary>Says what was read, and on what belief.</summary>
public sealed record CaptionsRead(CaptionReading Reading, Witness Believed);

/// <summary>Every caption track in and beside the file is a transcript.</summary>
/// <param name="readers">Where captions may be found, in the order their transcripts are listed.</param>
/// <param name="findings">What is known of the video.</param>
public sealed class ReadCaptionsStage(IReadOnlyList<ICaptionReader> readers, IFindings findings) : IStage<ReadCaptions, CaptionsRead>
{
    /// <inheritdoc/>
    public async Task<CaptionsRead> RunAsync(ReadCaptions command, IProgress<StageProgress> progress, CancellationToken cancellationToken)
    {
        var video = await findings.VideoAsync(command, cancellationToken).ConfigureAwait(false);
        var probe = await findings.ProbeAsync(command, cancellationToken).ConfigureAwait(false);
        var believed = command.Witnessed ?? Declared(probe);
        var readings = new List<CaptionReading>();
        foreach (var reader in readers)
        {
            readings.Add(await reader.ReadAsync(video.Path, Captioned(probe, believed), believed.Zero, cancellationToken).ConfigureAwait(false));
        }

        var reading = new CaptionReading(
            [.. readings.SelectMany(one => one.Transcripts)], [.. readings.SelectMany(one => one.Complaints)]);
        return new CaptionsRead(reading, believed);
    }

    /// <summary>Returns a probe that says of closed captions what a decode has seen.</summary>
    public static MediaProbe Captioned(MediaProbe probe, Witness witness) => witness.ClosedCaptions
        ? probe with { Pictures = [probe.Pictures[0] with { HasClosedCaptions = true }, .. probe.Pictures.Skip(1)] }
        : probe;

    private static Witness Declared(MediaProbe probe) =>
        new(PlayersZero.Declared(probe), probe.Pictures is [{ HasClosedCaptions: true }, ..]);
}
