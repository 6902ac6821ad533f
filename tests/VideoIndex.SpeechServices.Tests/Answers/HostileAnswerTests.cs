using System.Text;
using VideoIndex.Hearing;
using VideoIndex.SpeechServices.Answers;
using VideoIndex.SpeechServices.Sound;
using VideoIndex.Transcripts;

namespace VideoIndex.SpeechServices.Tests.Answers;

public sealed class HostileAnswerTests
{
    private static readonly SoundPiece Piece = new(8_000, 10 * ISound.Rate); // half a second to ten and a half

    [Fact]
    public void Times_past_the_end_are_moved_to_it_and_flagged_and_said() => Assert.Equal(
        ["[3/2,21/2) late", "[21/2,21/2) past (unlikely)", "3 times lay outside the sound that was sent, and were moved to its edge."],
        Heard("""{"segments":[{"start":1,"end":11,"text":"late"},{"start":99,"end":1e300,"text":"past"}]}"""));

    [Theory]
    [InlineData("""{"segments":[{"start":3,"end":4,"text":"b"},{"start":1,"end":2,"text":"a"}]}""", "[3/2,5/2) a", "[7/2,9/2) b", "1 answer was out of order, and was sorted.")]
    [InlineData("""{"segments":[{"start":3,"end":1,"text":"a"}]}""", "[7/2,88/25) a")]
    [InlineData("""{"segments":[{"start":-5,"end":1,"text":"a"}]}""", "[1/2,3/2) a", "1 time lay outside the sound that was sent, and was moved to its edge.")]
    [InlineData("""{"segments":[{"start":"1","end":2,"text":"a"},{"start":1,"end":2,"text":7},null,5,{"start":1,"text":"b"}]}""", "[3/2,38/25) b")]
    [InlineData("""{"segments":[{"start":0,"end":1,"text":"  \u0007\u202e "}]}""")]
    [InlineData("""{"segments":[],"text":""}""")]
    [InlineData("""{"segments":[{"start":0,"end":2,"text":"Thanks for watching!","no_speech_prob":0.9,"avg_logprob":-1.5}]}""", "[1/2,5/2) Thanks for watching! (no-speech)")]
    [InlineData("""{"segments":[{"start":0,"end":2,"text":"la la la la","compression_ratio":3.1}]}""", "[1/2,5/2) la la la la (loop)")]
    public void Whatever_comes_utterances_hold_what_they_promise(string answer, params string[] expected) => Assert.Equal(expected, Heard(answer));

    [Fact]
    public void Words_that_are_not_the_text_s_are_left_out_and_said()
    {
        var heard = Heard("""{"segments":[{"start":0,"end":2,"text":"one two"}],"words":[{"word":"something","start":0,"end":1},{"word":"else","start":1,"end":2}]}""");
        Assert.Equal(["[1/2,5/2) one two", "1 utterance has words that are not its text's, and was left without their times."], heard);
    }

    [Fact]
    public void Words_stay_in_their_utterance_and_in_order()
    {
        var words = Words("""{"segments":[{"start":1,"end":2,"text":"a b c","words":[{"word":" a","start":9,"end":0,"probability":7},{"word":" b","start":-3,"end":99,"probability":-1},{"word":" c","start":1.5,"end":1.6,"probability":0.5}]}]}""");
        Assert.Equal(["a[5/2,5/2)1", " b[5/2,5/2)0", " c[5/2,5/2)0.5"], words);
    }

    [Fact]
    public void Words_of_which_nobody_says_how_sure_they_are_count_as_unsure()
    {
        const string Answer = """{"segments":[{"start":1,"end":2,"text":"a b","words":[{"word":" a","start":1,"end":1.5},{"word":" b","start":1.5,"end":2}]}]}""";
        Assert.Equal(["a[3/2,2)0", " b[2,5/2)0"], Words(Answer));
        Assert.Contains("2 words come without saying how sure of them anyone is, and count as unsure.", Heard(Answer));
    }

    [Fact]
    public void Japanese_has_no_spaces_and_a_token_is_a_word() => Assert.Equal(
        ["東京[1/2,1)0.9", "の[1,3/2)0.8", "鬱。[3/2,5/2)0.8"],
        Words("""{"segments":[{"start":0,"end":2,"text":"東京の鬱。","words":[{"word":"東京","start":0,"end":0.5,"probability":0.9},{"word":"の","start":0.5,"end":1,"probability":0.8},{"word":"\ufffd","start":1,"end":1.2,"probability":0.6},{"word":"\ufffd\ufffd","start":1.2,"end":1.5,"probability":0.6},{"word":"。","start":1.5,"end":2,"probability":1}]}]}"""));

    [Fact]
    public void Nonsense_of_any_kind_never_throws()
    {
        var random = new Random(11);
        var whole = """{"text":"a b","segments":[{"start":0.1,"end":2.5,"text":" a b","avg_logprob":-0.5,"words":[{"word":" a","start":0,"end":1,"probability":0.4}]}],"words":[{"word":"a","start":1,"end":2}]}""";
        for (var turn = 0; turn < 3_000; turn++)
        {
            var bytes = Encoding.UTF8.GetBytes(whole);
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            if (ServiceAnswer.Read(bytes, 10) is { } answer)
            {
                Holds(new UtteranceMaker().Of(answer, Piece));
            }

            ProgramAnswer.Read(bytes);
        }
    }

    private static void Holds(List<Utterance> utterances)
    {
        var last = Piece.Span.Start;
        foreach (var utterance in utterances)
        {
            Assert.True(utterance.Span.Start >= last && utterance.Span.End <= Piece.Span.End);
            Assert.True(utterance.Words.Count == 0 || string.Concat(utterance.Words.Select(word => word.Text)) == utterance.Text);
            last = utterance.Span.Start;
        }
    }

    private static List<string> Heard(string answer)
    {
        var maker = new UtteranceMaker();
        var utterances = maker.Of(ServiceAnswer.Read(Encoding.UTF8.GetBytes(answer), 10)!, Piece);
        Holds(utterances);
        return [.. utterances.Select(utterance => utterance.Line()), .. maker.Complaints()];
    }

    private static IEnumerable<string> Words(string answer) =>
        new UtteranceMaker().Of(ServiceAnswer.Read(Encoding.UTF8.GetBytes(answer), 10)!, Piece)[0].Words.Spell();
}
