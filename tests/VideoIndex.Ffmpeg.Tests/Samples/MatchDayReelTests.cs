using VideoIndex.Ffmpeg.Samples;

namespace VideoIndex.Ffmpeg.Tests.Samples;

public sealed class MatchDayReelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("match-day").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_is_made_with_these_arguments() =>
        Golden.Verify(string.Join('\n', MatchDayReel.Arguments("/recipe", "/out/reel.mov")) + "\n");

    [Fact]
    public void Every_file_the_arguments_name_is_in_the_recipe()
    {
        MatchDayReel.WriteRecipe(_folder);
        var named = MatchDayReel.Arguments(_folder, "reel.mov").Where(argument => argument.StartsWith(_folder, StringComparison.Ordinal));
        Assert.All(named, file => Assert.True(File.Exists(file), file));
    }

    [Fact]
    public void The_filter_reaches_FFmpeg_without_its_comments()
    {
        MatchDayReel.WriteRecipe(_folder);
        Assert.DoesNotContain('#', File.ReadAllText(Path.Combine(_folder, "match-day.filter")));
    }

    [Fact]
    public void The_German_captions_lie_beside_the_reel()
    {
        var file = MatchDayReel.WriteSidecar(Path.Combine(_folder, "reel.mov"));
        Assert.Equal(Path.Combine(_folder, "reel.de.srt"), file);
        Assert.Contains("Freistoß", File.ReadAllText(file), StringComparison.Ordinal);
    }
}
