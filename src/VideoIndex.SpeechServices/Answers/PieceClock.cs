using VideoIndex.SpeechServices.Sound;
using VideoIndex.Timing;

namespace VideoIndex.SpeechServices.Answers;

/// <summary>Maps an engine's seconds, which count from the beginning of a piece, to exact times of the whole sound, never outside the piece.</summary>
internal sealed class PieceClock(SoundPiece piece)
{
    private const double Tolerance = 0.05; // seconds past the end that rounding explains

    private readonly MediaSpan _span = piece.Span;

    /// <summary>Gets how many times had to be moved to the piece's edge.</summary>
    public int Moved { get; private set; }

    /// <summary>Returns when that is, to the millisecond.</summary>
    public MediaTime TimeOf(double seconds)
    {
        Moved += seconds < -Tolerance || seconds > _span.Duration.Seconds.ToDouble() + Tolerance ? 1 : 0;
        return Exact(seconds);
    }

    /// <summary>Returns when that is, moved into a span; its start for what is no time.</summary>
    public MediaTime Within(double seconds, MediaSpan span)
    {
        var time = double.IsNaN(seconds) ? span.Start : Exact(seconds);
        return time < span.Start ? span.Start : time > span.End ? span.End : time;
    }

    /// <summary>Returns a time, or the piece's end where that is earlier.</summary>
    public MediaTime NoLater(MediaTime time) => time < _span.End ? time : _span.End;

    private MediaTime Exact(double seconds)
    {
        var inside = Math.Clamp(seconds, 0, _span.Duration.Seconds.ToDouble());
        return NoLater(_span.Start + new MediaDuration(new Rational((long)Math.Round(inside * 1000), 1000)));
    }
}
