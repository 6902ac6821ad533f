using VideoIndex.Shots;
using VideoIndex.Timing;

namespace VideoIndex.Tests.Shots;

public sealed class HardCutsTests
{
    // Each letter is a picture shown for one frame; two of the same letter are alike, two of different letters are not.
    [Theory]
    [InlineData("AAAAAAAAAAAABBBBBBBBBBBB", "12")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAA", "")]
    [InlineData("AAAAAAAAAAAAfAAAAAAAAAAA", "")]
    [InlineData("AAAAAAAAAAAAfffAAAAAAAAA", "")]
    [InlineData("AAAAAAAfAfAfAfAfAAAAAAAA", "")]
    [InlineData("AAAAAAAABBBBCCCCDDDDDDDD", "8 12 16")]
    [InlineData("AAAAAAAABBBBAAAABBBBAAAA", "8 12 16 20")]
    [InlineData("AAAAAAAAABBBBBBBB", "9")]
    [InlineData("ABBBBBBBBBBBBBBBB", "1")]
    [InlineData("", "")]
    [InlineData("A", "")]
    public void Only_a_picture_that_does_not_go_back_to_what_was_is_a_new_shot(string pictures, string cuts) =>
        Assert.Equal(cuts, Cuts(pictures));

    [Fact]
    public void The_first_frames_and_the_last_may_be_anything()
    {
        for (var length = 0; length < 30; length++)
        {
            var cuts = HardCuts.Find(Evidence(string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + i)))), new());
            Assert.All(cuts, cut => Assert.InRange(cut, 1, length - 1));
        }
    }

    [Fact]
    public void A_higher_threshold_never_finds_more()
    {
        var evidence = Evidence("AAAAAAAABBBBCCCCDDDDDDDDfDDDDDDDEEEEEEEEEEFFFFGGGGGGGG");
        var counts = Enumerable.Range(30, 71).Select(threshold => HardCuts.Find(evidence, new() { Threshold = threshold }).Count);

        Assert.Equal(counts.OrderDescending(), counts);
    }

    [Fact]
    public void The_strength_of_a_frame_needs_only_its_neighbours()
    {
        var scores = Evidence("AAAAAAAABBBBCCCCDDDDDDDDfDDDDDDDEEEEEEEEEEFFFFGGGGGGGG").Scores;
        for (var frame = 9; frame < scores.Count; frame++)
        {
            var window = scores.Skip(frame - 9).Take(9 + 1 + CutStrength.Reach).ToList();
            Assert.Equal(CutStrength.Of(scores, frame), CutStrength.Of(window, 9));
        }
    }

    private static string Cuts(string pictures) => string.Join(' ', HardCuts.Find(Evidence(pictures), new CutOptions()));

    private static FrameEvidence Evidence(string pictures) => new(
        new Rational(1, 25), default, [.. Enumerable.Range(0, pictures.Length).Select(frame => (long)frame)],
        [.. Enumerable.Range(0, pictures.Length).Select(frame => Score(pictures, frame))], FrameRate.Pal.StartOf(pictures.Length));

    private static FrameScore Score(string pictures, int frame)
    {
        FrameChange Since(int apart) =>
            frame < apart ? default : pictures[frame] == pictures[frame - apart] ? new(100, 500, 1000) : new(9000, 30000, 24000);
        var change = Since(1);
        return new FrameScore(
            change.Difference, change.Histogram, change.Structure, 100, 50, 20, pictures[frame], Since(2), Since(3), Since(4),
            80, (byte)(change.Difference > 1000 ? 220 : 0), (byte)(change.Difference > 1000 ? 200 : 0), change.Histogram);
    }
}
