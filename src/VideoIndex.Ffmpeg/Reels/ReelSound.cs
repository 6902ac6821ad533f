using VideoIndex.Timing;

namespace VideoIndex.Ffmpeg.Reels;

/// <summary>Puts the sound of a reel together, sample by sample: that of each section is exactly as long as its pictures.</summary>
internal sealed class ReelSound : IDisposable
{
    private const int SampleBytes = ReelCommand.Channels * 2;

    private readonly string _folder;
    private readonly FrameRate _rate;
    private readonly FileStream _whole;

    /// <summary>Begins the sound.</summary>
    /// <param name="folder">The folder sections' sounds are decoded into.</param>
    /// <param name="rate">The reel's rate.</param>
    public ReelSound(string folder, FrameRate rate)
    {
        (_folder, _rate) = (folder, rate);
        _whole = File.Create(Path.Combine(folder, ReelCommand.Sound));
    }

    /// <summary>Gets whether any section had sound.</summary>
    public bool HasSound { get; private set; }

    /// <summary>Takes the sound of the section that was just decoded; where it is shorter than its pictures, or there is none, silence follows.</summary>
    /// <param name="frames">The frames of the reel the section fills.</param>
    public void Add(FrameRange frames)
    {
        var left = (SampleAt(frames.Until) - SampleAt(frames.First)) * SampleBytes;
        var section = new FileInfo(Path.Combine(_folder, ReelCommand.SectionSound));
        if (section.Exists)
        {
            HasSound |= section.Length > 0 && left > 0;
            using (var heard = section.OpenRead())
            {
                left -= Copy(heard, left);
            }

            section.Delete();
        }

        var silence = new byte[(int)Math.Min(left, 1 << 16)];
        for (; left > 0; left -= silence.Length)
        {
            _whole.Write(silence.AsSpan(0, (int)Math.Min(left, silence.Length)));
        }
    }

    /// <summary>Ends the sound: all of it is in its file then.</summary>
    public void Dispose() => _whole.Dispose();

    private long Copy(Stream from, long most)
    {
        var (buffer, copied) = (new byte[1 << 16], 0L);
        int read;
        while (copied < most && (read = from.Read(buffer, 0, (int)Math.Min(buffer.Length, most - copied))) > 0)
        {
            _whole.Write(buffer, 0, read);
            copied += read;
        }

        return copied;
    }

    // Counted from the reel's start, so that rounding never adds up.
    private long SampleAt(long frame) => (_rate.StartOf(frame).Seconds * new Rational(ReelCommand.SampleRate, 1)).Round();
}
