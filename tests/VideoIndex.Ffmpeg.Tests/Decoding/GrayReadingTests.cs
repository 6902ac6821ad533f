using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Tests.Decoding;

public sealed class GrayReadingTests : IDisposable
{
    private static readonly LookSize Tiny = new(2, 2, FullRange: true);

    private readonly string _folder = Directory.CreateTempSubdirectory("videoindex-test-").FullName;
    private readonly FrameLog _log = new(startsInside: false);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Frames_are_handed_on_in_order_each_with_its_time_and_picture()
    {
        var seen = new Seen();
        using var reading = new GrayReading(_log, looks: null, seen);
        Tell(reading, 0, 40, 80);

        reading.Read(Frames(5, 6, 7));

        Assert.Equal(["0 5 00000001.jpg", "40 6 ", "80 7 "], seen.Frames);
        Assert.Equal(3, reading.Count);
    }

    [Fact]
    public void A_frame_that_is_not_whole_is_none()
    {
        var seen = new Seen();
        using var reading = new GrayReading(_log, looks: null, seen);
        Tell(reading, 0, 40);

        reading.Read(new MemoryStream([.. Frames(5).ToArray(), 6, 6, 6]));

        Assert.Equal(["0 5 00000001.jpg"], seen.Frames);
    }

    [Fact]
    public async Task A_look_goes_with_the_frame_that_has_a_picture()
    {
        var seen = new Seen();
        using var pipe = new LookPipe(_folder, Tiny);
        using var reading = new GrayReading(_log, pipe, seen);
        await using (var to = new FileStream(Path.Combine(_folder, LookPipe.Name), FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0))
        {
            await to.WriteAsync(new byte[] { 9, 9, 9, 9, 128, 128 });
        }

        Tell(reading, 0, 40);
        reading.Read(Frames(5, 6));

        Assert.Equal(["0 5 00000001.jpg look 9", "40 6 "], seen.Frames);
    }

    [Fact]
    public void Without_its_look_a_frame_is_handed_on_all_the_same()
    {
        var seen = new Seen();
        using var pipe = new LookPipe(_folder, Tiny);
        using var reading = new GrayReading(_log, pipe, seen);
        Tell(reading, 0);

        reading.Read(Frames(5));

        Assert.Equal(["0 5 00000001.jpg"], seen.Frames);
    }

    [Fact]
    public void What_goes_wrong_with_who_takes_the_frames_is_thrown_and_the_reading_stops()
    {
        using var reading = new GrayReading(_log, looks: null, new Full());
        Tell(reading, [.. Enumerable.Range(0, 600).Select(frame => 40L * frame)]);

        Assert.Throws<IOException>(() => reading.Read(Frames(new byte[600])));
    }

    // As FFmpeg's log says it: every frame gray, the first also a picture; then it ends.
    private static void Tell(GrayReading reading, params long[] timestamps)
    {
        foreach (var (timestamp, n) in timestamps.Select((timestamp, n) => (timestamp, n)))
        {
            if (n == 0)
            {
                reading.OnLine($"[showinfo@picture @ 0x1] [info] n:{n} pts:{timestamp} pts_time:0");
            }

            reading.OnLine($"[showinfo@gray @ 0x1] [info] n:{n} pts:{timestamp} pts_time:0");
        }

        reading.OnLine(null);
    }

    private static MemoryStream Frames(params byte[] shades) =>
        new([.. shades.SelectMany(shade => Enumerable.Repeat(shade, GrayFrame.Size))]);

    private sealed class Seen : IFrameSink
    {
        public List<string> Frames { get; } = [];

        public void OnFrame(in GrayFrame frame) =>
            Frames.Add($"{frame.Timestamp} {frame.Pixels[^1]} {frame.Picture}{(frame.Look.IsEmpty ? "" : $" look {frame.Look.Luma[0]}")}");
    }

    private sealed class Full : IFrameSink
    {
        public void OnFrame(in GrayFrame frame) => throw new IOException("The disk is full.");
    }
}
