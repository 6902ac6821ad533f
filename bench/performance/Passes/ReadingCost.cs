using System.Text.Json;
using VideoIndex.Jobs;
using VideoIndex.Media;
using VideoIndex.Pipeline;
using VideoIndex.Pipeline.Library;
using VideoIndex.Pipeline.Stages;
using VideoIndex.Tesseract;

namespace VideoIndex.Performance.Passes;

/// <summary>What was looked at and read, and the processor time reading took.</summary>
internal sealed class ReadingCost : IDisposable
{
    private readonly TesseractReaders _readers = new(new TesseractOptions());
    private readonly Lock _lock = new();
    private int _looks, _crops;
    private long _pixels;
    private double _milliseconds;

    /// <summary>Gets it on one line.</summary>
    public string Told => JsonSerializer.Serialize(new { looks = _looks, crops = _crops, pixels = _pixels, milliseconds = _milliseconds });

    /// <inheritdoc/>
    public void Dispose() => _readers.Dispose();

    /// <summary>Reads what was seen of a segment.</summary>
    public async Task AddAsync(FileFindings findings, Segment segment, LibraryFolder library, CancellationToken cancellationToken)
    {
        var meter = CostMeter.Start();
        var stage = new ReadTextStage(_readers, findings, library);
        var read = await stage.RunAsync(new ReadText(findings.Video.Id, 1, segment), new Progress<StageProgress>(), cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            (_looks, _crops, _pixels) = (_looks + findings.Seen!.Looks.Count, _crops + read.Crops, _pixels + read.Pixels);
            _milliseconds += meter.Cpu.TotalMilliseconds;
        }
    }
}
