namespace VideoIndex.Timing;

/// <summary>Says the timecode a file carries at the rate of its pictures: once, for the first frame. What cannot be said so is not claimed.</summary>
/// <param name="Track">The labels of the frames.</param>
/// <param name="Note">What a person should know of them, as one sentence; null for labels as the file has them.</param>
public readonly record struct FirstLabel(TimecodeTrack Track, string? Note)
{
    private const int MostWithoutDoubt = 30;

    private static readonly Rational Fastest = new(1000, 1);

    // Rates are alike that differ by less than half of what sets 30000/1001 apart from 30.
    private static readonly Rational Unlike = new(2000, 1);

    /// <summary>Gets whether the labels are those the file carries, and not counted from zero.</summary>
    public bool IsOfFile { get; private init; }

    /// <summary>Returns the labels of a video's frames.</summary>
    /// <param name="written">The label of the first frame, as the file writes it; null where it carries none.</param>
    /// <param name="counted">The rate that label counts at; null where the file does not say, which is taken for the pictures' own.</param>
    /// <param name="rate">The rate of the pictures.</param>
    /// <param name="firstFrame">When the first frame is shown.</param>
    public static FirstLabel Of(string? written, FrameRate? counted, FrameRate rate, MediaTime firstFrame)
    {
        if (written is null)
        {
            return new FirstLabel(TimecodeTrack.Running(rate, firstFrame), null);
        }

        var (first, why) = Read(written, counted, rate);
        if (first is not { } label)
        {
            return new FirstLabel(TimecodeTrack.Running(rate, firstFrame), $"The timecode the file carries, {written}, was not taken: {why}. Its frames are labelled from zero.");
        }

        var doubtful = counted is null && rate.Nominal > MostWithoutDoubt && !written.EndsWith("00", StringComparison.Ordinal);
        return new FirstLabel(
            new TimecodeTrack(label, firstFrame),
            doubtful ? $"The file does not say at what rate its timecode, {written}, counts: it was taken to count at the pictures' own, {rate} a second." : null)
        {
            IsOfFile = true,
        };
    }

    private static (Timecode? Label, string Why) Read(string written, FrameRate? counted, FrameRate rate)
    {
        // MXF and some cameras write a full stop where others write the drop-frame semicolon.
        var text = written.Replace('.', ';');
        var dropFrame = text.LastIndexOf(';') > text.LastIndexOf(':');
        if (counted is { } claimed && claimed.FramesPerSecond > Fastest)
        {
            return (null, $"no timecode counts {claimed} to the second");
        }

        var (full, dropping) = counted is { } own ? LabelsOf(own) : (new FrameRate(rate.Nominal), rate.SupportsDropFrame ? rate : null);
        if (dropFrame && (dropping is null || !rate.SupportsDropFrame))
        {
            return (null, $"there is no drop-frame timecode at {(dropping is null ? counted ?? rate : rate)} frames a second");
        }

        if (!Timecode.TryParse(text, dropFrame ? dropping!.Value : full, out var label))
        {
            return (null, $"no frame bears it where {full} are counted to the second{(dropFrame ? ", drop-frame" : "")}");
        }

        // Both count the same seconds, so this is how many frames of the pictures the label is past midnight.
        var (frame, rest) = Int128.DivRem((Int128)label.Frame * rate.Nominal, full.Nominal);
        return rest == 0 && SameSeconds(counted ?? rate, full.Nominal, rate)
            ? (Timecode.FromFrame((long)frame, rate, dropFrame), "")
            : (null, $"it counts at {counted} a second and the pictures at {rate}, so it names no frame of theirs");
    }

    // What counts at about 30 counts 30 to the second, however exactly a file writes its rate: 30000/1001, 2997/100, 30.
    private static (FrameRate Full, FrameRate? Dropping) LabelsOf(FrameRate counted)
    {
        var nominal = (int)Math.Max(1, counted.FramesPerSecond.Round());
        return (new FrameRate(nominal), nominal switch { 30 => FrameRate.Ntsc, 60 => FrameRate.Ntsc60, _ => null });
    }

    // Labels of whole multiples change together, whichever of the two runs slower by a thousandth. Others have to run alike.
    private static bool SameSeconds(FrameRate counted, int nominal, FrameRate rate)
    {
        var (one, other) = (counted.FramesPerSecond * new Rational(rate.Nominal, 1), rate.FramesPerSecond * new Rational(nominal, 1));
        return rate.Nominal % nominal == 0 || nominal % rate.Nominal == 0 || (one < other ? other - one : one - other) * Unlike < other;
    }
}
