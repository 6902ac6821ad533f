using VideoIndex.Cli.Output;
using VideoIndex.Pipeline.Ingest;
using VideoIndex.Timing;

namespace VideoIndex.Cli.Indexing;

/// <summary>Shows how far one file has come, with figures measured so far: stage, share, times real time, time left.</summary>
internal sealed class ProgressLine(string name, Terminal terminal) : IProgress<IngestProgress>
{
    private const double LongestForetold = 100 * 3600;

    public void Report(IngestProgress value) => terminal.Progress(Text(name, value));

    /// <summary>Returns the line.</summary>
    public static string Text(string name, IngestProgress value)
    {
        var reached = value.Reached.Seconds.ToDouble();
        if (value.StageMilliseconds == 0 || reached <= 0)
        {
            return $"{name}: {value.Stage}";
        }

        var speed = reached * 1000 / value.StageMilliseconds;
        var whole = value.Declared?.Seconds.ToDouble() ?? 0;
        var left = (whole - reached) / speed;
        var rest = left is > 0 and < LongestForetold
            ? FormattableString.Invariant($", {100 * reached / whole:0} %, {Times.Clock(new MediaTime(new Rational((long)left, 1)))[..^4]} left")
            : "";
        return FormattableString.Invariant($"{name}: {value.Stage}, {Counts.Of(value.Frames, "frame")}, {speed:0.0} x real time{rest}");
    }
}
