using VideoIndex.Pipeline.Logos;
using VideoIndex.Testing.Contracts;
using VideoIndex.Videos;

namespace VideoIndex.Pipeline.Tests.Logos;

public sealed class NameMentionsTests
{
    private static readonly VideoContents Video = A.Video("match.mp4")
        .Saying("9-12 presented by Credit Montagne", "0-4 CRÉDIT MONTAGNE, Crédit Montagne!", "5-6 a credit to the montagne")
        .Tagged("text", "3-8 crédit montagne")
        .Tagged("chapter", "0-300 Crédit Montagne")
        .Contents;

    [Fact]
    public void A_name_is_found_where_its_words_stand_side_by_side_in_any_case_and_without_accents() =>
        Assert.Equal(
            ["said [0 s, 4 s) 2", "said [9 s, 12 s) 1", "read [3 s, 8 s) 1"],
            NameMentions.Of(Video, "Crédit Montagne").Select(one => $"{(one.Spoken ? "said" : "read")} {one.Span} {one.Times}"));

    [Theory]
    [InlineData("Acme")]
    [InlineData("!?")] // no word at all
    public void A_name_that_is_not_there_is_not_found(string name) => Assert.Empty(NameMentions.Of(Video, name));
}
