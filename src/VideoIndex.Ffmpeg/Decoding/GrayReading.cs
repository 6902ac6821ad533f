using System.Collections.Concurrent;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Jobs;
using VideoIndex.Looks;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Decoding;

/// <summary>Reads the gray frames of one decode, joins to each what the log says of it and its look, and hands them on.</summary>
/// <param name="frames">What the log says.</param>
/// <param name="looks">Where looks come from; null where none are taken.</param>
/// <param name="sink">Takes the frames.</param>
internal sealed class GrayReading(FrameLog frames, LookPipe? looks, IFrameSink sink) : IDisposable
{
    // A day at 240 frames a second; no real file holds more.
    private const long MostFrames = 24L * 3600 * 240;

    // More than a decoder gives up at once when it comes to a file's end: 15 MB.
    private const int MostAhead = 256;

    private readonly BlockingCollection<byte[]> _frames = new(MostAhead);
    private readonly ConcurrentBag<byte[]> _spare = [];

    /// <summary>Gets how many frames came.</summary>
    public long Count { get; private set; }

    /// <summary>Takes a line of the log; null after the last.</summary>
    public void OnLine(string? line)
    {
        frames.OnLine(line);
        if (line is null)
        {
            looks?.End();
        }
    }

    /// <summary>Reads to the end, ahead of what takes the frames: who waits for a look must not keep FFmpeg from coming to it.</summary>
    public void Read(Stream output)
    {
        using var ahead = looks?.ReadAhead();
        var cost = new ToolCost(CostMeter.Current);
        var delivering = Task.Factory.StartNew(
            () => cost.OfThread(DeliverAll), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            ReadAll(output);
        }
        catch (InvalidOperationException) when (_frames.IsAddingCompleted)
        {
            // Nobody takes frames any more; what stopped it is thrown below.
        }
        finally
        {
            _frames.CompleteAdding();
        }

        delivering.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Dispose() => _frames.Dispose();

    private void ReadAll(Stream output)
    {
        while (true)
        {
            var frame = _spare.TryTake(out var spare) ? spare : new byte[GrayFrame.Size];
            if (output.ReadAtLeast(frame, GrayFrame.Size, throwOnEndOfStream: false) < GrayFrame.Size)
            {
                return;
            }

            if (++Count > MostFrames)
            {
                throw new MediaRefusedException("too-many-frames", Refusals.Sentence("too-many-frames"), quarantine: true);
            }

            _frames.Add(frame);
        }
    }

    private void DeliverAll()
    {
        try
        {
            foreach (var frame in _frames.GetConsumingEnumerable())
            {
                Deliver(frame);
                _spare.Add(frame);
            }
        }
        finally
        {
            _frames.CompleteAdding();
        }
    }

    private void Deliver(byte[] pixels)
    {
        var (timestamp, picture) = frames.Take();
        if (picture is null || looks?.Take() is not { } look)
        {
            sink.OnFrame(new GrayFrame(timestamp, pixels, picture));
            return;
        }

        sink.OnFrame(new GrayFrame(timestamp, pixels, picture) { Look = new LookPicture(looks.Size.Width, looks.Size.Height, look) });
        looks.GiveBack(look);
    }
}
