using System.Text;
using VideoIndex.Interchange.Importing;
using VideoIndex.Interchange.Tests.Importing.Services;
using VideoIndex.Testing.Contracts;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Importing;

public sealed class ImportFileTests
{
    [Theory]
    [InlineData("""{"videos":[{"insights":{}}]}""", "azure-insights")]
    [InlineData("""{"Labels":[{"Timestamp":0,"Label":{"Name":"a"}}]}""", "rekognition")]
    [InlineData("""{"annotationResults":[{}]}""", "google-video")]
    [InlineData("""{"annotation_results":[{}]}""", "google-video")]
    public void Which_service_a_file_is_of_is_known_by_what_is_in_it(string text, string format) =>
        Assert.Equal(format, ImportFile.Read(Encoding.UTF8.GetBytes(text), null, Taken.Order).Format);

    [Theory]
    [InlineData("taken.json", "{}", null, "unknown-format", "looks like none of")]
    [InlineData("taken.xyz", "{}", null, "unknown-format", "tells no format")]
    [InlineData("taken.json", "{}", "betamax", "unknown-format", "There is no format 'betamax'")]
    [InlineData("taken.json", "a\0\u0001b", "azure-insights", "bad-import", "is no text")]
    public void What_is_of_no_format_is_refused_with_what_to_do(string name, string text, string? format, string code, string why)
    {
        var refused = Assert.Throws<ImportException>(() => ImportFile.Read(Encoding.UTF8.GetBytes(text), format, Taken.Order with { FileName = name }));
        Assert.Equal(code, refused.Code);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_in_another_encoding_is_refused()
    {
        var refused = Assert.Throws<ImportException>(() => ImportFile.Read([.. "{\"videos\":\""u8, 0xE9, .. "\"}"u8], "azure-insights", Taken.Order));
        Assert.Contains("is not in UTF-8", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_at_the_start_is_no_text()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(InsightsFile.With("labels", ""))];
        Assert.Equal("azure-insights", ImportFile.Read(bytes, null, Taken.Order).Format);
        Assert.Equal("azure-insights", ImportFile.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(InsightsFile.With("labels", ""))], null, Taken.Order).Format);
    }

    [Fact]
    public void The_same_bytes_for_the_same_video_in_the_same_format_are_one_import()
    {
        var (video, bytes) = (A.Id("a.mp4"), "x"u8.ToArray());
        Assert.Equal("c4f6d32a", ImportFile.IdOf(video, "srt", bytes)[..8]); // kept in libraries: it may not change
        Assert.NotEqual(ImportFile.IdOf(video, "srt", bytes), ImportFile.IdOf(A.Id("b.mp4"), "srt", bytes));
        Assert.NotEqual(ImportFile.IdOf(video, "srt", bytes), ImportFile.IdOf(video, "vtt", bytes));
        Assert.NotEqual(ImportFile.IdOf(video, "srt", bytes), ImportFile.IdOf(video, "srt", "y"u8.ToArray()));
    }

    [Fact]
    public void Options_that_change_nothing_are_told_of()
    {
        var order = Taken.Order with { AsTranscript = true, Kind = "x", Start = "01:00:00:00", Rate = FrameRate.Pal };
        Assert.Equal(4, Taken.From(InsightsFile.With("labels", ""), order: order).Complaints.Count);
    }
}
