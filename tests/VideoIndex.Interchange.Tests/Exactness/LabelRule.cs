using System.Globalization;

namespace VideoIndex.Interchange.Tests.Exactness;

/// <summary>Timecode as SMPTE ST 12-1 has it, walked minute by minute.</summary>
/// <param name="Count">How far labels count within a second: 30 for 30000/1001.</param>
/// <param name="Drop">Whether a fifteenth of that is skipped as each minute begins, but for every tenth.</param>
internal sealed record LabelRule(int Count, bool Drop)
{
    private int Skipped => Drop ? Count / 15 : 0;

    private long TenMinutes => Enumerable.Range(0, 10).Sum(LengthOf);

    public long Day => 144 * TenMinutes;

    /// <summary>Returns the label of a frame, counted from midnight; past the last of a day they begin anew.</summary>
    public string Of(long frame)
    {
        frame = (frame % Day + Day) % Day;
        var (tens, rest) = Math.DivRem(frame, TenMinutes);
        var minute = 0;
        for (; rest >= LengthOf(minute); minute++)
        {
            rest -= LengthOf(minute);
        }

        var (seconds, frames) = Math.DivRem(rest + (minute == 0 ? 0 : Skipped), (long)Count);
        return string.Create(CultureInfo.InvariantCulture, $"{tens / 6:00}:{tens % 6 * 10 + minute:00}:{seconds:00}{(Drop ? ';' : ':')}{frames:00}");
    }

    /// <summary>Returns which frame of the day a label names; it fails on one that names none.</summary>
    /// <param name="label">The label.</param>
    /// <param name="colonMayDrop">Whether the format says elsewhere that labels are drop-frame, so that a colon may stand before the frames.</param>
    public long FrameOf(string label, bool colonMayDrop = false)
    {
        Assert.Matches(@"^\d\d:\d\d:\d\d[:;]\d\d+$", label);
        Assert.True(label[8] == ';' == Drop || (colonMayDrop && Drop), $"{label} where labels are {(Drop ? "" : "not ")}drop-frame");
        var parts = label.Split(':', ';').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        Assert.True(parts[0] < 24 && parts[1] < 60 && parts[2] < 60 && parts[3] < Count, $"{label} is no label.");
        var within = parts[2] * Count + parts[3] - (parts[1] % 10 == 0 ? 0 : Skipped);
        Assert.True(within >= 0, $"{label} is skipped by drop-frame.");
        return (parts[0] * 6 + parts[1] / 10) * TenMinutes + Enumerable.Range(0, parts[1] % 10).Sum(LengthOf) + within;
    }

    private long LengthOf(int minute) => 60L * Count - (minute == 0 ? 0 : Skipped);
}
