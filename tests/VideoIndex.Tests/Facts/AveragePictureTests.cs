using VideoIndex.Facts;
using VideoIndex.Looks;

namespace VideoIndex.Tests.Facts;

public sealed class AveragePictureTests
{
    [Fact]
    public void The_average_has_the_luma_of_all_frames_and_the_colour_of_the_looks()
    {
        var footage = new Footage().Add(10, Footage.Flat(100), look: Red).Add(10, Footage.Flat(140), look: Red);
        static void Red(byte[] facts) => Footage.Chroma(facts, 128, 178);
        var average = AveragePicture.Of(footage.Evidence, 0, 20);

        Assert.Equal(120, average!.Luma);
        Assert.Equal([(byte)198, (byte)97, (byte)120], average.Rgb.Take(3));
        Assert.Equal(3 * FrameSketches.Means, average.Rgb.Count);
    }

    [Fact]
    public void Without_a_look_it_is_gray_and_without_sketches_there_is_none()
    {
        var evidence = new Footage().Add(1, Footage.Flat(10)).Add(9, Footage.Flat(80)).Evidence;

        Assert.Equal([(byte)80, (byte)80, (byte)80], AveragePicture.Of(evidence, 1, 10)!.Rgb.Take(3));
        Assert.Null(AveragePicture.Of(evidence with { Sketches = FrameSketches.None }, 0, 10));
        Assert.Null(AveragePicture.Of(evidence, 5, 5));
    }

    [Theory]
    [InlineData("gray", "grey")]
    [InlineData("Grey", "grey")]
    [InlineData("RED", "red")]
    public void A_colour_is_searched_by_either_spelling(string word, string label) => Assert.Equal(label, ColourNames.Meant(word));
}
