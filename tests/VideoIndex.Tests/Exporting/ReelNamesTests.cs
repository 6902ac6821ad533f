using VideoIndex.Exporting;
using VideoIndex.Timing;
using VideoIndex.Videos;

namespace VideoIndex.Tests.Exporting;

public sealed class ReelNamesTests
{
    [Theory]
    [InlineData("match day.mov", null, "MATCHDAY")]
    [InlineData("Übergröße 2.mp4", null, "UBERGROS")]
    [InlineData("試合.mov", null, "REEL")]
    [InlineData("ax.mov", null, "AX2")]
    [InlineData("match.mov", "tape 7", "TAPE7")]
    [InlineData(".mov", null, "MOV")]
    public void A_reel_is_named_by_its_file_unless_a_name_was_given(string file, string? given, string reel) => Assert.Equal([reel], ReelNames.Of([Of(file, given)]));

    [Fact]
    public void The_number_that_tells_two_apart_takes_the_place_of_the_last_letters() =>
        Assert.Equal(["INTERVIE", "INTERVI2", "INTERVI3"], ReelNames.Of([Of("interview.mov"), Of("interview b.mov"), Of("interview c.mov")]));

    private static ExportedVideo Of(string name, string? reel = null) => new(
        new VideoContents(
            new Video { Id = new VideoId(new byte[32]), Path = "/footage/" + name, Bytes = 1, Modified = default, Added = default, Extent = new MediaSpan(default, default) }, [], [], []),
        [])
    { Reel = reel };
}
