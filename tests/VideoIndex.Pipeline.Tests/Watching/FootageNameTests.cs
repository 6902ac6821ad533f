using VideoIndex.Pipeline.Watching;

namespace VideoIndex.Pipeline.Tests.Watching;

public sealed class FootageNameTests
{
    [Theory]
    [InlineData(".a.mp4")]
    [InlineData("a.mp4.part")]
    [InlineData("a.tmp")]
    [InlineData("a.mp4.crdownload")]
    [InlineData("a.mp4~")]
    [InlineData("~a.mp4")]
    [InlineData("a.de.srt")]
    [InlineData("poster.JPG")]
    [InlineData("notes.txt")]
    public void What_is_unfinished_or_lies_beside_footage_is_none(string name) => Assert.False(FootageName.IsFootage("/drop/" + name));

    [Theory]
    [InlineData("a.MP4")]
    [InlineData("a")]
    [InlineData("a.unheard-of")]
    public void Anything_else_may_be(string name) => Assert.True(FootageName.IsFootage("/drop/" + name));
}
