using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;
using VideoIndex.Transcripts;

namespace VideoIndex.Tests.Transcripts;

public sealed class SpokenWordsTests
{
    [Fact]
    public void Words_come_back_exactly()
    {
        SpokenWord[] words = [Word("-1/3-0", "So", 0.125), Word("1001/30000-1/2", " über", 0.99), Word("1/4-1/2", " 優勝!", 0), Word("1/2-1/2", "", 1)];

        Assert.Equal(words, SpokenWordsForm.Read(SpokenWordsForm.Write(words)));
        Assert.Empty(SpokenWordsForm.Read(SpokenWordsForm.Write([])));
    }

    [Fact]
    public void Words_of_another_form_are_not_read()
    {
        var bytes = SpokenWordsForm.Write([Word("0-1", "So", 1)]);
        bytes[0]++;

        Assert.Throws<InvalidDataException>(() => SpokenWordsForm.Read(bytes));
    }

    [Theory]
    [InlineData("so we meet? again", "so we (meet?) again")]
    [InlineData("so? we", "(so?) we")]
    [InlineData("well,? we", "(well?), we")]
    [InlineData("so we meet", "so we meet")]
    [InlineData("…? 優勝?", "… (優勝?)")] // a sign alone is not in doubt
    public void Words_a_model_is_not_sure_of_are_marked(string line, string marked) => Assert.Equal(marked, UnsureWords.Marked(A.Heard("m", 1, $"0 {line}").Utterances[0]));

    [Fact]
    public void Captions_are_shown_as_they_are() => Assert.Equal("so (we)?", UnsureWords.Marked(new Utterance(A.Span("0-1"), "so (we)?")));

    [Fact]
    public void Utterances_that_follow_each_other_are_joined_whatever_was_dropped_between_them()
    {
        var joints = UtteranceJoints.Of(A.Heard("m", 1, "0 one two", "2 three", "loop! 3 four", "5 five", "9 six")).ToList();

        Assert.Equal(["0-1 one two three", "1-3 three five"], joints.Select(joint => $"{joint.First}-{joint.Second} {joint.Text}"));
    }

    [Fact]
    public void A_joint_holds_the_last_and_the_first_words_alone()
    {
        var many = string.Join(' ', Enumerable.Range(0, 20).Select(at => $"w{at}"));

        var joint = Assert.Single(UtteranceJoints.Of(A.Heard("m", 1, $"0 {many}", $"20 {many}")));

        Assert.Equal((" w5", " w14", 15, 15), (joint.Before[0].Text, joint.After[^1].Text, joint.Before.Count, joint.After.Count));
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("left", "left", true)]
    [InlineData("left", null, true)]
    [InlineData(null, "right", true)]
    [InlineData("left", "right", false)]
    public void A_hearing_takes_the_place_of_its_authors_earlier_one_of_the_same_sound(string? channel, string? before, bool replaces)
    {
        var (now, then) = (A.Heard("m", 1, "0 one") with { Channel = channel }, A.Heard("m", 1, "0 two") with { Channel = before });

        Assert.Equal(replaces, now.Replaces(then));
        Assert.False(now.Replaces(then with { Track = 2 }));
        Assert.False(now.Replaces(then with { Origin = new Origin("model", "other") }));
        Assert.False((now with { Track = null }).Replaces(then with { Track = null }));
    }

    [Theory]
    [InlineData("model", true)]
    [InlineData("service", false)]
    [InlineData("program", false)]
    public void A_model_in_another_version_is_the_same_author_and_a_service_with_another_model_is_not(string kind, bool replaces)
    {
        var now = A.Heard("m", 1, "0 one") with { Origin = new Origin(kind, "m", "2") };

        Assert.Equal(replaces, now.Replaces(now with { Origin = new Origin(kind, "m", "1") }));
    }

    private static SpokenWord Word(string span, string text, double confidence) =>
        new(span.StartsWith('-') ? new(A.Time("-1/3"), A.Time("0")) : A.Span(span), text, new Confidence(confidence));
}
