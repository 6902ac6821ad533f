using VideoIndex.Faces;
using VideoIndex.Objects;

namespace VideoIndex.Tests.Faces;

public sealed class FaceCoverTests
{
    private static readonly CoverRule Rule = new() { Margin = 0.25f, MarginBelow = 0.5f, Gap = 4, Hold = 2 };

    [Fact]
    public void A_face_is_covered_with_margins_and_some_frames_before_and_after()
    {
        var cover = FaceCover.Of(Frames(9, (3, At(100)), (4, At(104))), Rule);
        Assert.Equal([0, 1, 1, 2, 2, 1, 1, 0, 0], cover.Frames.Select(boxes => boxes.Count));
        Assert.Contains(new DetectionBox(95, 95, 125, 130), cover.Frames[3]);
        Assert.Equal(new DetectionBox(90, 90, 130, 140), cover.Frames[1][0]);
        Assert.Equal((1, 20f), (cover.Tracks, cover.Largest));
    }

    [Fact]
    public void A_face_lost_from_sight_for_a_while_is_covered_on_its_way()
    {
        var cover = FaceCover.Of(Frames(8, (1, At(100)), (5, At(116))), Rule);
        Assert.Equal(1, cover.Tracks);
        Assert.Equal(new DetectionBox(98, 90, 138, 140), cover.Frames[3][0]);
    }

    [Fact]
    public void A_face_lost_for_longer_is_another_and_so_is_one_too_far_away()
    {
        Assert.Equal(2, FaceCover.Of(Frames(12, (1, At(100)), (7, At(100))), Rule).Tracks);
        Assert.Equal(2, FaceCover.Of(Frames(12, (1, At(100)), (2, At(160))), Rule).Tracks);
    }

    [Fact]
    public void Two_faces_that_pass_each_other_are_two_and_both_are_covered_in_every_frame()
    {
        var cover = FaceCover.Of(Frames(10, [.. Enumerable.Range(0, 10).SelectMany(frame => new[] { (frame, At(100 + 8 * frame)), (frame, At(172 - 8 * frame)) })]), Rule);
        Assert.Equal(2, cover.Tracks);
        for (var frame = 0; frame < 10; frame++)
        {
            Assert.Contains(cover.Frames[frame], box => box.Left <= 100 + 8 * frame && box.Right >= 120 + 8 * frame);
            Assert.Contains(cover.Frames[frame], box => box.Left <= 172 - 8 * frame && box.Right >= 192 - 8 * frame);
        }
    }

    [Fact]
    public void What_is_below_the_threshold_is_not_covered() =>
        Assert.All(FaceCover.Of([[new Detection(0, 0.29f, At(100))]], Rule).Frames, Assert.Empty);

    private static DetectionBox At(float left) => new(left, 100, left + 20, 120);

    private static List<IReadOnlyList<Detection>> Frames(int count, params (int Frame, DetectionBox Box)[] faces) =>
        [.. Enumerable.Range(0, count).Select(frame => faces.Where(face => face.Frame == frame).Select(face => new Detection(0, 0.5f, face.Box)).ToList())];
}
