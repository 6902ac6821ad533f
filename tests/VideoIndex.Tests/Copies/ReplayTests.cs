using VideoIndex.Copies;
using VideoIndex.Shots;
using VideoIndex.Tags;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Tests.Copies;

public sealed class ReplayTests
{
    private static readonly SmallFilm Match = new(11, 40);

    [Fact]
    public void What_is_shown_again_is_a_replay_of_its_first_showing()
    {
        var tag = Assert.Single(In(SmallFilm.Join(25, Match.Film(until: 24), Match.Film(from: 9, until: 17))));

        Assert.Equal((TagKinds.Replay, "model", "replays"), (tag.Kind, tag.Origin.Kind, tag.Origin.Name));
        Assert.InRange(tag.Span.Start.Seconds.ToDouble(), 23.5, 24.5);
        Assert.InRange(tag.Span.End.Seconds.ToDouble(), 31.5, 32.5);
        Assert.StartsWith("replay of ", tag.Label, StringComparison.Ordinal);
        Assert.Contains("First shown from", tag.How!, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_shown_a_third_time_is_linked_to_the_first()
    {
        var again = Match.Film(from: 10, until: 17);

        var tags = In(SmallFilm.Join(25, Match.Film(until: 20), again, Match.Film(from: 28), again));

        Assert.Equal(2, tags.Count);
        Assert.All(tags, tag => Assert.InRange(FirstShownAt(tag), 9.5, 10.5));
    }

    [Fact]
    public void A_film_that_never_repeats_has_no_replay() => Assert.Empty(In(Match.Film()));

    [Fact]
    public void A_speaker_in_the_same_framing_is_no_replay()
    {
        var (before, after) = (new SmallFilm(12, 10) { IsFixed = true }, new SmallFilm(12, 10) { IsFixed = true, Take = 1 });

        Assert.Empty(In(SmallFilm.Join(25, before.Film(), Match.Film(until: 12), after.Film())));
    }

    [Fact]
    public void A_slate_that_comes_back_is_no_replay()
    {
        var slate = new SmallFilm(13, 6) { IsFixed = true, IsStill = true };

        Assert.Empty(In(SmallFilm.Join(25, slate.Film(), Match.Film(until: 12), slate.Film())));
    }

    private static IReadOnlyList<Tag> In(FrameEvidence evidence) => Replays.Of(A.Id("film"), evidence, null, new CopyOptions());

    private static double FirstShownAt(Tag tag) =>
        A.Time(tag.Label["replay of ".Length..^" s".Length]).Seconds.ToDouble();
}
