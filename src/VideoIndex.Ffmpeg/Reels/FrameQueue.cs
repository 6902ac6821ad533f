using System.Collections.Concurrent;

namespace VideoIndex.Ffmpeg.Reels;

/// <summary>Frames on their way from those who decode to the one who encodes: a few at a time, their memory used again.</summary>
/// <param name="bytes">How large each is.</param>
internal sealed class FrameQueue(int bytes) : IDisposable
{
    private const int Most = 8;

    private readonly BlockingCollection<byte[]> _frames = new(Most);
    private readonly ConcurrentBag<byte[]> _spare = [];

    /// <summary>Gets how large each frame is, in bytes.</summary>
    public int Bytes { get; } = bytes;

    /// <summary>Gets whether whoever took frames has gone before they were all there.</summary>
    public bool IsAbandoned { get; private set; }

    /// <summary>Hands a copy of a frame on; waits while too many are on their way.</summary>
    /// <returns><see langword="false"/> when nobody takes frames any more.</returns>
    public bool Add(ReadOnlySpan<byte> frame)
    {
        var copy = _spare.TryTake(out var spare) ? spare : new byte[Bytes];
        frame.CopyTo(copy);
        try
        {
            _frames.Add(copy);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Says that no more frames come.</summary>
    public void Complete() => _frames.CompleteAdding();

    /// <summary>Writes the frames as they come, until no more do. Blocks, so it wants a thread of its own.</summary>
    public void WriteTo(Stream output)
    {
        var isWhole = false;
        try
        {
            foreach (var frame in _frames.GetConsumingEnumerable())
            {
                output.Write(frame);
                _spare.Add(frame);
            }

            isWhole = true;
        }
        finally
        {
            IsAbandoned = !isWhole;
            _frames.CompleteAdding();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _frames.Dispose();
}
