namespace VideoIndex.Ffmpeg.Running;

/// <summary>Counts signs of life.</summary>
internal sealed class Pulse
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public void Beat() => Interlocked.Increment(ref _count);
}

/// <summary>Says whether a tool writes files: FFmpeg tells nothing while it moves the table of contents of a clip to the front, which takes minutes for a large one.</summary>
/// <param name="folder">The one folder it may write in; null for none.</param>
internal sealed class WrittenFiles(string? folder)
{
    private long _last;

    /// <summary>Returns whether any file was written since this was last asked.</summary>
    public bool Written()
    {
        var before = _last;
        _last = folder is null
            ? before
            : new DirectoryInfo(folder).EnumerateFiles().Select(file => file.LastWriteTimeUtc.Ticks).Append(before).Max();
        return _last > before;
    }
}

/// <summary>Passes a tool's output on and notes each read as a sign of life, and what was read.</summary>
internal sealed class PulsingStream(Stream inner, Pulse pulse, ToolCost cost) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        pulse.Beat();
        cost.AddBytes(read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Reads a tool's errors line by line, and keeps the last of them. Hostile files write much: lines and total are capped.</summary>
internal sealed class LastWords(Action<string?>? onLine)
{
    private const int MostBytes = 64 * 1024;
    private const int LongestLine = 4 * 1024;
    private readonly Queue<string> _lines = new();
    private int _kept;

    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Reads to the end. Blocks, so it wants a thread of its own.</summary>
    /// <remarks>A decode says something of every frame; workers of the thread pool, woken that often, spend more time spinning than reading.</remarks>
    public void Read(StreamReader errors, Pulse pulse)
    {
        var buffer = new char[16 * 1024];
        var line = new System.Text.StringBuilder();
        int read;
        while ((read = errors.Read(buffer)) > 0)
        {
            pulse.Beat();
            for (var i = 0; i < read; i++)
            {
                if (buffer[i] is '\n' or '\r')
                {
                    Take(line);
                }
                else if (line.Length < LongestLine)
                {
                    line.Append(buffer[i]);
                }
            }
        }

        Take(line);
        onLine?.Invoke(null);
    }

    private void Take(System.Text.StringBuilder text)
    {
        if (text.Length == 0)
        {
            return;
        }

        var line = text.ToString();
        text.Clear();
        onLine?.Invoke(line);
        _lines.Enqueue(line);
        _kept += line.Length;
        while (_kept > MostBytes)
        {
            _kept -= _lines.Dequeue().Length;
        }
    }
}
