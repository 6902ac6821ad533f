using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Tests.Running;

/// <summary>A tool that goes too far is stopped, and the file it was reading is told why.</summary>
[Collection(Alone.Name)] // memory is that of the whole program, and tests beside it hold looks in hand
public sealed class LimitTests : IDisposable
{
    private static readonly string[] Nowhere = ["-f", "null", "-"];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("limits-");

    public static TheoryData<Protection> Protections => [Protection.Sandbox, Protection.LimitsOnly];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Protections))]
    public async Task Too_much_processor_time(Protection protection) =>
        Assert.Equal("limit-exceeded", await EndAsync(protection, ["-f", "lavfi", "-i", "testsrc2=s=1920x1080", .. Nowhere], new ToolLimits { CpuSeconds = 1 }));

    [Theory]
    [MemberData(nameof(Protections))]
    public async Task Too_much_written(Protection protection) =>
        Assert.Equal("limit-exceeded", await EndAsync(protection, ["-f", "lavfi", "-i", "testsrc2", "-f", "rawvideo", ToolCall.FolderName + "a"], new ToolLimits { FileBytes = 100_000 }));

    [Theory]
    [MemberData(nameof(Protections))]
    public async Task Too_much_memory(Protection protection) =>
        Assert.Equal("limit-exceeded", await EndAsync(protection, ["-f", "lavfi", "-i", "color=s=8192x8192", "-frames:v", "5", "-vf", "tpad=start=20,reverse", .. Nowhere], new ToolLimits { MemoryBytes = 1L << 30 }));

    [Theory]
    [MemberData(nameof(Protections))]
    public async Task Silence(Protection protection) =>
        Assert.Equal("stalled", await EndAsync(protection, ["-re", "-f", "lavfi", "-i", "testsrc2=r=1/1000", .. Nowhere], new ToolLimits { SilenceSeconds = 1 }));

    // As FFmpeg does while it moves a clip's table of contents to the front.
    [Theory]
    [MemberData(nameof(Protections))]
    public async Task Silence_while_a_file_is_written_is_none(Protection protection)
    {
        string[] arguments = ["-nostdin", "-y", "-v", "error", "-re", "-f", "lavfi", "-i", "testsrc2=r=10:d=7", "-f", "rawvideo", ToolCall.FolderName + "a"];
        var call = new ToolCall(Tool.Ffmpeg, arguments) { Folder = _folder.FullName, Limits = new ToolLimits { SilenceSeconds = 3 } };
        Assert.True((await RunAsync(protection, call, default)).Finished);
    }

    [Theory]
    [MemberData(nameof(Protections))]
    public async Task A_crash(Protection protection)
    {
        var mark = Running.Mark();
        var end = RunAsync(protection, Running.Endless(mark, Nowhere), default);
        await Running.UntilAsync(() => Running.Bearing(mark, "ffmpeg").Count > 0);
        await Hostile.Workshop.RunAsync(["kill", "-SEGV", $"{Running.Bearing(mark, "ffmpeg")[0]}"]);
        Assert.Equal("decoder-crashed", (await end).Misbehaviour);
    }

    [Theory]
    [MemberData(nameof(Protections))]
    public async Task Cancelling_kills_at_once(Protection protection)
    {
        var mark = Running.Mark();
        using var cancel = new CancellationTokenSource();
        var end = RunAsync(protection, Running.Endless(mark, Nowhere), cancel.Token);
        await Running.UntilAsync(() => Running.Bearing(mark, "ffmpeg").Count > 0);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => end);
        await Running.UntilAsync(() => Running.Bearing(mark).Count == 0);
    }

    [Fact]
    public async Task A_reader_that_fails_stops_the_tool()
    {
        var mark = Running.Mark();
        var call = Running.Endless(mark, "-f", "rawvideo", "pipe:1");
        await Assert.ThrowsAsync<InvalidDataException>(() => Tools(Protection.Sandbox).RunAsync(call, _ => throw new InvalidDataException(), null, default).WaitAsync(Running.Guard));
        await Running.UntilAsync(() => Running.Bearing(mark).Count == 0);
    }

    [Fact]
    public async Task Four_gibibytes_of_output_cost_no_memory()
    {
        var call = new ToolCall(Tool.Ffmpeg, ["-nostdin", "-v", "error", "-f", "rawvideo", "-video_size", "8192x8192", "-pixel_format", "gray", "-i", "file:/dev/zero", "-frames:v", "64", "-c", "copy", "-f", "rawvideo", "pipe:1"]);
        var (before, read) = (GC.GetTotalMemory(forceFullCollection: true), 0L);
        await Tools(Protection.Sandbox).RunAsync(call, output => read = Drain(output), null, default).WaitAsync(Running.Guard);
        Assert.Equal(4L << 30, read);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 32 << 20);
    }

    [Theory]
    [InlineData('\n', 80)]
    [InlineData('\r', 1)]
    [InlineData('\n', 20_000_000)]
    public void A_flood_of_complaints_keeps_the_last_64_KB(char end, int every)
    {
        var (longest, words) = (0, new LastWords(line => _ = line));
        using var flood = new StreamReader(new Flood(20_000_000, (byte)end, every));
        words.Read(flood, new Pulse());
        longest = words.Lines.Select(line => line.Length).DefaultIfEmpty().Max();
        Assert.InRange(longest, 0, 4 * 1024);
        Assert.InRange(words.Lines.Sum(line => line.Length), 0, 64 * 1024);
    }

    private static long Drain(Stream output)
    {
        var (buffer, total) = (new byte[1 << 16], 0L);
        for (int read; (read = output.Read(buffer)) > 0;)
        {
            total += read;
        }

        return total;
    }

    private static MediaTools Tools(Protection protection) => new(protection, weakness: null, version: "");

    private static Task<ToolResult> RunAsync(Protection protection, ToolCall call, CancellationToken cancellationToken) =>
        Tools(protection).RunAsync(call, _ => { }, null, cancellationToken).WaitAsync(Running.Guard, CancellationToken.None);

    private async Task<string> EndAsync(Protection protection, string[] arguments, ToolLimits limits)
    {
        var call = new ToolCall(Tool.Ffmpeg, ["-nostdin", "-y", "-v", "error", .. arguments]) { Folder = _folder.FullName, Limits = limits };
        var result = await RunAsync(protection, call, default);
        var refusal = Assert.Throws<MediaRefusedException>(() => Refusals.Check(result));
        Assert.True(refusal.Quarantine);
        return refusal.Code;
    }

    /// <summary>Letters without end, but for a line's end now and then.</summary>
    private sealed class Flood(long total, byte end, int every) : MemoryStream
    {
        private long _given;

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, total - _given);
            for (var i = 0; i < count; i++)
            {
                buffer[i] = (_given + i) % every == every - 1 ? end : (byte)'x';
            }

            _given += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
    }
}
