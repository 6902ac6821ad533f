using System.Runtime.CompilerServices;
using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Looks;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Tests.Decoding;

/// <summary>What takes the frames may be slow, a model above all: FFmpeg then waits, however long the footage is.</summary>
public sealed class BackPressureTests : IDisposable
{
    private const int MostFramesAhead = 256, MostLooksAhead = 64;

    private readonly string _folder = Directory.CreateTempSubdirectory("videoindex-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(600)]
    [InlineData(2400)]
    public void Frames_are_read_ahead_of_a_detector_that_stands_still_up_to_a_bound_whatever_the_length(int frames)
    {
        var log = new FrameLog(startsInside: false);
        using var output = new CountedFrames(frames);
        using var sink = new Standing(output);
        using var reading = new GrayReading(log, looks: null, sink);
        for (var frame = 0; frame < frames; frame++)
        {
            reading.OnLine($"[showinfo@gray @ 0x1] [info] n:{frame} pts:{frame * 40} pts_time:0");
        }

        reading.OnLine(null);
        var reader = new Thread(() => reading.Read(output));
        reader.Start();
        sink.Entered.Wait();
        SpinWait.SpinUntil(() => output.Given == frames || (output.Given > MostFramesAhead && (reader.ThreadState & ThreadState.WaitSleepJoin) != 0));
        var ahead = output.Given;

        sink.Gate.Set();
        reader.Join();

        // One is with the detector, one waits for room.
        Assert.Equal(MostFramesAhead + 2, ahead);
        Assert.InRange(sink.MostAhead, 1, MostFramesAhead + 2);
        Assert.Equal(frames, reading.Count);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(800)]
    public async Task Looks_are_kept_in_the_same_few_buffers_whatever_the_length(int looks)
    {
        var size = new LookSize(320, 180, FullRange: true);
        var (buffers, written) = (new HashSet<object>(ReferenceEqualityComparer.Instance), new StrongBox<int>());
        using var pipe = new LookPipe(_folder, size);
        using var ahead = pipe.ReadAhead();
        var writing = Task.Factory.StartNew(() => Write(looks, size, written), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        for (var taken = 0; taken < looks; taken++)
        {
            // As slow as a model that lets everything before it come as far as it may.
            SpinWait.SpinUntil(() => Volatile.Read(ref written.Value) >= Math.Min(looks, taken + MostLooksAhead));
            var look = pipe.Take()!;
            buffers.Add(look);
            pipe.GiveBack(look);
        }

        await writing;
        pipe.End();
        Assert.Null(pipe.Take());
        Assert.InRange(buffers.Count, 1, MostLooksAhead + 2);
    }

    private void Write(int looks, LookSize size, StrongBox<int> written)
    {
        using var to = new FileStream(Path.Combine(_folder, LookPipe.Name), FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var look = new byte[LookPicture.Size(size.Width, size.Height)];
        for (var i = 0; i < looks; i++)
        {
            to.Write(look);
            Interlocked.Increment(ref written.Value);
        }
    }

    /// <summary>Stands still at the first frame until its gate opens.</summary>
    private sealed class Standing(CountedFrames output) : IFrameSink, IDisposable
    {
        private int _delivered;

        public ManualResetEventSlim Entered { get; } = new();

        public ManualResetEventSlim Gate { get; } = new();

        public int MostAhead { get; private set; }

        public void OnFrame(in GrayFrame frame)
        {
            Entered.Set();
            Gate.Wait();
            MostAhead = Math.Max(MostAhead, output.Given - _delivered++);
        }

        public void Dispose()
        {
            Entered.Dispose();
            Gate.Dispose();
        }
    }

    /// <summary>What FFmpeg writes: gray frames, counted as they are read.</summary>
    private sealed class CountedFrames(int frames) : MemoryStream
    {
        private long _read;

        public int Given => (int)(Volatile.Read(ref _read) / GrayFrame.Size);

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, ((long)frames * GrayFrame.Size) - _read);
            Interlocked.Add(ref _read, count);
            return count;
        }
    }
}
