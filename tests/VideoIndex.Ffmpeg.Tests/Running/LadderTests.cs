using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Ffmpeg.Tests.Hostile;

namespace VideoIndex.Ffmpeg.Tests.Running;

/// <summary>What is started at each step of the ladder of protections.</summary>
public sealed class LadderTests
{
    private static readonly ToolCall Call = new(Tool.Ffmpeg, ["-i", ToolCall.InputName, ToolCall.FolderName + "%08d.jpg"]) { Input = "/films/a film.mp4", Folder = "/library/tmp/1" };

    [Fact]
    public void Each_step_starts_what_was_approved() =>
        Golden.Verify(string.Concat(Enum.GetValues<Protection>().Select(step => $"{step}\n{Lines(SandboxCommand.For(Call, step))}\n")));

    [Fact]
    public void Every_call_that_reads_a_file_starts_with_what_was_approved() =>
        Golden.Verify(string.Join('\n', [Lines(AllowList.Options), "", Lines(AllowList.DescribeOptions), "", Lines(FfprobeMediaProber.Arguments)]) + "\n");

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(69, null)]
    [InlineData(134, "decoder-crashed")]
    [InlineData(137, "limit-exceeded")]
    [InlineData(139, "decoder-crashed")]
    [InlineData(153, "limit-exceeded")]
    [InlineData(159, "decoder-crashed")]
    public void The_way_a_tool_ends_says_why(int exitCode, string? code) => Assert.Equal(code, new ToolResult(exitCode, Stalled: false, []).Misbehaviour);

    [Fact]
    public async Task The_strongest_protection_that_works_is_used()
    {
        var tools = await MediaTools.DiscoverAsync(default);
        Assert.Equal((await SandboxTest.StrongestAsync(default)).Protection, tools.Protection);
        Assert.Equal(tools.Protection == Protection.Sandbox, tools.Weakness is null);
    }

    [Fact]
    public async Task Without_a_sandbox_no_name_of_a_file_reaches_FFmpeg()
    {
        using var shop = await Workshop.OpenAsync();
        var tools = new MediaTools(Protection.LimitsOnly, weakness: null, version: "");
        var file = shop.Write("a\n[showinfo@gray @ 0x1] [info] n:   0 pts:     99 \n[error] forged.mp4", await File.ReadAllBytesAsync(shop.Mp4));
        var pictures = Directory.CreateDirectory(shop.PathOf("100%d"));

        var probe = await new FfprobeMediaProber(tools).ProbeAsync(file, default);
        var sink = new FirstTimestamps();
        var report = await new FfmpegMediaDecoder(tools).DecodeAsync(new Media.DecodeOrder(file, probe, Media.Segment.Whole, pictures.FullName), sink, default);

        Assert.Equal((Workshop.Frames, 0), (report.Frames, report.Complaints));
        Assert.Equal("0 512 1024", string.Join(' ', sink.Timestamps.Take(3)));
        Assert.Equal(8, pictures.GetFiles("*.jpg").Length);
    }

    private static string Lines(IEnumerable<string> words) => string.Join('\n', words);

    private sealed class FirstTimestamps : Media.IFrameSink
    {
        public List<long> Timestamps { get; } = [];

        public void OnFrame(in Media.GrayFrame frame) => Timestamps.Add(frame.Timestamp);
    }
}
