using VideoIndex.Inference;
using VideoIndex.Objects;
using VideoIndex.Vision.Faces;

namespace VideoIndex.Vision.Tests.Faces;

public sealed class FaceHeadTests
{
    [Fact]
    public void A_cell_of_YuNet_is_a_box_whose_score_is_the_root_of_both_scores()
    {
        var head = new YunetHead(64, 32);
        var outputs = Empty(head.Outputs);
        (outputs[1].Span[5], outputs[4].Span[5]) = (0.5f, 0.5f); // the grid of 16 pixels, cell (1, 1)
        new[] { 0.5f, 0.25f, MathF.Log(2), 0 }.CopyTo(outputs[7].Span[20..]);
        var found = new List<Detection>();
        Assert.True(head.Read(outputs, 0.1f, found));
        var face = Assert.Single(found);
        Assert.Equal(0.5f, face.Score, 1e-6f);
        Close(new DetectionBox(24 - 16, 20 - 8, 24 + 16, 20 + 8), face.Box);
    }

    [Theory]
    [InlineData(1920, 1080, 1280, 736)]
    [InlineData(1080, 1920, 736, 1280)]
    [InlineData(320, 240, 640, 480)]
    [InlineData(720, 576, 736, 576)]
    [InlineData(4, 1000, 32, 1024)]
    public void YuNet_of_any_size_runs_at_sides_of_32_pixels(int width, int height, int across, int down)
    {
        var head = new YunetHead(0, 0).For(width, height);
        Assert.Equal((across, down), (head.Input.Width, head.Input.Height));
        Assert.Same(head, head.For(width, height));
        Assert.Equal([1, across / 8 * (down / 8), 1], head.Outputs[0]);
    }

    [Fact]
    public void YuNet_of_one_size_runs_at_it()
    {
        var head = new YunetHead(640, 640);
        Assert.Same(head, head.For(1920, 1080));
    }

    [Fact]
    public void A_difference_from_a_prior_is_a_box()
    {
        var head = new UltrafaceHead(320, 240, fromPriors: true);
        Assert.Equal([1, 4420, 2], head.Outputs[0]);
        var outputs = Empty(head.Outputs);
        outputs[0].Span[2 * 4419 + 1] = 0.9f; // the last prior: 256 pixels, in the last of 5 x 4 cells of 64
        new[] { -1f, 0.5f, 0, 5 * MathF.Log(0.5f) }.CopyTo(outputs[1].Span[(4 * 4419)..]);
        var found = new List<Detection>();
        Assert.True(head.Read(outputs, 0.1f, found));
        Close(new DetectionBox(288 - 25.6f - 128, 224 + 12 - 60, 288 - 25.6f + 128, 224 + 12 + 60), Assert.Single(found).Box);
    }

    [Fact]
    public void Corners_in_parts_of_the_picture_are_a_box()
    {
        var head = new UltrafaceHead(320, 240, fromPriors: false);
        var outputs = Empty(head.Outputs);
        outputs[0].Span[1] = 0.9f;
        new[] { 0.25f, 0.5f, 0.5f, 0.75f }.CopyTo(outputs[1].Span);
        var found = new List<Detection>();
        Assert.True(head.Read(outputs, 0.1f, found));
        Close(new DetectionBox(80, 120, 160, 180), Assert.Single(found).Box);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(1.5f)]
    public void Numbers_that_are_no_scores_are_told(float score)
    {
        var (yunet, ultraface) = (new YunetHead(32, 32), new UltrafaceHead(320, 240, fromPriors: false));
        var (ofYunet, ofUltraface) = (Empty(yunet.Outputs), Empty(ultraface.Outputs));
        ofYunet[0].Span[0] = score;
        ofUltraface[0].Span[1] = score;
        Assert.False(yunet.Read(ofYunet, 0.1f, []));
        Assert.False(ultraface.Read(ofUltraface, 0.1f, []));
    }

    private static Tensor<float>[] Empty(IReadOnlyList<int[]> shapes) =>
        [.. shapes.Select(shape => new Tensor<float>(new float[shape.Aggregate(1, (values, side) => values * side)], shape))];

    private static void Close(DetectionBox expected, DetectionBox actual)
    {
        Assert.Equal(expected.Left, actual.Left, 0.01f);
        Assert.Equal(expected.Top, actual.Top, 0.01f);
        Assert.Equal(expected.Right, actual.Right, 0.01f);
        Assert.Equal(expected.Bottom, actual.Bottom, 0.01f);
    }
}
