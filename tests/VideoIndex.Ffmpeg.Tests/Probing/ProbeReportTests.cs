using System.Runtime.CompilerServices;
using System.Text;
using VideoIndex.Ffmpeg.Probing;
using VideoIndex.Media;

namespace VideoIndex.Ffmpeg.Tests.Probing;

/// <summary>Reads what ffprobe really wrote, kept beside this file with the version that wrote it; of the frames, the first of each kind.</summary>
public sealed class ProbeReportTests
{
    public static TheoryData<string> Recordings => [.. Directory.GetFiles(Folder(), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Recordings))]
    public void A_recorded_report_is_read_as_approved(string name)
    {
        Assert.True(ProbeReport.TryRead(File.ReadAllBytes(Path.Combine(Folder(), name + ".json")), out var probe));

        Golden.Verify(Written(probe), test: name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"streams":[]}""")]
    public void What_is_no_report_is_not_read(string json) => Assert.False(ProbeReport.TryRead(Encoding.UTF8.GetBytes(json), out _));

    [Theory]
    [InlineData("ratio", "\"sample_aspect_ratio\":\"0:1\"", "1 turned 0")]
    [InlineData("no rotation", "\"side_data_list\":[{}]", "1 turned 0")]
    [InlineData("full turn", "\"side_data_list\":[{\"rotation\":-360}]", "1 turned 0")]
    [InlineData("anticlockwise", "\"side_data_list\":[{\"rotation\":-90}]", "1 turned 90")]
    [InlineData("clockwise", "\"side_data_list\":[{\"rotation\":90}]", "1 turned 270")]
    [InlineData("anamorphic", "\"sample_aspect_ratio\":\"64:45\"", "64/45 turned 0")]
    public void Odd_shapes_of_pictures_are_read(string what, string field, string expected)
    {
        var json = $$"""{"format":{},"streams":[{"index":0,"codec_type":"video","width":2,"height":2,"time_base":"1/25",{{field}}}]}""";
        Assert.True(ProbeReport.TryRead(Encoding.UTF8.GetBytes(json), out var probe), what);

        Assert.Equal(expected, $"{probe.Pictures[0].PixelAspect} turned {probe.Pictures[0].Rotation}");
    }

    [Fact]
    public void Of_several_streams_the_one_a_player_shows_comes_first_then_the_larger()
    {
        const string json = """
            {"format":{},"streams":[
              {"index":0,"codec_type":"video","width":64,"height":64,"time_base":"1/25"},
              {"index":1,"codec_type":"video","width":128,"height":64,"time_base":"1/25"},
              {"index":2,"codec_type":"video","width":32,"height":32,"time_base":"1/25","disposition":{"default":1}},
              {"index":3,"codec_type":"video","width":900,"height":900,"time_base":"1/25","disposition":{"default":1,"attached_pic":1}},
              {"index":4,"codec_type":"video","width":900,"height":900,"time_base":"0/0"}]}
            """;
        Assert.True(ProbeReport.TryRead(Encoding.UTF8.GetBytes(json), out var probe));

        Assert.Equal([2, 1, 0], probe.Pictures.Select(track => track.Index));
    }

    private static string Written(MediaProbe probe)
    {
        var text = new StringBuilder();
        text.Append($"{probe.Format}, {Seconds(probe.DeclaredDuration)}, timecode {probe.StartTimecode ?? "none"}{(probe.StartTimecodeRate is { } counted ? $" at {counted}" : "")}\n");
        foreach (var track in probe.Pictures)
        {
            text.Append($"pictures {track.Index}: {track.Codec} {track.Width}x{track.Height} aspect {track.PixelAspect} turned {track.Rotation}, in {track.TimeBase} from {track.StartTimestamp}\n");
            text.Append($"  {track.DeclaredRate} declared, {track.AverageRate} on average, {Seconds(track.DeclaredDuration)}, {track.DeclaredFrames?.ToString() ?? "?"} frames\n");
            text.Append($"  {track.PixelFormat}, {track.Colour ?? "no colour said"}, {track.Language ?? "no language"}{(track.HasClosedCaptions ? ", closed captions" : "")}{(track.IsDefault ? ", default" : "")}\n");
        }

        foreach (var track in probe.Audio)
        {
            text.Append($"audio {track.Index} (number {track.Number}): {track.Codec} {track.SampleRate} x {track.Channels}, in {track.TimeBase} from {track.StartTimestamp}, {track.Language ?? "no language"} '{track.Title}'\n");
        }

        foreach (var track in probe.Captions)
        {
            text.Append($"captions {track.Index} (number {track.Number}): {track.Codec} in {track.TimeBase}, {track.Language ?? "no language"} '{track.Title}'\n");
        }

        foreach (var chapter in probe.Chapters)
        {
            text.Append($"chapter {chapter.Number} {chapter.Span} '{chapter.Title}'\n");
        }

        foreach (var (key, value) in probe.Attributes)
        {
            text.Append($"{key}: {value}\n");
        }

        return text.ToString();
    }

    private static string Seconds(Timing.MediaDuration? length) => length is { } known ? $"{known.Seconds} s" : "length not said";

    private static string Folder([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;
}
