using System.Text;
using VideoIndex.Interchange.Captions;
using VideoIndex.Media;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Tests.Captions;

public sealed class SidecarCaptionReaderTests : IDisposable
{
    private const string Cue = "00:00:01,000 --> 00:00:02,000\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sidecar-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Files_beside_a_video_are_read_in_the_order_of_their_names()
    {
        Write("clip.srt", Cue + "plain");
        Write("clip.en.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nenglish");
        Write("other.srt", Cue + "not mine");

        Assert.Equal("clip.en.vtt en [1,2) english\nclip.srt - [1,2) plain", await ReadAsync());
    }

    [Fact]
    public async Task A_video_without_captions_beside_it_has_none() => Assert.Equal("", await ReadAsync());

    [Fact]
    public async Task A_folder_that_is_gone_holds_no_captions() => Assert.Equal("", await ReadAsync("gone/clip.mp4"));

    [Theory]
    [InlineData("utf-16", "clip.srt", "naïve 日本")]
    [InlineData("utf-16BE", "clip.srt", "naïve 日本")]
    [InlineData("utf-8", "clip.srt", "naïve 日本")]
    [InlineData("windows-1252", "clip.srt", "naïve “quoted” – €5")]
    [InlineData("windows-1251", "clip.ru.srt", "Привет")]
    [InlineData("shift_jis", "clip.ja.srt", "こんにちは")]
    [InlineData("big5", "clip.zh-TW.srt", "繁體字")]
    public async Task Text_is_read_in_the_encoding_it_was_written_in(string encoding, string file, string words)
    {
        var writer = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        File.WriteAllBytes(Path.Combine(_folder.FullName, file), [.. writer.GetPreamble(), .. writer.GetBytes(Cue + words)]);

        Assert.EndsWith("[1,2) " + words, await ReadAsync());
    }

    [Fact]
    public async Task Files_that_cannot_be_captions_are_told_and_passed_over()
    {
        Write("clip.de.srt", "");
        Write("clip.en.srt", "PK\u0003\u0004\0\0\0\0\0\0\0");
        Write("clip.fr.srt", "just words");
        using (var huge = File.Create(Path.Combine(_folder.FullName, "clip.srt")))
        {
            huge.SetLength(300_000_000);
        }

        Assert.Equal(
            """
            Caption file 'clip.de.srt': it is empty.
            Caption file 'clip.en.srt': it is not text.
            Caption file 'clip.fr.srt': no captions were found in it.
            Caption file 'clip.srt': it is larger than 20 MB.
            """,
            await ReadAsync());
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder.FullName, file), text);

    private async Task<string> ReadAsync(string video = "clip.mp4")
    {
        var zero = new MediaTime(new Rational(100, 1)); // the container's start has no say in a side-car's times
        var reading = await new SidecarCaptionReader().ReadAsync(
            Path.Combine(_folder.FullName, video), new MediaProbe { Format = "mov" }, zero, CancellationToken.None);
        return string.Join('\n', [.. reading.Transcripts.Select(Told), .. reading.Complaints]);
    }

    private static string Told(Transcript transcript) =>
        $"{transcript.Origin.Name} {transcript.Language ?? "-"} {string.Join("; ", transcript.Utterances.Select(Cued.Of))}";
}
