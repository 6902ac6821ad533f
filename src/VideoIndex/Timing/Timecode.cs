using System.Globalization;

namespace VideoIndex.Timing;

/// <summary>A SMPTE ST 12-1 label for one frame: <c>01:00:00:00</c>, or <c>01:00:00;02</c> when drop-frame.</summary>
/// <remarks>
/// A timecode is a name, not a time. Drop-frame drops names, never frames: at 30000/1001 the labels ;00 and ;01
/// (;00 to ;03 at 60000/1001) are skipped at the start of every minute that is not a multiple of ten, which keeps
/// an hour of labels within 4 ms of an hour. Labels wrap at 24 hours, as tape does.
/// </remarks>
public readonly record struct Timecode
{
    private const int MinutesPerDay = 24 * 60;

    private Timecode(long frame, FrameRate rate, bool dropFrame)
    {
        Frame = frame;
        Rate = rate;
        DropFrame = dropFrame;
    }

    /// <summary>Gets the number of frames since 00:00:00:00.</summary>
    public long Frame { get; }

    /// <summary>Gets the frame rate the label counts in.</summary>
    public FrameRate Rate { get; }

    /// <summary>Gets whether labels are skipped to keep up with the clock.</summary>
    public bool DropFrame { get; }

    /// <summary>Gets how many frames pass before labels repeat: 2,589,408 for drop-frame at 30000/1001.</summary>
    public long FramesPerDay => new LabelCounter(Rate, DropFrame).FramesPerDay;

    /// <summary>Names a frame.</summary>
    /// <exception cref="ArgumentException">The rate has no drop-frame form.</exception>
    public static Timecode FromFrame(long frame, FrameRate rate, bool dropFrame = false)
    {
        if (dropFrame && !rate.SupportsDropFrame)
        {
            throw new ArgumentException($"There is no drop-frame timecode at {rate} frames per second.", nameof(dropFrame));
        }

        var counter = new LabelCounter(rate, dropFrame);
        return new Timecode(Modulo(frame, counter.FramesPerDay), rate, dropFrame);
    }

    /// <summary>Reads a label; a semicolon before the frames means drop-frame.</summary>
    /// <returns><see langword="false"/> if the text is not a label, or is one of the labels drop-frame skips.</returns>
    public static bool TryParse(string? text, FrameRate rate, out Timecode timecode)
    {
        timecode = default;
        if (text is not { Length: 11 } || text[2] != ':' || text[5] != ':' || text[8] is not (':' or ';'))
        {
            return false;
        }

        var dropFrame = text[8] == ';';
        if (dropFrame && !rate.SupportsDropFrame
            || !TryField(text, 0, 24, out var hours)
            || !TryField(text, 3, 60, out var minutes)
            || !TryField(text, 6, 60, out var seconds)
            || !TryField(text, 9, rate.Nominal, out var frames))
        {
            return false;
        }

        var counter = new LabelCounter(rate, dropFrame);
        var minute = hours * 60 + minutes;
        if (counter.IsSkipped(minute, seconds, frames))
        {
            return false;
        }

        timecode = new Timecode(counter.FrameNamed(minute, seconds, frames), rate, dropFrame);
        return true;
    }

    /// <summary>Returns the label, such as <c>01:05:00;02</c>.</summary>
    public override string ToString()
    {
        if (Rate == default)
        {
            return "--:--:--:--";
        }

        var label = new LabelCounter(Rate, DropFrame).LabelOf(Frame);
        var (rest, frames) = Math.DivRem(label, Rate.Nominal);
        var (minute, seconds) = Math.DivRem(rest, 60);
        var (hours, minutes) = Math.DivRem(minute, 60);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{hours:00}:{minutes:00}:{seconds:00}{(DropFrame ? ';' : ':')}{frames:00}");
    }

    private static bool TryField(string text, int at, int below, out int value) =>
        int.TryParse(text.AsSpan(at, 2), NumberStyles.None, CultureInfo.InvariantCulture, out value) && value < below;

    private static long Modulo(long value, long modulus) => (value % modulus + modulus) % modulus;

    // A "label" counts as if no name were ever skipped; a "frame" counts what is really in the file.
    private readonly struct LabelCounter(FrameRate rate, bool dropFrame)
    {
        private readonly int _skipped = dropFrame ? rate.Nominal / 15 : 0;
        private readonly int _fullMinute = rate.Nominal * 60;

        private int ShortMinute => _fullMinute - _skipped;

        private int TenMinutes => _fullMinute + 9 * ShortMinute;

        public long FramesPerDay => (long)TenMinutes * (MinutesPerDay / 10);

        public long LabelOf(long frame)
        {
            var (tens, rest) = Math.DivRem(frame, TenMinutes);
            var shortMinutesBegun = rest < _fullMinute ? 0 : 1 + (rest - _fullMinute) / ShortMinute;
            return frame + _skipped * (9 * tens + shortMinutesBegun);
        }

        public long FrameNamed(int minute, int seconds, int frames)
        {
            var label = ((long)minute * 60 + seconds) * rate.Nominal + frames;
            return label - _skipped * (minute - minute / 10);
        }

        public bool IsSkipped(int minute, int seconds, int frames) =>
            minute % 10 != 0 && seconds == 0 && frames < _skipped;
    }
}
