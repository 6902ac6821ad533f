using VideoIndex.Exporting;
using VideoIndex.Interchange.Captions;
using VideoIndex.Interchange.Captions.Ttml;
using VideoIndex.Interchange.Tests.Transcripts;
using VideoIndex.Tags;
using VideoIndex.Testing.Clips;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Tests.Exporting.Cues.Captions;

public sealed class CaptionExportTests
{
    [Fact]
    public void Srt_has_a_cue_a_moment_and_no_two_at_once() => Golden.Verify(Leaving.Usual().Written("srt").Told());

    [Fact]
    public void Vtt_has_a_cue_a_moment() => Golden.Verify(Leaving.Usual().Written("vtt").Told());

    [Fact]
    public void Imsc_has_a_cue_a_moment_to_the_frame() => Golden.Verify(Leaving.Usual().Written("imsc").Told());

    [Fact]
    public void Hostile_names_stay_text_in_srt() => Golden.Verify(Hostile().Written("srt").Told());

    [Fact]
    public void Hostile_names_stay_text_in_vtt() => Golden.Verify(Hostile().Written("vtt").Told());

    [Fact]
    public void Hostile_names_stay_text_in_imsc() => Golden.Verify(Hostile().Written("imsc").Told());

    [Theory]
    [InlineData("srt")]
    [InlineData("vtt")]
    [InlineData("imsc")]
    public void What_was_written_is_read_to_the_same_words(string format)
    {
        var back = Read(format, Hostile().Text(format));
        Assert.Empty(back.Complaints);
        Assert.Equal(
            Leaving.Hostile.Select(name => CaptionText.Plain(Unshown(name))),
            back.Utterances.Select(utterance => utterance.Text));
    }

    [Theory]
    [InlineData("srt")]
    [InlineData("vtt")]
    [InlineData("imsc")]
    public void Whatever_people_write_is_one_cue_each(string format)
    {
        var sheet = Leaving.Match([.. HostileTexts.All.Select((name, at) => Leaving.Moment(at * 10, (at * 10) + 5, name))]);
        var back = Read(format, sheet.Text(format));
        Assert.Empty(back.Complaints);
        Assert.Equal(HostileTexts.All.Count(name => string.IsNullOrWhiteSpace(name) || CaptionText.Plain(Unshown(name)) != ""), back.Utterances.Count);
    }

    [Theory]
    [InlineData("srt")]
    [InlineData("vtt")]
    [InlineData("imsc")]
    public void Whatever_is_said_is_one_cue_each(string format)
    {
        var said = HostileTexts.All.Where(text => !string.IsNullOrWhiteSpace(CaptionText.Plain(text))).Select((text, at) => new Utterance(Said.Span(at, at + 0.5), text) { Speaker = text.Length < 100 ? text : null }).ToArray();
        var back = Read(format, Leaving.Said(Leaving.Video(FrameRate.Ntsc, 360_000), new Transcript("en", new Origin("captions", "x"), said)).Text(format));
        Assert.Empty(back.Complaints);
        Assert.Equal(said.Length, back.Utterances.Count);
    }

    [Theory]
    [InlineData("srt")]
    [InlineData("vtt")]
    [InlineData("imsc")]
    public void A_hundred_thousand_letters_are_one_cue(string format)
    {
        var written = Leaving.Match(Leaving.Moment(0, 30, string.Concat(Enumerable.Repeat("a < b --> c\n\n", 8_000)))).Written(format);
        var only = Assert.Single(Read(format, written.Files[0].Text).Utterances);
        Assert.StartsWith("a < b --> c\na < b", only.Text);
    }

    [Theory]
    [InlineData("srt")]
    [InlineData("vtt")]
    public void A_transcript_leaves_in_the_cues_the_transcript_command_makes(string format)
    {
        var transcript = Said.By("en", Said.Words(0, 9, "It was a long word after a long word, and nobody could have read it on one line at all.", "left"), Said.Words(10, 11, "No!", "right"));
        var expected = Interchange.Transcripts.TranscriptWriter.Write(
            transcript, Enum.Parse<Interchange.Transcripts.TranscriptFormat>(format, ignoreCase: true), Interchange.Transcripts.Cues.CueRules.For(transcript), []);
        Assert.Equal(expected.Text, Leaving.Said(Leaving.Video(FrameRate.Ntsc, 3600), transcript).Text(format));
    }

    [Fact]
    public void A_transcript_leaves_as_imsc_with_who_speaks_and_the_way_its_script_runs()
    {
        var transcript = Said.By("he", Said.Words(0, 4, "Did you see it?", "left"), Said.Words(5, 6, "שלום לכולם", "right & co"));
        Golden.Verify(Leaving.Said(Leaving.Video(FrameRate.NtscFilm, 3600), transcript).Written("imsc").Told());
    }

    [Fact]
    public void Captions_keep_their_times_whatever_the_handles_and_it_is_said()
    {
        var transcript = new Transcript("en", new Origin("sidecar", "a.srt"), [new Utterance(Said.Span(1, 2), "Hello.")]);
        var written = Leaving.Said(Leaving.Video(FrameRate.Ntsc, 3600), transcript).Written("srt", Leaving.Rules with { Handles = new ExportLength(new Rational(1, 1), InFrames: false) });
        Assert.Equal(("1\n00:00:01,000 --> 00:00:02,000\nHello.\n", "Captions keep their own times: handles and a merge gap are not for them."), (written.Files[0].Text, Assert.Single(written.Notes)));
    }

    [Fact]
    public void Every_video_has_a_file_of_its_own_and_so_has_every_language()
    {
        var english = Said.By("en", Said.Words(0, 2, "Hello."));
        var one = Leaving.Said(Leaving.Video(FrameRate.Ntsc, 3600, name: "a/goal.mov"), english, english with { Language = "de" }).Videos[0];
        var other = Leaving.Exported(Leaving.Video(FrameRate.Ntsc, 3600, name: "b/Goal.mp4"), Leaving.Moment(1, 2));
        Assert.Equal(["goal-en", "goal-de", "Goal-2"], new ExportSheet("all", [one, other]).Written("vtt").Files.Select(file => file.Part));
    }

    [Fact]
    public void Where_many_hold_at_once_srt_names_those_that_began_last()
    {
        var moments = Enumerable.Range(0, 9).Select(at => Leaving.Moment(FrameRate.Pal, at * 25, 500 + at, $"moment {at}")).ToArray();
        var written = Leaving.Sheet(Leaving.Video(FrameRate.Pal, 1000), moments).Written("srt");
        Assert.Contains("9\n00:00:08,000 --> 00:00:20,000\nmoment 3\nmoment 4\nmoment 5\nmoment 6\nmoment 7\nmoment 8\n(+3)\n", written.Files[0].Text);
        Assert.Equal(2, written.Notes.Count);
    }

    [Fact]
    public async Task Ffmpeg_reads_the_same_words_in_both()
    {
        using var folder = new TestClip();
        var sheet = Leaving.Match([.. Plain.Select((name, at) => Leaving.Moment(at * 30, (at * 30) + 15, name))]);
        foreach (var format in (string[])["srt", "vtt"])
        {
            await File.WriteAllTextAsync(folder.PathOf("in." + format), sheet.Text(format));
            var back = SubRip.Read(await File.ReadAllTextAsync(await folder.MakeAsync($"-i in.{format} -f srt {format}.txt")));
            Assert.Equal(Plain, back.Utterances.Select(utterance => utterance.Text));
            Assert.Equal(Read(format, sheet.Text(format)).Utterances.Select(utterance => utterance.Span), back.Utterances.Select(utterance => utterance.Span));
        }
    }

    private static readonly string[] Plain = ["Acme", "=CMD()", "Größe 5 €", "日本語の字幕", "שלום", "𝄞 music", "one\ntwo", "a, b; c", "7", "before -- after", "AT&T"];

    private static ExportSheet Hostile() => Leaving.Match([.. Leaving.Hostile.Select((name, at) => Leaving.Moment(at * 30, (at * 30) + 15, name))]);

    private static string Unshown(string name) => string.Concat(name.EnumerateRunes().Select(rune => rune.Value is (< 0x20 and not (>= 0x9 and <= 0xD)) or (>= 0x7F and < 0xA0 and not 0x85) or 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString()));

    private static CaptionFile Read(string format, string text) => format switch
    {
        "srt" => SubRip.Read(text),
        "vtt" => WebVtt.Read(text),
        _ => TimedText.Read(text),
    };
}
