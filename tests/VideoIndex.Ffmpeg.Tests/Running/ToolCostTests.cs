using VideoIndex.Ffmpeg.Decoding;
using VideoIndex.Ffmpeg.Running;
using VideoIndex.Ffmpeg.Tests.Hostile;
using VideoIndex.Jobs;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Tests.Running;

public sealed class ToolCostTests
{
    [Fact]
    public void What_FFmpeg_says_it_took_is_added()
    {
        var meter = CostMeter.Start();
        var cost = new ToolCost(meter);

        Assert.True(cost.TakenFrom("[info] bench: utime=6.886s stime=0.133s rtime=99.864s"));
        Assert.True(cost.TakenFrom("[info] bench: maxrss=86228kB"));

        Assert.Equal(TimeSpan.FromMilliseconds(7019), meter.Cpu);
    }

    [Theory]
    [InlineData("[info]     title           : [info] bench: utime=6.886s stime=0.133s rtime=6.864s")] // what a file may call itself
    [InlineData("[error] bench: utime=1s")]
    [InlineData("")]
    [InlineData(null)]
    public void Nothing_else_is(string? line)
    {
        var meter = CostMeter.Start();
        Assert.False(new ToolCost(meter).TakenFrom(line));
        Assert.Equal(TimeSpan.Zero, meter.Cpu);
    }

    [Fact]
    public async Task A_decode_tells_its_processor_time_and_bytes_without_a_complaint()
    {
        using var shop = await Workshop.OpenAsync();
        var tools = await Frames.IndexedClip.Tools;
        var probe = await new Ffmpeg.Probing.FfprobeMediaProber(tools).ProbeAsync(shop.Mp4, default);
        var meter = CostMeter.Start();

        var order = new DecodeOrder(shop.Mp4, probe, Segment.Whole, Directory.CreateDirectory(shop.PathOf("pictures")).FullName);
        var report = await new FfmpegMediaDecoder(tools).DecodeAsync(order, new Blind(), default);

        Assert.Equal((0, (long)Workshop.Frames * GrayFrame.Size), (report.Complaints, meter.BytesRead));
        Assert.InRange(meter.Cpu.TotalSeconds, 0.01, 60);
    }

    private sealed class Blind : IFrameSink
    {
        public void OnFrame(in GrayFrame frame)
        {
        }
    }
}
