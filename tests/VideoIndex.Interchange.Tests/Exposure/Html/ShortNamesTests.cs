using VideoIndex.Interchange.Exposure.Html;

namespace VideoIndex.Interchange.Tests.Exposure.Html;

public sealed class ShortNamesTests
{
    [Fact]
    public void A_file_is_called_by_its_name() => Assert.Equal(["a.mp4", "b.mp4"], ShortNames.Of(["/day 1/a.mp4", "/day 1/b.mp4"]));

    [Fact]
    public void Files_of_one_name_are_told_apart_by_their_folders() =>
        Assert.Equal(["1/cam/a.mp4", "2/cam/a.mp4", "b.mp4"], ShortNames.Of(["/day/1/cam/a.mp4", "/day/2/cam/a.mp4", "/day/b.mp4"]));

    [Fact]
    public void The_same_path_twice_is_called_the_same() => Assert.Equal(["a.mp4", "a.mp4"], ShortNames.Of(["a.mp4", "a.mp4"]));
}
