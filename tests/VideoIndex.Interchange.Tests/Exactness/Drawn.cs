using System.Globalization;

namespace VideoIndex.Interchange.Tests.Exactness;

/// <summary>How often pictures come, and how their labels count.</summary>
/// <param name="Top">The top of the rate.</param>
/// <param name="Bottom">The bottom of the rate.</param>
/// <param name="Drop">Whether labels are drop-frame.</param>
internal sealed record DrawnRate(int Top, int Bottom, bool Drop)
{
    public static IReadOnlyList<DrawnRate> All { get; } =
    [
        new(24000, 1001, false), new(24, 1, false), new(25, 1, false), new(30000, 1001, true), new(30000, 1001, false),
        new(30, 1, false), new(50, 1, false), new(60000, 1001, true), new(60000, 1001, false), new(60, 1, false),
    ];

    public Fraction PerSecond => new(Top, Bottom);

    public Fraction Frame => new(Bottom, Top);

    public LabelRule Labels => new((Top + Bottom - 1) / Bottom, Drop);

    public override string ToString() => $"{Top}/{Bottom}{(Drop ? " DF" : "")}";
}

/// <summary>A video as it was drawn: what is true of it by arithmetic.</summary>
/// <param name="Name">The name of its file.</param>
/// <param name="Rate">Its rate.</param>
/// <param name="Frames">How many frames it has.</param>
/// <param name="From">When the first is shown.</param>
/// <param name="InMilliseconds">Whether its container rounds every frame's time to the millisecond.</param>
/// <param name="Label">Which frame of the day the label of its first frame is, at the rate of the pictures; null where it carries none.</param>
internal sealed record DrawnVideo(string Name, DrawnRate Rate, int Frames, Fraction From, bool InMilliseconds, long? Label)
{
    /// <summary>Gets the label in the file where it counts at another rate than the pictures: its words and the top of that rate; the bottom is the pictures'.</summary>
    public (string Words, int Top)? Otherwise { get; init; }

    /// <summary>Gets which frame of the day the label of its first frame is: its own, or counted from a player's zero.</summary>
    public long OwnLabel => Label ?? (long)(StartOf(0) * Rate.PerSecond + new Fraction(1, 2)).Floor();

    /// <summary>Returns when a frame is shown, as its container has it.</summary>
    public Fraction StartOf(long frame)
    {
        var exact = From + frame * Rate.Frame;
        return InMilliseconds ? new Fraction((exact * 1000 + new Fraction(1, 2)).Floor(), 1000) : exact;
    }

    /// <summary>Returns the frame on screen at a time, as a player has it: the last that has begun.</summary>
    public long OnScreenAt(Fraction time)
    {
        var frame = (long)((time - From) * Rate.PerSecond).Floor() + 1;
        while (StartOf(frame) > time)
        {
            frame--;
        }

        return frame;
    }

    /// <summary>Returns the first frame that is not on screen before a time.</summary>
    public long NotYetAt(Fraction time)
    {
        var frame = OnScreenAt(time);
        return StartOf(frame) == time ? frame : frame + 1;
    }

    /// <summary>Returns which frame a time means: an eighth of a frame early is the frame already, for containers and people round.</summary>
    public long MeantBy(Fraction time) => (long)((time - StartOf(0)) * Rate.PerSecond + new Fraction(1, 8)).Floor();

    /// <summary>Returns the frame up to which a span goes that ends at a time: the first that is not in it.</summary>
    public long UntilBy(Fraction time) => -(long)((StartOf(0) - time) * Rate.PerSecond + new Fraction(1, 8)).Floor();
}

/// <summary>A moment as it was drawn.</summary>
/// <param name="Name">Its name; two of one name may become one.</param>
/// <param name="First">The first frame it shows.</param>
/// <param name="Until">The first after.</param>
/// <param name="Start">When it starts, somewhere in its first frame.</param>
/// <param name="End">When it ends, somewhere in its last, or as the next begins.</param>
internal sealed record DrawnMoment(string Name, long First, long Until, Fraction Start, Fraction End);

/// <summary>What is to be found in the file: a moment with its frames, and its times.</summary>
internal sealed record Truth(string Name, long First, long Until, Fraction Start, Fraction End)
{
    public override string ToString() => $"{Name} [{First}, {Until})";
}

/// <summary>A sheet as it was drawn, and the rules it leaves by.</summary>
internal sealed record DrawnSheet(IReadOnlyList<(DrawnVideo Video, IReadOnlyList<DrawnMoment> Moments)> Videos)
{
    /// <summary>Gets the handles, in frames or in seconds.</summary>
    public (Fraction Amount, bool InFrames) Handles { get; init; }

    /// <summary>Gets the gap across which moments of one name become one; null to leave them.</summary>
    public (Fraction Amount, bool InFrames)? Gap { get; init; }

    /// <summary>Gets whether labels run from the first frame, whatever the file carries.</summary>
    public bool Running { get; init; }

    /// <summary>Gets which frame of the day a running timecode begins with; null for the usual.</summary>
    public long? Start { get; init; }

    /// <summary>Returns the frame of the day that the first frame's label is, in a format that begins a running timecode at zero.</summary>
    public long LabelOf(DrawnVideo video) => Start ?? (Running ? 0 : video.OwnLabel);

    /// <summary>Returns the video a moment is of, by its name: <c>v2m7</c>.</summary>
    public DrawnVideo Of(string moment) => Videos.Count == 1 ? Videos[0].Video : Videos[int.Parse(moment.AsSpan(1, 1), CultureInfo.InvariantCulture)].Video;

    /// <summary>Returns what has to be found, by the judge's own arithmetic.</summary>
    public IEnumerable<Truth> Truths() => Videos.SelectMany(one => Joined(one.Video, one.Moments).Select(moment => Widened(one.Video, moment)));

    private List<DrawnMoment> Joined(DrawnVideo video, IReadOnlyList<DrawnMoment> moments)
    {
        var done = new List<DrawnMoment>();
        foreach (var moment in moments.OrderBy(one => one.Start).ThenBy(one => one.End))
        {
            var open = Gap is { } gap ? done.FindLastIndex(one => one.Name == moment.Name && moment.Start <= one.End + In(video, gap)) : -1;
            if (open < 0)
            {
                done.Add(moment);
            }
            else
            {
                done[open] = done[open] with { Until = Math.Max(done[open].Until, moment.Until), End = Fraction.Max(done[open].End, moment.End) };
            }
        }

        return done;
    }

    private Truth Widened(DrawnVideo video, DrawnMoment moment)
    {
        var (first, last) = (video.StartOf(0), video.StartOf(video.Frames));
        var start = Handles.Amount == 0 ? moment.Start : Fraction.Max(first, moment.Start - In(video, Handles));
        var end = Handles.Amount == 0 ? moment.End : Fraction.Min(last, moment.End + In(video, Handles));
        var (from, until) = Handles switch
        {
            { Amount.Top.IsZero: true } => (moment.First, moment.Until),
            { InFrames: true } => (Math.Max(0, moment.First - Whole(Handles.Amount)), Math.Min(video.Frames, moment.Until + Whole(Handles.Amount))),
            _ => (video.MeantBy(start), video.UntilBy(end)),
        };
        return new Truth(moment.Name, from, until, start, end);
    }

    private static long Whole(Fraction amount) => (long)amount.Floor();

    private static Fraction In(DrawnVideo video, (Fraction Amount, bool InFrames) length) => length.InFrames ? length.Amount * video.Rate.Frame : length.Amount;
}
