using VideoIndex.Timing;

namespace VideoIndex.Exporting;

/// <summary>How moments leave; the same for every format, and named in the file where the format has a place for it.</summary>
public sealed record ExportRules
{
    /// <summary>Gets how much more is taken before and after each moment; nothing by default. It never reaches beyond the video.</summary>
    public ExportLength Handles { get; init; }

    /// <summary>Gets how far apart moments of one kind and name may be and still be made one; null to leave all as they are.</summary>
    public ExportLength? MergeGap { get; init; }

    /// <summary>Gets which labels frames are named by.</summary>
    public TimecodeKind Timecode { get; init; } = TimecodeKind.Source;

    /// <summary>Gets the label of the first frame of a running timecode, as typed; null for the format's own custom.</summary>
    public string? Start { get; init; }

    /// <summary>Gets the rate the frames of a video are named at whose own rate varies; null to name none.</summary>
    public FrameRate? Rate { get; init; }

    /// <summary>Gets the colours of kinds that were chosen; <see cref="ExportColours"/> has those of the rest.</summary>
    public IReadOnlyDictionary<string, MarkerColour> Colours { get; init; } = new Dictionary<string, MarkerColour>();

    /// <summary>Gets what links to videos begin with, before the file's name; null to link to the file itself.</summary>
    public string? LinkBase { get; init; }

    /// <summary>Gets when the export is made, in UTC.</summary>
    public DateTimeOffset Made { get; init; }
}

/// <summary>Which labels name the frames.</summary>
public enum TimecodeKind
{
    /// <summary>The timecode the file carries; from a player's zero where it carries none.</summary>
    Source,

    /// <summary>Counted from the first frame, whatever the file carries.</summary>
    Running,
}

/// <summary>A length people give in frames or in seconds.</summary>
/// <param name="Amount">How many, at least 0.</param>
/// <param name="InFrames">Whether of frames; else of seconds.</param>
public readonly record struct ExportLength(Rational Amount, bool InFrames)
{
    /// <summary>Returns how long it is.</summary>
    /// <param name="rate">The rate frames are counted at; null where there is none.</param>
    /// <exception cref="ExportException">It is in frames and there is no rate (<c>variable-rate</c>).</exception>
    public MediaDuration At(FrameRate? rate) => !InFrames || Amount == default
        ? new MediaDuration(Amount)
        : rate is { } counted
            ? new MediaDuration(Amount / counted.FramesPerSecond)
            : throw new ExportException("variable-rate", "A length in frames says nothing where the rate varies: give it in seconds, or the rate to count at with --rate.");

    /// <summary>Reads <c>12f</c>, <c>0.5s</c>, <c>1001/1000s</c> or a bare number of seconds.</summary>
    /// <returns><see langword="false"/> if the text is none of these or below 0.</returns>
    public static bool TryRead(string? text, out ExportLength length)
    {
        length = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var inFrames = text.EndsWith('f');
        var number = text.TrimEnd('f', 's');
        if (text.Length - number.Length > 1 || !TimeText.TryRead(number, null, out var read) || number.Contains(':', StringComparison.Ordinal) || read.Time.Seconds.Numerator < 0)
        {
            return false;
        }

        length = new ExportLength(read.Time.Seconds, inFrames);
        return !inFrames || read.Time.Seconds.Denominator == 1;
    }
}
