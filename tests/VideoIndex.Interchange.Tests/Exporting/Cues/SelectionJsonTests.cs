using VideoIndex.Exporting;
using VideoIndex.Interchange.Exporting.Selections;
using VideoIndex.Looks;
using VideoIndex.Tags;
using VideoIndex.Timing;

namespace VideoIndex.Interchange.Tests.Exporting.Cues;

public sealed class SelectionJsonTests
{
    [Fact]
    public void Json_has_all_there_is() => Golden.Verify(Leaving.Usual().Written("json").Told());

    [Fact]
    public void A_varying_rate_has_no_frames_in_json() =>
        Golden.Verify(Leaving.Sheet(Leaving.Video(null, 500), Leaving.Moment(FrameRate.Pal, 1, 50)).Written("json").Told());

    [Fact]
    public void What_was_written_is_read_as_it_was()
    {
        var sheet = Leaving.Usual();
        var read = SelectionJson.Read(sheet.Text("json"));

        Assert.Equal("goals", read.Title);
        Assert.Equal(sheet.Videos[0].Moments, read.Moments.Select(moment => moment.Moment with { Colour = MarkerColour.Blue }));
        Assert.All(read.Moments, moment => Assert.Equal((sheet.Videos[0].Video.Id, sheet.Videos[0].Video.Path), (moment.Video!.Value, moment.Path)));
    }

    [Fact]
    public void Names_in_any_words_come_back_but_for_what_no_text_can_hold()
    {
        var read = SelectionJson.Read(Leaving.Match([.. Leaving.Hostile.Select((name, at) => Leaving.Moment(at, at + 1, name))]).Text("json"));
        Assert.Equal(Leaving.Hostile.Select(name => name.Replace('\0', '\uFFFD').Replace('\uD800', '\uFFFD')), read.Moments.Select(moment => moment.Moment.Name));
    }

    [Fact]
    public void What_a_search_answers_is_a_selection()
    {
        var read = Assert.Single(SelectionJson.Read(
            """
            {"query":"say:kick","moments":[{"video":{"id":"00c0ffee00c0ffee00c0ffee00c0ffee","path":"/a.mov"},"kind":"say","text":"A kick","confidence":0.5,
             "origin":{"kind":"container","name":"mov_text track 1","version":""},"start":"2","end":"29/10","startSeconds":2,"endSeconds":2.9,"startTimecode":null,"endTimecode":null,
             "language":"eng","status":"verified","box":{"left":0.1,"top":0.0001,"width":1,"height":0},"zones":[],"how":null,"keyframe":null,"evidence":[]}],"notes":[],"total":1}
            """).Moments);
        Assert.Equal(("00c0ffee00c0ffee00c0ffee00c0ffee", "/a.mov"), (read.Video.ToString(), read.Path));
        Assert.Equal(
            new ExportMoment(new MediaSpan(new MediaTime(new Rational(2, 1)), new MediaTime(new Rational(29, 10))), "say", "A kick", new Confidence(0.5), new Origin("container", "mov_text track 1"))
            {
                Language = "eng",
                Status = "verified",
                Box = new PictureBox(1000, 1, 10_000, 0),
            },
            read.Moment);
    }

    [Theory]
    [InlineData("""[{"video":{"path":"a"},"start":"1","end":"2"}]""")]
    [InlineData("""{"video":{"path":"a"},"startSeconds":1,"endSeconds":2.0}""")]
    [InlineData("\uFEFF{\"video\":{\"path\":\"a\"},\"start\":\"1\",\"end\":\"2\"}\n{\"moments\":[]}\n")]
    public void Lists_and_moments_one_after_the_other_are_selections(string text)
    {
        var only = Assert.Single(SelectionJson.Read(text).Moments);
        Assert.Equal(("a", "[1 s, 2 s)", "moment", 1.0), (only.Path, only.Moment.Span.ToString(), only.Moment.Kind, only.Moment.Confidence.Value));
    }

    [Theory]
    [InlineData("{", "line 1 is no JSON")]
    [InlineData("3", "it has no 'moments'")]
    [InlineData("{}", "it has no 'moments'")]
    [InlineData("[7]", "moment 1 names no video")]
    [InlineData("""[{"video":{}}]""", "moment 1 names no video by its id or path")]
    [InlineData("""[{"video":{"path":"a"},"end":"1"}]""", "moment 1 has no start")]
    [InlineData("""[{"video":{"path":"a"},"start":"x","end":"1"}]""", "the start of moment 1 is no fraction of seconds")]
    [InlineData("""[{"video":{"path":"a"},"start":"2","end":"1"}]""", "moment 1 ends before it starts")]
    [InlineData("""[{"video":{"path":"a"},"start":"1","end":"2","confidence":7}]""", "the confidence of moment 1 is not between 0 and 1")]
    [InlineData("""[{"video":{"path":"a"},"start":"1","end":"2","box":{"left":2}}]""", "the box of moment 1 has no left between 0 and 1")]
    [InlineData("""[{"video":{"path":"\ud800"},"start":"1","end":"2"}]""", "it holds half of a character, or a word where a number should be")]
    public void What_is_no_selection_is_refused_in_one_sentence(string text, string why)
    {
        var refused = Assert.Throws<ExportException>(() => SelectionJson.Read(text));
        Assert.Equal(("bad-selection", $"The selection cannot be read: {why}."), (refused.Code, refused.Message));
    }
}
