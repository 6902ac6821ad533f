using VideoIndex.Speech.Honesty;
using VideoIndex.Transcripts;

namespace VideoIndex.Speech.Tests.Honesty;

public class HonestyCheckTests
{
    [Theory]
    [InlineData("Thanks for watching!")]
    [InlineData("you")]
    [InlineData("Untertitel der Amara.org-Community")]
    [InlineData("ご視聴ありがとうございました")]
    public void A_known_phrase_over_silence_is_dropped_however_sure_the_model_is(string phrase)
    {
        Assert.Equal(DropReasons.KnownPhrase, Judge(Drafts.Of(phrase, 30, 32, probability: 0.97, noSpeech: 0.01)).Dropped);
    }

    [Theory]
    [InlineData("Thanks for watching!")]
    [InlineData("Subtitles by the Amara.org community.")]
    [InlineData("Thank you.")]
    public void A_known_phrase_that_somebody_says_stays(string phrase)
    {
        Assert.Null(Judge(Drafts.Of(phrase, 30, 32), (30.1, 31.9)).Dropped);
    }

    [Fact]
    public void Digits_without_end_are_a_loop_though_somebody_speaks()
    {
        var digits = "3212122222" + new string('2', 200);

        Assert.Equal(DropReasons.Loop, Judge(Drafts.Of(digits, 0, 20, words: false), (0, 20)).Dropped);
    }

    [Theory]
    [InlineData("Goal! Goal! Goal! Goal! Goal! Goal! Goal! Goal! Goal! Goal!")]
    [InlineData("Goooooooooooooooooooooooooooooooooooooooooooal!")]
    [InlineData("No, no, no, no, no, no.")]
    public void A_chant_that_is_heard_stays(string chant)
    {
        Assert.Null(Judge(Drafts.Of(chant, 0, 8), (0, 8)).Dropped);
    }

    [Fact]
    public void Of_a_loop_what_was_said_before_it_and_the_first_time_round_stay()
    {
        var text = "We begin with the news. " + string.Join(' ', Enumerable.Repeat("and then we saw it again", 12));

        var judged = HonestyCheck.Of([Drafts.Of(text, 0, 25)], [Drafts.Span(0, 25)]);

        Assert.Equal(["We begin with the news. and then we saw it again", string.Join(' ', Enumerable.Repeat("and then we saw it again", 11))], judged.Select(u => u.Text));
        Assert.Equal([null, DropReasons.Loop], judged.Select(u => u.Dropped));
        Assert.Equal(judged[0].Words[^1].Span.End, judged[0].Span.End);
        Assert.Equal(judged[1].Text, string.Concat(judged[1].Words.Select(word => word.Text)));
    }

    [Fact]
    public void A_sentence_that_nobody_says_is_dropped_and_the_same_words_said_are_not()
    {
        var draft = Drafts.Of("The committee will meet again on Thursday.", 60, 63, probability: 0.6);

        Assert.Equal(DropReasons.Silence, Judge(draft, (0, 10)).Dropped);
        Assert.Null(Judge(draft, (60, 63)).Dropped);
    }

    [Fact]
    public void A_quiet_answer_the_detector_misses_stays_where_the_model_is_sure_and_people_talk()
    {
        var draft = Drafts.Of("I will be there.", 12, 13.5, probability: 0.9);

        Assert.Null(Judge(draft, (5, 11), (14, 20)).Dropped);
        Assert.Equal(DropReasons.Silence, Judge(draft, (100, 110)).Dropped);
    }

    [Fact]
    public void What_the_model_itself_doubts_twice_is_dropped_unless_somebody_is_heard()
    {
        var draft = Drafts.Of("It was in the house.", 0, 2, probability: 0.3, noSpeech: 0.8);

        Assert.Equal(DropReasons.NoSpeech, Judge(draft).Dropped);
        Assert.Null(Judge(draft, (0, 2)).Dropped);
        Assert.Equal(DropReasons.NoSpeech, HonestyCheck.Of([draft], voice: null)[0].Dropped);
    }

    [Fact]
    public void Where_nobody_listened_for_a_voice_a_phrase_is_dropped_by_the_models_own_doubt_alone()
    {
        Assert.Null(HonestyCheck.Of([Drafts.Of("Thanks for watching!", 0, 2, noSpeech: 0.2)], voice: null)[0].Dropped);
        Assert.Equal(DropReasons.KnownPhrase, HonestyCheck.Of([Drafts.Of("Thanks for watching!", 0, 2, noSpeech: 0.7)], voice: null)[0].Dropped);
    }

    [Theory]
    [InlineData("[Music]")]
    [InlineData("♪♪")]
    [InlineData("(upbeat music)")]
    public void A_note_on_sounds_is_no_speech(string note)
    {
        Assert.Equal(DropReasons.NoSpeech, Judge(Drafts.Of(note, 0, 10), (0, 10)).Dropped);
    }

    [Fact]
    public void A_farewell_invented_behind_what_is_said_is_parted_from_it()
    {
        var draft = Drafts.Words(("Now", 0, 0.4), (" we", 0.4, 0.6), (" know.", 0.6, 1), (" Thanks", 4, 5), (" for", 5, 6), (" watching!", 6, 9));

        var judged = HonestyCheck.Of([draft], [Drafts.Span(0, 1)]);

        Assert.Equal(["Now we know.", "Thanks for watching!"], judged.Select(u => u.Text));
        Assert.Equal([null, DropReasons.KnownPhrase], judged.Select(u => u.Dropped));
        Assert.Equal((Drafts.Span(0, 1), Drafts.Span(4, 9)), (judged[0].Span, judged[1].Span));
    }

    [Fact]
    public void More_than_anybody_can_say_is_unlikely()
    {
        var text = string.Join(' ', Enumerable.Range(1, 30).Select(i => $"something{i}else"));

        Assert.Equal(DropReasons.Unlikely, Judge(Drafts.Of(text, 0, 2, probability: 0.4), (0, 2)).Dropped);
    }

    [Fact]
    public void What_is_said_in_no_time_is_unlikely()
    {
        Assert.Equal(DropReasons.Unlikely, Judge(Drafts.Of("Indeed.", 2, 2, words: false), (0, 4)).Dropped);
        Assert.Null(Judge(Drafts.Of("Indeed.", 2, 2), (0, 4)).Dropped);
    }

    [Fact]
    public void The_same_over_and_over_is_a_loop_from_the_second_time_on()
    {
        var drafts = Enumerable.Range(0, 10).Select(i => Drafts.Of("And so we go on and on.", i * 3, (i * 3) + 3)).ToArray();

        var judged = HonestyCheck.Of(drafts, [Drafts.Span(0, 30)]);

        Assert.Null(judged[0].Dropped);
        Assert.All(judged.Skip(1), utterance => Assert.Equal(DropReasons.Loop, utterance.Dropped));
    }

    [Fact]
    public void A_chorus_stays()
    {
        var drafts = Enumerable.Range(0, 6).Select(i => Drafts.Of("And so we go on and on.", i * 3, (i * 3) + 3)).ToArray();

        Assert.All(HonestyCheck.Of(drafts, [Drafts.Span(0, 18)]), utterance => Assert.Null(utterance.Dropped));
    }

    [Fact]
    public void Nothing_is_deleted()
    {
        var drafts = new[] { Drafts.Of("Thanks for watching!", 0, 2), Drafts.Of("[Music]", 3, 4), Drafts.Of("One sentence. And another one!", 10, 14) };

        var judged = HonestyCheck.Of(drafts, []);

        Assert.Equal(drafts.Select(draft => draft.Utterance.Text), judged.Select(utterance => utterance.Text));
        Assert.All(judged, utterance => Assert.NotNull(utterance.Dropped));
    }

    private static Utterance Judge(DraftUtterance draft, params (double Start, double End)[] voice) =>
        Assert.Single(HonestyCheck.Of([draft], [.. voice.Select(span => Drafts.Span(span.Start, span.End))]));
}
