using System.Text.Json;
using VideoIndex.Interchange.Captions;
using VideoIndex.Interchange.Transcripts;
using VideoIndex.Interchange.Transcripts.Cues;
using VideoIndex.Tags;
using VideoIndex.Timing;
using VideoIndex.Transcripts;

namespace VideoIndex.Interchange.Tests.Transcripts;

public sealed class RoundTripTests
{
    private static readonly string[] Texts =
    [
        "Hello.", "a < b && c > d", "<b>not bold</b>", "{\\an8}not on top", "&lt;i&gt; &amp; &#65;", "before --> after", "00:00:01,000 --> 00:00:02,000", "7", "WEBVTT", "NOTE this",
        "STYLE", "<v Tom>Hi", "x<00:01.000>y", "Größe: 5 €", "日本語の字幕", "שלום", "𝄞 music", "line one\nline two", "- dash", "{curly} & sons", "<", "&", "-->", "tab\there",
    ];

    public static TheoryData<string> All => [.. Texts];

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_written_is_read_to_the_same_text_at_the_same_time(string text)
    {
        var plain = CaptionText.Plain(text);
        var transcript = new Transcript("en", new Origin("captions", "test"), [
            new Utterance(Said.Span(0.001, 1.5), plain), new Utterance(new MediaSpan(new MediaTime(new Rational(1001, 500)), new MediaTime(new Rational(360_001, 100))), plain)]);
        foreach (var (format, read) in Readers)
        {
            var file = read(Write(transcript, format).Text);
            Assert.Empty(file.Complaints);
            Assert.Equal(transcript.Utterances.Select(utterance => (utterance.Span, utterance.Text)), file.Utterances.Select(utterance => (utterance.Span, utterance.Text)));
        }
    }

    [Fact]
    public void Cues_made_of_words_come_back_within_half_a_millisecond()
    {
        var words = string.Join(' ', Enumerable.Range(0, 300).Select(number => $"word{number}{(number % 9 == 0 ? "." : "")}{(number % 7 == 0 ? "~" : "")}"));
        var each = new Rational(1001, 30_000);
        var spoken = Said.Words(0, 97.3, words);
        var shifted = spoken with { Words = [.. spoken.Words.Select(word => word with { Span = new MediaSpan(word.Span.Start + new MediaDuration(each), word.Span.End + new MediaDuration(each)) })] };
        var transcript = Said.By("en", shifted);
        var cues = transcript.Cues().Cues;
        foreach (var (format, read) in Readers)
        {
            var back = read(Write(transcript, format).Text).Utterances;
            Assert.Equal(cues.Select(cue => cue.Text), back.Select(utterance => utterance.Text));
            Assert.All(cues.Zip(back), pair =>
            {
                Assert.True(Math.Abs((pair.First.Span.Start - pair.Second.Span.Start).Seconds.ToDouble()) <= 0.0005);
                Assert.True(Math.Abs((pair.First.Span.End - pair.Second.Span.End).Seconds.ToDouble()) <= 0.0005);
            });
        }
    }

    [Fact]
    public void Srt_has_counters_commas_and_the_marks_that_were_asked_for()
    {
        var transcript = Said.By("en", Said.Words(0, 2, "It was Szczęsny~ then.", "left"), Said.Words(3661.5, 3663, "Thanks for watching!", "right") with { Dropped = "known-phrase" });
        var rules = CueRules.For(transcript) with { MarkUnsure = true, WithDropped = true };
        Assert.Equal(
            "1\n00:00:00,000 --> 00:00:02,000\n- It was (Szczęsny?) then.\n\n2\n01:01:01,500 --> 01:01:03,000\n[not believed: known-phrase] - Thanks for watching!\n",
            TranscriptWriter.Write(transcript, TranscriptFormat.Srt, rules, []).Text);
    }

    [Fact]
    public void Vtt_has_voices_and_classes()
    {
        var transcript = Said.By("en", Said.Words(1, 3, "Did you~ see?", "A & B"), Said.Words(1.5, 2.5, "No!", "right"), Said.Words(5, 7, "Hm.") with { Dropped = "loop" });
        var rules = CueRules.For(transcript) with { WithDropped = true };
        Assert.Equal(
            """
            WEBVTT

            STYLE
            ::cue(.unsure) { font-style: italic; }
            ::cue(.dropped) { text-decoration: line-through; }

            00:00:01.000 --> 00:00:03.000
            <v A &amp; B>Did <c.unsure>you</c> see?</v>
            <v right>No!</v>

            00:00:05.000 --> 00:00:07.000
            <c.dropped>Hm.</c>


            """.ReplaceLineEndings("\n"),
            TranscriptWriter.Write(transcript, TranscriptFormat.Vtt, rules, []).Text);
    }

    [Fact]
    public void Text_has_a_paragraph_for_every_turn()
    {
        var transcript = Said.By(
            "en", Said.Words(0, 2, "We begin now.", "left"), Said.Words(2.5, 4, "With Acme~ boards.", "left"), Said.Words(4.2, 5, "Thank you.", "right"), Said.Words(9, 10, "Later.", "right"));
        var rules = CueRules.For(transcript) with { MarkUnsure = true };
        Assert.Equal(
            "[0:00:00.000] left: We begin now. With (Acme?) boards.\n\n[0:00:04.200] right: Thank you.\n\n[0:00:09.000] right: Later.\n",
            TranscriptWriter.Write(transcript, TranscriptFormat.Txt, rules, []).Text);
    }

    [Fact]
    public void Json_has_exact_times_and_how_sure_the_model_is()
    {
        var transcript = new Transcript("en", Said.Model, [Said.Of([new SpokenWord(new MediaSpan(new MediaTime(new Rational(1001, 30_000)), Said.At(0.5)), "Hi", new Confidence(0.25))], "left")]) { Track = 2, Channel = "left", Notes = ["Somebody hums."] };
        using var document = JsonDocument.Parse(Write(transcript, TranscriptFormat.Json).Text);
        Assert.Equal(
            """{"language":"en","origin":{"kind":"model","name":"whisper-test","version":"1"},"track":2,"channel":"left","utterances":[{"start":"1001/30000","end":"1/2","startSeconds":0.033367,"endSeconds":0.5,"text":"Hi","confidence":null,"speaker":"left","language":null,"dropped":null,"words":[{"start":"1001/30000","end":"1/2","startSeconds":0.033367,"endSeconds":0.5,"text":"Hi","confidence":0.25,"unsure":true}]}],"notes":["Somebody hums."]}""",
            document.RootElement.GetRawText());
    }

    private static (TranscriptFormat Format, Func<string, CaptionFile> Read)[] Readers => [(TranscriptFormat.Srt, SubRip.Read), (TranscriptFormat.Vtt, WebVtt.Read)];

    private static TranscriptText Write(Transcript transcript, TranscriptFormat format) => TranscriptWriter.Write(transcript, format, CueRules.For(transcript), []);
}
