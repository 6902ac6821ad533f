using VideoIndex.Looks;
using VideoIndex.Scenes;
using VideoIndex.Tests.Facts;

namespace VideoIndex.Tests.Scenes;

public sealed class SceneFinderTests
{
    // Each letter is a shot of three seconds; the same letter is the same picture, a small letter a shot of one second.
    [Theory]
    [InlineData("AAA", "1-3")]
    [InlineData("ABABAB", "1-6")]
    [InlineData("ABC", "1-1 2-2 3-3")]
    [InlineData("AABB", "1-2 3-4")]
    [InlineData("ABABCDCD", "1-4 5-8")]
    [InlineData("AXAYA", "1-5")]
    [InlineData("AABCDEFGHIA", "1-2 3-3 4-4 5-5 6-6 7-7 8-8 9-9 10-10 11-11")]
    [InlineData("AAAbcdefghIII", "1-3 4-10 11-13")]
    [InlineData("A", "1-1")]
    [InlineData("", "")]
    public void Shots_that_return_are_tied_together_with_all_between(string pictures, string scenes)
    {
        var (footage, shots) = (new Footage(), new List<(int, int)>());
        foreach (var picture in pictures)
        {
            shots.Add((footage.Count, footage.Count + (char.IsUpper(picture) ? 75 : 25)));
            footage.Add(
                char.IsUpper(picture) ? 75 : 25, Footage.Picture(picture),
                look: facts => Footage.Chroma(facts, (byte)(92 + picture * 37 % 72), (byte)(92 + picture * 53 % 72)));
        }

        var found = SceneFinder.Of(footage.Evidence, shots);

        Assert.Equal(scenes, string.Join(' ', found.Select(scene => $"{scene.FirstShot}-{scene.LastShot}")));
    }

    [Fact]
    public void Scenes_touch_and_cover_the_video()
    {
        var (footage, shots, random) = (new Footage(), new List<(int, int)>(), new Random(3));
        for (var shot = 0; shot < 60; shot++)
        {
            var frames = random.Next(1, 120);
            shots.Add((footage.Count, footage.Count + frames));
            footage.Add(frames, Footage.Picture(random.Next(12)));
        }

        var scenes = SceneFinder.Of(footage.Evidence, shots);

        Assert.Equal((footage.Evidence.TimeOf(0), footage.Evidence.End), (scenes[0].Span.Start, scenes[^1].Span.End));
        Assert.Equal((1, 60), (scenes[0].FirstShot, scenes[^1].LastShot));
        Assert.All(scenes.Zip(scenes.Skip(1)), pair => Assert.Equal(
            (pair.First.Span.End, pair.First.LastShot + 1, pair.First.Number + 1), (pair.Second.Span.Start, pair.Second.FirstShot, pair.Second.Number)));
    }

    [Fact]
    public void The_same_tones_in_other_places_are_one_setting_and_other_colours_another()
    {
        var (one, turned) = (Footage.Picture(1), Footage.Picture(1));
        turned.AsSpan().Reverse();
        var warm = new Footage().Add(75, one, look: facts => Footage.Chroma(facts, 110, 150)).Add(75, turned, look: facts => Footage.Chroma(facts, 110, 150));
        var both = new Footage().Add(75, one, look: facts => Footage.Chroma(facts, 110, 150)).Add(75, turned, look: facts => Footage.Chroma(facts, 150, 110));

        Assert.Single(SceneFinder.Of(warm.Evidence, [(0, 75), (75, 150)]));
        Assert.Equal(2, SceneFinder.Of(both.Evidence, [(0, 75), (75, 150)]).Count);
    }

    [Fact]
    public void Two_black_and_white_pictures_of_the_same_tones_are_not_one_setting_for_that() =>
        Assert.Equal(2, SceneFinder.Of(new Footage().Add(75, Footage.Picture(1)).Add(75, Footage.Picture(2)).Evidence, [(0, 75), (75, 150)]).Count);

    [Fact]
    public void Without_sketches_a_video_is_one_scene()
    {
        var evidence = new Footage().Add(75, Footage.Picture(1)).Add(75, Footage.Picture(2)).Evidence with { Sketches = FrameSketches.None };

        Assert.Single(SceneFinder.Of(evidence, [(0, 75), (75, 150)]));
    }
}
