using VideoIndex.Speech.Honesty;
using VideoIndex.Transcripts;

namespace VideoIndex.Speech.Tests.Honesty;

public class SpeechCutTests
{
    [Fact]
    public void A_word_that_soaks_up_a_pause_is_cut_to_the_speech_with_a_margin()
    {
        var judged = Judge(Drafts.Words(("Hello", 0, 2.4), (" there.", 2.4, 2.9)), (2, 2.9));

        Assert.Equal(Drafts.Span(1.9, 2.4), judged.Words[0].Span);
        Assert.Equal(Drafts.Span(2.4, 2.9), judged.Words[1].Span);
        Assert.Equal(Drafts.Span(1.9, 2.9), judged.Span);
    }

    [Fact]
    public void A_word_over_a_long_pause_belongs_to_the_speech_it_shares_most_with()
    {
        var judged = Judge(Drafts.Words(("Well", 0, 3), (" then.", 3, 3.5)), (0, 0.2), (2.5, 3.5));

        Assert.Equal(Drafts.Span(2.4, 3), judged.Words[0].Span);
    }

    [Fact]
    public void A_word_that_is_a_little_off_is_left_alone()
    {
        var judged = Judge(Drafts.Words(("Hello", 0, 0.5), (" there.", 0.5, 1.2)), (0.2, 1));

        Assert.Equal([Drafts.Span(0, 0.5), Drafts.Span(0.5, 1.2)], judged.Words.Select(word => word.Span));
    }

    [Fact]
    public void A_word_nobody_says_keeps_its_time_and_is_marked()
    {
        var judged = Judge(Drafts.Words(("We", 0, 0.5), (" are", 0.5, 1), (" here", 3, 3.5), (" now.", 6, 6.5)), (0, 1), (5.9, 6.6));

        Assert.Equal(Drafts.Span(3, 3.5), judged.Words[2].Span);
        Assert.Equal([false, false, true, false], judged.Words.Select(word => word.IsUnsure));
    }

    [Fact]
    public void Without_words_the_utterance_itself_is_cut()
    {
        Assert.Equal(Drafts.Span(3.9, 6.1), Judge(Drafts.Of("Nobody knows what it is that they want.", 2, 8, words: false), (4, 6)).Span);
    }

    [Fact]
    public void Where_nobody_listened_for_a_voice_times_stay()
    {
        var draft = Drafts.Words(("Hello", 0, 2.4), (" there.", 2.4, 2.9));

        Assert.Equal(draft.Utterance.Words, HonestyCheck.Of([draft], voice: null)[0].Words);
    }

    private static Utterance Judge(DraftUtterance draft, params (double Start, double End)[] voice) =>
        Assert.Single(HonestyCheck.Of([draft], [.. voice.Select(span => Drafts.Span(span.Start, span.End))]));
}
