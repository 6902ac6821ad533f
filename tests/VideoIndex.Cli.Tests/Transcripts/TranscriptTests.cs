using VideoIndex.Cli.Commands.Transcripts;
using VideoIndex.Cli.Tests.Footage;
using VideoIndex.Interchange.Captions;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Cli.Tests.Transcripts;

public sealed class TranscriptTests
{
    [Theory]
    [InlineData("de")]
    [InlineData("deu")]
    [InlineData("ger")]
    public async Task Captions_come_back_as_they_were_read_however_their_language_is_written(string language)
    {
        var ran = await RunAsync("--format", "srt", "--language", language);
        Assert.Equal("1\n00:00:00,500 --> 00:00:01,500\nDer Ball geht über die Linie\n\n2\n00:00:02,000 --> 00:00:02,900\nEin schöner Freistoß\n", ran.Output);
        Assert.Equal("", ran.Errors);
    }

    [Fact]
    public async Task Text_is_what_is_written_unless_something_else_is_asked_for()
    {
        var ran = await RunAsync();
        Assert.Equal("[0:00:00.500] Corner from the left A perfect free kick\n", ran.Output);
        Assert.Contains("There is also: Match Day.de.srt (de)", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_written_whole_in_the_format_it_ends_in()
    {
        using var shelf = await Shelf.CopyAsync();
        var file = Path.Combine(shelf.Folder, "said.vtt");
        await File.WriteAllTextAsync(file, "old");
        var ran = await shelf.RunAsync("transcript", await Reels.PathAsync(Reels.Match), "--language", "en", "-o", file);
        Assert.Equal($"{file}: mov_text track 1 (eng), 2 cues\n", ran.Output);
        Assert.Equal(["Corner from the left", "A perfect free kick"], WebVtt.Read(await File.ReadAllTextAsync(file)).Utterances.Select(utterance => utterance.Text));
        Assert.Equal(["said.vtt"], Directory.GetFiles(shelf.Folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("2 videoindex: A transcript is written as srt, vtt, txt or json, not as 'docx'.", "--format", "docx")]
    [InlineData("2 videoindex: The file to write must end in .srt; 'OUT/a.vtt' does not.", "--format", "srt", "-o", "OUT/a.vtt")]
    [InlineData("2 videoindex: --max-line takes a whole number from 10 to 200, not '5'. Run: videoindex transcript --help", "--max-line", "5")]
    [InlineData("3 videoindex: There is no transcript of audio track 1 of 'FILE'. There is: mov_text track 1 (eng); Match Day.de.srt (de); Match Day.ja.srt (ja).", "--track", "1")]
    [InlineData("3 videoindex: There is no transcript in 'fr' of 'FILE'. There is: mov_text track 1 (eng); Match Day.de.srt (de); Match Day.ja.srt (ja).", "--language", "fr")]
    public async Task What_cannot_be_had_is_said(string ending, params string[] arguments)
    {
        var folder = Path.GetTempPath().TrimEnd('/');
        var ran = await RunAsync([.. arguments.Select(argument => argument.Replace("OUT", folder, StringComparison.Ordinal))]);
        Assert.Equal(ending.Replace("OUT", folder, StringComparison.Ordinal).Replace("FILE", await Reels.PathAsync(Reels.Match), StringComparison.Ordinal), ran.Ending);
    }

    [Fact]
    public async Task A_video_without_a_transcript_is_said_so()
    {
        var path = await Reels.PathAsync(Reels.Varying);
        Assert.Equal($"3 videoindex: There is no transcript of '{path}'.", (await (await Shelf.FullAsync()).RunAsync("transcript", path)).Ending);
    }

    [Fact]
    public void Captions_go_before_what_was_heard_a_track_is_what_was_heard_and_channels_are_one()
    {
        var said = new Utterance(new MediaSpan(new(new Rational(0, 1)), new(new Rational(1, 1))), "hi");
        Transcript[] all =
        [
            new("en", new Origin("model", "whisper-base"), [said]) { Track = 1, Channel = "left" }, new("en", new Origin("model", "whisper-base"), [said with { Text = "ho" }]) { Track = 1, Channel = "right" },
            new("de", new Origin("model", "whisper-base"), [said]) { Track = 2 }, new("en-GB", new Origin("sidecar", "a.srt"), [said]),
        ];
        Assert.Equal("a.srt (en-GB)", TranscriptChoice.Named(TranscriptChoice.Of(all, null, "en", "v").Meant));
        var heard = TranscriptChoice.Of(all, 1, null, "v");
        Assert.Equal("whisper-base, audio track 1 (en)", TranscriptChoice.Named(heard.Meant));
        Assert.Equal(["left", "right"], heard.Meant.Utterances.Select(utterance => utterance.Speaker));
        Assert.Empty(heard.Others);
        Assert.Throws<CommandException>(() => TranscriptChoice.Of(all, 3, null, "v"));
    }

    private static async Task<Ran> RunAsync(params string[] arguments) =>
        await (await Shelf.FullAsync()).RunAsync(["transcript", await Reels.PathAsync(Reels.Match), .. arguments]);
}
