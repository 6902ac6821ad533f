using VideoIndex.Media;
using VideoIndex.Objects;
using VideoIndex.Pipeline.Objects;
using VideoIndex.Tags;

namespace VideoIndex.Pipeline.Tests.Frames;

public sealed class SeenThingsTests : IDisposable
{
    private readonly string _library = Directory.CreateTempSubdirectory("seen-things-").FullName;

    [Fact]
    public async Task Every_look_is_shown_to_the_detectors_and_what_nobody_looks_for_is_said()
    {
        var stitched = (await new PlayedFilm(1, 300, 50).StitchAsync(_library, [Segment.Whole])).Frames!;

        var log = Assert.Single(stitched.Detections);
        Assert.Equal((TagKinds.Objects, new Origin("model", "stub", "1"), stitched.Looks.Frames.Count), (log.Kind, log.Detector, log.Looks.Count));
        Assert.Contains(log.Looks, look => look is [_, ..]);
        Assert.Equal(["No faces."], SeenThings.Notes(stitched));
    }

    [Fact]
    public async Task A_detector_that_fails_at_a_look_costs_that_look_and_is_told_of()
    {
        var stitched = (await new PlayedFilm(1, 300, 50) { Detector = new StubDetector { FailsEvery = 2 } }.StitchAsync(_library, [Segment.Whole])).Frames!;

        var looks = Assert.Single(stitched.Detections).Looks;
        var failed = looks.Count(look => look is null);
        Assert.InRange(failed, 1, looks.Count - 1);
        Assert.Contains($"Objects were not looked for at {failed} of {looks.Count} looks: The model 'stub' failed.", SeenThings.Notes(stitched));
    }

    [Fact]
    public void What_another_model_saw_is_not_mixed_in()
    {
        var (one, other) = (Record("one"), Record("other"));
        var seen = new SeenObject(0, 900, new(0, 0, 10, 10));

        var log = Assert.Single(SeenThings.Logs([[one], [other]], [new([one], [[seen]]), new([other], [[seen]])]));

        Assert.Equal("one", log.Detector.Name);
        Assert.Equal([1, null], log.Looks.Select(look => look?.Count));
    }

    public void Dispose() => Directory.Delete(_library, recursive: true);

    private static DetectorRecord Record(string model) => new(TagKinds.Objects, new Origin("model", model, "1"), ["person"], null, null);
}
