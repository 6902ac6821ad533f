using VideoIndex.Media;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Pipeline.Stages;

/// <summary>Asks for the captions that come with a video.</summary>
public sealed record ReadCaptions(string Path, MediaProbe Probe, MediaTime Zero);

/// <summary>Every caption track in and beside the file is a transcript.</summary>
/// <param name="readers">Where captions may be found, in the order their transcripts are listed.</param>
public sealed class ReadCaptionsStage(IReadOnlyList<ICaptionReader> readers) : IStage<ReadCaptions, CaptionReading>
{
    /// <inheritdoc/>
    public async Task<CaptionReading> RunAsync(ReadCaptions command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var readings = new List<CaptionReading>();
        foreach (var reader in readers)
        {
            readings.Add(await reader.ReadAsync(command.Path, command.Probe, command.Zero, cancellationToken).ConfigureAwait(false));
        }

        return new CaptionReading(
            [.. readings.SelectMany(reading => reading.Transcripts)], [.. readings.SelectMany(reading => reading.Complaints)]);
    }
}
