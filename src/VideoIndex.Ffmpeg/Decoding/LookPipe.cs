using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Jobs;
using VideoIndex.Looks;

namespace VideoIndex.Ffmpeg.Decoding;

/// <summary>The way looks come out of a decode: a named pipe in its folder, beside the gray frames on its output.</summary>
/// <remarks>
/// No look ever lies on disk. They are read ahead on a thread of their own, as many as a decoder may give up at once (its threads,
/// and the frames it puts in order): FFmpeg writes a look before the gray frame, so one reader for both would wait for itself.
/// </remarks>
internal sealed partial class LookPipe : IDisposable
{
    /// <summary>The pipe's name in the folder.</summary>
    public const string Name = "looks";

    private const int Most = 64;
    private const uint OwnerOnly = 0x180; // 0600

    private readonly string _path;
    private readonly LookSize _size;
    private readonly FileStream _keeper, _reader;
    private readonly BlockingCollection<byte[]> _looks = new(Most);
    private readonly ConcurrentBag<byte[]> _spare = [];
    private Thread? _thread;

    /// <summary>Makes the pipe and opens it for reading.</summary>
    /// <exception cref="IOException">The folder's file system has no named pipes.</exception>
    public LookPipe(string folder, LookSize size)
    {
        (_path, _size) = (Path.Combine(folder, Name), size);
        if (MakePipe(_path, OwnerOnly) != 0)
        {
            throw new IOException($"No named pipe can be made in '{folder}' (error {Marshal.GetLastPInvokeError()}).");
        }

        // A reader waits for a writer and sees the end when the last is gone. The keeper is one, until FFmpeg has ended.
        _keeper = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        _reader = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
    }

    /// <summary>Gets the size of the looks.</summary>
    public LookSize Size => _size;

    /// <summary>Starts to read looks, on a thread of its own, until the writer is gone or what is returned is disposed.</summary>
    public IDisposable ReadAhead()
    {
        var meter = new ToolCost(CostMeter.Current);
        _thread = new Thread(() => meter.OfThread(Read)) { IsBackground = true, Name = Name };
        _thread.Start();
        return new Reading(this);
    }

    private void Read()
    {
        try
        {
            WidePipe.Widen(_reader.SafeFileHandle);
            while (ReadOne() is { } look)
            {
                _looks.Add(look);
            }
        }
        catch (InvalidOperationException)
        {
            while (ReadOne() is not null)
            {
                // Nobody takes looks any more, but FFmpeg must come to its end.
            }
        }
        finally
        {
            _looks.CompleteAdding();
        }
    }

    /// <summary>Returns the next look; null when there is none. Waits for it.</summary>
    public byte[]? Take() => _looks.TryTake(out var look, Timeout.Infinite) ? look : null;

    /// <summary>Gives a look's bytes back, to hold another.</summary>
    public void GiveBack(byte[] look) => _spare.Add(look);

    /// <summary>Says that the writer is gone, whether or not it ever came.</summary>
    public void End() => _keeper.Dispose();

    /// <summary>Takes the pipe away. To be called once FFmpeg has ended: only then does the thread that reads ahead.</summary>
    public void Dispose()
    {
        _keeper.Dispose();
        _thread?.Join();
        _reader.Dispose();
        _looks.Dispose();
        File.Delete(_path);
    }

    private byte[]? ReadOne()
    {
        var look = _spare.TryTake(out var spare) ? spare : new byte[LookPicture.Size(_size.Width, _size.Height)];
        var (at, read) = (0, 0);
        while (at < look.Length && (read = _reader.Read(look, at, look.Length - at)) > 0)
        {
            at += read;
        }

        if (at < look.Length)
        {
            return null;
        }

        if (!_size.FullRange)
        {
            FullRange.Stretch(look, luma: _size.Width * _size.Height);
        }

        return look;
    }

    // Nobody takes looks any more: a reader that waits for room is let go.
    private sealed class Reading(LookPipe pipe) : IDisposable
    {
        public void Dispose()
        {
            pipe._looks.CompleteAdding();
        }
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int MakePipe(string path, uint mode);
}
