using VideoIndex.Hearing;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Decoding.Sounds;

/// <summary>Puts a track's samples in their places by the timestamps that came with them.</summary>
/// <remarks>
/// Samples are counted as long as the timestamps agree to <see cref="Tolerance"/>: containers round them. A timestamp that lies later is a hole, or sound that
/// begins late; one that lies a little earlier is sound heard already, which is passed over; and one that lies far back is a clock that
/// was set back, after which only counting helps.
/// </remarks>
internal sealed class SoundRuns
{
    /// <summary>How far a timestamp may be off before it is believed: 20 ms, less than a packet of any common codec lasts.</summary>
    public const long Tolerance = ISound.Rate / 50;

    private const long FarBack = ISound.Rate;

    private readonly List<SoundRun> _runs = [];
    private long _from;

    /// <summary>Adds the samples of one frame.</summary>
    /// <param name="timestamp">When the first is heard, in samples of the container's time; null where nobody knows.</param>
    /// <param name="samples">How many there are.</param>
    public void Add(long? timestamp, long samples)
    {
        if (_runs is not [.., var last])
        {
            Begin(timestamp ?? 0, samples, passedOver: 0);
            return;
        }

        switch (timestamp - last.End ?? 0)
        {
            case > Tolerance and var gap:
                Begin(last.End + gap, samples, passedOver: 0);
                break;
            case < -Tolerance and > -FarBack and var back:
                Begin(last.End, samples, passedOver: Math.Min(samples, -back));
                break;
            default:
                _runs[^1] = last with { Length = last.Length + samples };
                _from += samples;
                break;
        }
    }

    /// <summary>Returns the runs, up to the last sample that was written.</summary>
    /// <param name="written">How many samples there are in the file.</param>
    public IReadOnlyList<SoundRun> Until(long written) =>
        [.. _runs.Where(run => run.From < written && run.Length > 0).Select(run => run with { Length = Math.Min(run.Length, written - run.From) })];

    private void Begin(long start, long samples, long passedOver)
    {
        _runs.Add(new SoundRun(_from + passedOver, samples - passedOver, start));
        _from += samples;
    }
}
