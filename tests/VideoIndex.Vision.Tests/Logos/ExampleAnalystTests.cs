using VideoIndex.Looks;
using VideoIndex.Vision.Features;
using VideoIndex.Vision.Logos;

namespace VideoIndex.Vision.Tests.Logos;

public sealed class ExampleAnalystTests
{
    private static readonly ExampleAnalyst Analyst = new(new FeatureCoder());

    [Fact]
    public void An_example_is_known_the_right_way_and_inverted_alike()
    {
        var known = Analyst.Describe(Mark(boxes: 20));

        Assert.Equal(known.Features.Count(one => one.Inverted), known.Features.Count(one => !one.Inverted));
        Assert.All(known.Features, one => Assert.InRange(one.Keypoint.X, -40, 340));
        Assert.Equal((300.0, 150.0), (known.Size.Width, known.Size.Height));
    }

    [Fact]
    public void The_more_there_is_in_a_mark_the_better_its_grade()
    {
        var (rich, plain) = (Analyst.Describe(Mark(boxes: 40)), Analyst.Describe(Mark(boxes: 1)));

        Assert.Equal(('A', 'C'), (rich.Grade, plain.Grade));
        Assert.True(rich.Places > 3 * plain.Places);
    }

    [Fact]
    public void The_same_picture_is_known_by_the_same() =>
        Assert.Equal(Analyst.Describe(Mark(boxes: 10)).Features, new ExampleAnalyst(new FeatureCoder()).Describe(Mark(boxes: 10)).Features);

    [Fact]
    public void A_tiny_example_is_known_by_its_own_size_alone()
    {
        var known = Analyst.Describe(new ColourPicture(16, 12, [.. Enumerable.Range(0, 16 * 12).SelectMany(at => (byte[])[(byte)(at * 37 % 256), 0, 0, 255])]));

        Assert.True(known.Places <= 20);
    }

    // Boxes on clear ground.
    private static ColourPicture Mark(int boxes)
    {
        const int width = 300, height = 150;
        var pixels = new byte[width * height * ColourPicture.Channels];
        var random = new Random(3);
        for (var box = 0; box < boxes; box++)
        {
            var (left, top, wide, high, value) = (random.Next(width - 60), random.Next(height - 40), random.Next(12, 60), random.Next(12, 40), (byte)random.Next(200));
            for (var y = top; y < top + high; y++)
            {
                for (var x = left; x < left + wide; x++)
                {
                    byte[] colour = [value, value, (byte)(value / 2), 255];
                    colour.CopyTo(pixels, ((y * width) + x) * ColourPicture.Channels);
                }
            }
        }

        return new ColourPicture(width, height, pixels);
    }
}
