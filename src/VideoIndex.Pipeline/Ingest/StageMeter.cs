using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Ingest;

/// <summary>How far one file has come.</summary>
/// <param name="Stage">The stage it is in: <c>hash</c>, <c>probe</c>, <c>frames</c>, <c>listen</c>, <c>captions</c>, <c>assemble</c>, <c>index</c>.</param>
/// <param name="Frames">How many frames have been read.</param>
/// <param name="Reached">How far into the video reading has come.</param>
/// <param name="Declared">The length the container declares; null when it does not.</param>
/// <param name="StageMilliseconds">How long the stage has been running by the clock.</param>
public readonly record struct IngestProgress(
    string Stage, long Frames, MediaTime Reached, MediaDuration? Declared, long StageMilliseconds);

/// <summary>Measures what each stage takes, and passes on how far it has come.</summary>
internal sealed class StageMeter(TimeProvider clock, IProgress<IngestProgress> progress) : IProgress<FramesRead>
{
    private readonly Dictionary<string, long> _stages = [];
    private readonly long _started = clock.GetTimestamp();
    private string _stage = "";
    private long _stageStarted;
    private MediaDuration? _declared;

    public void Expect(MediaDuration? declared) => _declared = declared;

    public async Task<T> MeasureAsync<T>(string stage, Func<Task<T>> work)
    {
        (_stage, _stageStarted) = (stage, clock.GetTimestamp());
        Report(default);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            _stages[stage] = Since(_stageStarted);
        }
    }

    public void Report(FramesRead value) =>
        progress.Report(new IngestProgress(_stage, value.Frames, value.Reached, _declared, Since(_stageStarted)));

    public Meter Read(int decodes) => new(Since(_started), decodes, new Dictionary<string, long>(_stages));

    private long Since(long timestamp) => (long)clock.GetElapsedTime(timestamp).TotalMilliseconds;
}
