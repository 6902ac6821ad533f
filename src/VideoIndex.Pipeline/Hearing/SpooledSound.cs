using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using VideoIndex.Hearing;
using VideoIndex.Media;
using VideoIndex.Timing;

namespace VideoIndex.Pipeline.Hearing;

/// <summary>A kept sound, read from its file as it is asked for: memory does not grow with its length.</summary>
/// <remarks>Silence between two runs is shortened to <see cref="LongestHole"/>, so that a file that says it has a hole of a day costs nothing; times do not move by that.</remarks>
internal sealed class SpooledSound : ISound, IDisposable
{
    /// <summary>The longest silence that is made up between two runs, in samples: two seconds, longer than any pause within a sentence.</summary>
    public const long LongestHole = 2 * ISound.Rate;

    private readonly SafeFileHandle _file;
    private readonly KeptSound _sound;
    private readonly (float First, float Second) _share;
    private readonly long[] _starts; // of each run, in samples of this sound

    /// <summary>Opens it.</summary>
    /// <param name="folder">The folder it is kept in.</param>
    /// <param name="sound">The sound.</param>
    /// <param name="ear">Which of its lanes are heard.</param>
    public SpooledSound(string folder, KeptSound sound, Ear ear)
    {
        (_sound, _share) = (sound, (ear.First / 100f / 32_768, ear.Second / 100f / 32_768));
        _file = File.OpenHandle(Path.Combine(folder, sound.Name), options: FileOptions.RandomAccess);
        _starts = new long[sound.Runs.Count];
        for (var run = 1; run < _starts.Length; run++)
        {
            var (before, next) = (sound.Runs[run - 1], sound.Runs[run]);
            _starts[run] = _starts[run - 1] + before.Length + Math.Min(next.Start - before.End, LongestHole);
        }
    }

    /// <inheritdoc/>
    public long Length => _starts is [.., var last] ? last + _sound.Runs[^1].Length : 0;

    /// <inheritdoc/>
    public void Read(long first, Span<float> samples)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first + samples.Length, Length);
        samples.Clear();
        for (var run = RunAt(first); run < _starts.Length && _starts[run] < first + samples.Length; run++)
        {
            var (from, until) = (Math.Max(first, _starts[run]), Math.Min(first + samples.Length, _starts[run] + _sound.Runs[run].Length));
            if (from < until)
            {
                ReadRun(_sound.Runs[run].From + from - _starts[run], samples[(int)(from - first)..(int)(until - first)]);
            }
        }
    }

    /// <summary>Returns when a sample is heard, on the container's own timeline.</summary>
    /// <param name="sample">A sample, or the number of samples for the end.</param>
    public MediaTime TimeOf(long sample)
    {
        var run = RunAt(Math.Clamp(sample, 0, Length));
        return new MediaTime(new Rational(_sound.Runs[run].Start + Math.Max(0, sample) - _starts[run], ISound.Rate));
    }

    /// <summary>Returns when a stretch is heard that counts from the sound's own beginning, on the container's own timeline.</summary>
    public MediaSpan TimeOf(MediaSpan stretch)
    {
        var (start, end) = (stretch.Start.Seconds * Hertz, stretch.End.Seconds * Hertz);
        var first = Math.Clamp(start.Floor(), 0, Length);
        var last = Math.Clamp((end - new Rational(1, ISound.Rate)).Floor(), first, Length); // what ends with a run does not reach into the hole behind it
        var (from, until) = (At(start, first), At(end, last));
        return new MediaSpan(from, until < from ? from : until);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static Rational Hertz => new(ISound.Rate, 1);

    private MediaTime At(Rational position, long near) => new(TimeOf(near).Seconds + (position - new Rational(near, 1)) / Hertz);

    // The last run that starts at or before a sample; the silence behind it is its own.
    private int RunAt(long sample)
    {
        var at = Array.BinarySearch(_starts, sample);
        return at >= 0 ? at : Math.Max(0, ~at - 1);
    }

    private void ReadRun(long from, Span<float> samples)
    {
        var frame = KeptSound.SampleBytes * _sound.LaneCount;
        var bytes = ArrayPool<byte>.Shared.Rent(samples.Length * frame);
        try
        {
            var (wanted, read) = (samples.Length * frame, 0);
            while (read < wanted && RandomAccess.Read(_file, bytes.AsSpan(read, wanted - read), from * frame + read) is > 0 and var more)
            {
                read += more;
            }

            bytes.AsSpan(read, wanted - read).Clear();
            Mix(MemoryMarshal.Cast<byte, short>(bytes.AsSpan(0, wanted)), samples);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void Mix(ReadOnlySpan<short> lanes, Span<float> samples)
    {
        if (_sound.LaneCount == 1)
        {
            for (var at = 0; at < samples.Length; at++)
            {
                samples[at] = Math.Clamp(lanes[at] * _share.First, -1, 1);
            }

            return;
        }

        for (var at = 0; at < samples.Length; at++)
        {
            samples[at] = Math.Clamp(lanes[2 * at] * _share.First + lanes[2 * at + 1] * _share.Second, -1, 1);
        }
    }
}
