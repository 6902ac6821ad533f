using VideoIndex.Ffmpeg.Captions.Cea608;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Ffmpeg.Captions.Pictures;

/// <summary>Reads the closed captions out of coded pictures, without decoding any.</summary>
/// <remarks>
/// Pictures come in the order they are coded, captions count in the order they are shown: pairs wait until no earlier
/// picture can come any more, which is when a picture is decoded at or after their time.
/// </remarks>
internal sealed class ClosedCaptions(PictureCaptions pictures, BroadcastClock clock)
{
    // No codec holds back this many pictures; a stream whose decoding times lie must not fill the memory.
    private const int MostWaiting = 512;

    private readonly PriorityQueue<CaptionPair[], (long Time, long Place)> _waiting = new();
    private readonly Cea608Transcripts _transcripts = new(new Rational(BroadcastClock.Rate, 1));
    private long _place;

    /// <summary>Reads a transport stream of one picture track to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="pictures">Finds the captions of the track's codec.</param>
    /// <param name="zero">The container time that is zero on the player's clock; the first picture is within 13 hours of it.</param>
    /// <param name="timeBase">The unit the container counts the pictures in.</param>
    public static IReadOnlyList<Transcript> Read(Stream stream, PictureCaptions pictures, MediaTime zero, Rational timeBase)
    {
        var clock = new BroadcastClock(zero, timeBase);
        var captions = new ClosedCaptions(pictures, clock);
        TransportStream.Read(stream, captions.Take);
        captions.Release(long.MaxValue);
        return captions._transcripts.Finish(time => new MediaTime((clock.Exact(time) - zero).Seconds));
    }

    private void Take(long presented, long decoded, ReadOnlySpan<byte> picture)
    {
        var delay = BroadcastClock.Difference(presented, decoded);
        var time = clock.Unwrap(presented);
        _waiting.Enqueue([.. pictures.Read(picture)], (time, _place++));
        Release(time - delay);
    }

    private void Release(long decoded)
    {
        while (_waiting.TryPeek(out var pairs, out var when) && (when.Time < decoded || _waiting.Count > MostWaiting))
        {
            _waiting.Dequeue();
            _transcripts.Add(when.Time, pairs);
        }
    }
}
