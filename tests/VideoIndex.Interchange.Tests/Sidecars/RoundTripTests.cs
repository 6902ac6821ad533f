using System.Text;
using VideoIndex.Interchange.Sidecars;
using VideoIndex.Sidecars;

namespace VideoIndex.Interchange.Tests.Sidecars;

public sealed class RoundTripTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_video_s_side_car_reads_back_equal_in_every_part(int seed)
    {
        var sidecar = new RandomSidecars(seed).Next();
        Same.As(sidecar, SidecarFile.ReadVideo(SidecarFile.Write(sidecar)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_library_s_side_car_reads_back_equal_in_every_part(int seed)
    {
        var sidecar = new RandomSidecars(seed).NextLibrary();
        Same.As(sidecar, SidecarFile.ReadLibrary(SidecarFile.Write(sidecar)));
    }

    [Fact]
    public void The_same_side_car_is_the_same_bytes() =>
        Assert.Equal(SidecarFile.Write(new RandomSidecars(7).Next()), SidecarFile.Write(new RandomSidecars(7).Next()));

    [Fact]
    public void What_was_read_writes_the_same_bytes_again()
    {
        var bytes = SidecarFile.Write(new RandomSidecars(8).Next());
        Assert.Equal(bytes, SidecarFile.Write(SidecarFile.ReadVideo(bytes)));
    }

    [Fact]
    public void A_file_that_another_program_laid_out_anew_is_the_same()
    {
        var sidecar = new RandomSidecars(9).Next();
        var compact = System.Text.Json.Nodes.JsonNode.Parse(SidecarFile.Write(sidecar))!.ToJsonString();
        Same.As(sidecar, SidecarFile.ReadVideo(Encoding.UTF8.GetBytes("\uFEFF" + compact)));
    }

    [Fact]
    public void A_file_that_was_changed_is_known_by_its_checksum()
    {
        var text = Encoding.UTF8.GetString(SidecarFile.Write(new RandomSidecars(1).Next()));
        var changed = text.Replace("\"run\": ", "\"run\": 1", StringComparison.Ordinal);
        Assert.NotEqual(text, changed);
        Assert.Equal("sidecar-damaged", Assert.Throws<SidecarException>(() => SidecarFile.ReadVideo(Encoding.UTF8.GetBytes(changed))).Code);
    }

    [Fact]
    public void Whoever_means_a_change_takes_the_checksum_out()
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(SidecarFile.Write(new RandomSidecars(1).Next()))!;
        node["video"]!["run"] = 17;
        node.AsObject().Remove("sha256");
        Assert.Equal(17, SidecarFile.ReadVideo(Encoding.UTF8.GetBytes(node.ToJsonString())).Contents.Video.Run);
    }

    [Fact]
    public void A_video_s_side_car_is_no_library_s() =>
        Assert.Equal("/format", Assert.Throws<SidecarException>(() => SidecarFile.ReadLibrary(SidecarFile.Write(new RandomSidecars(2).Next()))).Place);
}
