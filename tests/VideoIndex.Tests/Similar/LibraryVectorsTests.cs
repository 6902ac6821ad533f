using VideoIndex.Similar;
using VideoIndex.Testing.Contracts;

namespace VideoIndex.Tests.Similar;

public sealed class LibraryVectorsTests
{
    private static readonly VectorSource Source = new(VectorKind.PictureEvidence, "any", "1");

    [Fact]
    public void The_nearest_moments_of_all_videos_come_first() =>
        Assert.Equal("b 10-20 1, a 10-20 .8, a 0-10 0", Told(Library().Nearest([[1, 0]], 3, within: null)));

    [Fact]
    public void Of_several_that_are_asked_for_the_nearest_counts() =>
        Assert.Equal("a 0-10 1, b 0-10 1, b 10-20 1", Told(Library().Nearest([[1, 0], [0, 1]], 3, within: null)));

    [Fact]
    public void Only_moments_that_overlap_a_chosen_one_are_answers()
    {
        var chosen = new MomentChoice([(A.Id("a"), A.Span("19-30")), (A.Id("b"), A.Span("0-10")), (A.Id("c"), A.Span("0-600"))]);
        Assert.Equal("a 10-20 .8, b 0-10 0", Told(Library().Nearest([[1, 0]], 9, chosen)));
        Assert.Empty(Library().Nearest([[1, 0]], 9, new MomentChoice([])));
    }

    [Fact]
    public void Vectors_of_another_length_are_left_out() =>
        Assert.Equal(0, new LibraryVectors([VideoVectors.Of(A.Id("a"), Source, [(Moment("0-1"), [1f, 2, 3])])], 2).Count);

    [Fact]
    public void A_moments_vector_can_be_had_and_one_that_is_none_has_none()
    {
        Assert.Equal(0.8f, Library().VectorOf(A.Id("a"), Moment("10-20"))![0], 0.01f);
        Assert.Null(Library().VectorOf(A.Id("a"), Moment("10-21")));
    }

    private static LibraryVectors Library() => new(
        [
            VideoVectors.Of(A.Id("a"), Source, [(Moment("0-10"), [0f, 1]), (Moment("10-20"), [.8f, -.6f])]),
            VideoVectors.Of(A.Id("b"), Source, [(Moment("0-10"), [0f, 1]), (Moment("10-20"), [1f, 0])]),
            VideoVectors.Of(A.Id("c"), Source, []),
        ],
        2);

    private static VectorMoment Moment(string span) => new(A.Span(span), A.Span(span).Start);

    private static string Told(IReadOnlyList<NearMoment> found) => string.Join(", ", found.Select(near => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{(near.Video == A.Id("a") ? "a" : "b")} {near.Moment.Span.Start.Seconds}-{near.Moment.Span.End.Seconds} {Math.Abs(Math.Round(near.Score, 2)):#.##;;0}")));
}
