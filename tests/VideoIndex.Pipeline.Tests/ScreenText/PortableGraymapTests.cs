using System.Text;
using VideoIndex.Looks;
using VideoIndex.Pipeline.ScreenText;

namespace VideoIndex.Pipeline.Tests.ScreenText;

public sealed class PortableGraymapTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("videoindex-test-").FullName;

    private string Place => Path.Combine(_folder, "crop.pgm");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(1920, 120)]
    public void What_is_written_is_read(int width, int height)
    {
        var picture = new GrayPicture(width, height, [.. Enumerable.Range(0, width * height).Select(at => (byte)(at * 31 % 256))]);

        PortableGraymap.Write(Place, picture);
        var read = PortableGraymap.Read(Place);

        Assert.Equal((width, height), (read.Width, read.Height));
        Assert.Equal(picture.Pixels, read.Pixels);
    }

    [Fact]
    public void The_form_is_the_one_others_know()
    {
        PortableGraymap.Write(Place, new GrayPicture(2, 1, [65, 66]));

        Assert.Equal("P5 2 1 255\nAB", File.ReadAllText(Place, Encoding.Latin1));
    }

    [Fact]
    public void A_smaller_picture_takes_the_place_of_a_larger_one()
    {
        PortableGraymap.Write(Place, new GrayPicture(9, 9, new byte[81]));
        PortableGraymap.Write(Place, new GrayPicture(2, 2, [1, 2, 3, 4]));

        Assert.Equal([1, 2, 3, 4], PortableGraymap.Read(Place).Pixels);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P5 2 2 255\nABC")]
    [InlineData("P5 2 2 255\nABCDE")]
    [InlineData("P5 0 4 255\n")]
    [InlineData("P5 -1 -4 255\nABCD")]
    [InlineData("P5 2000000000 2000000000 255\nABCD")]
    [InlineData("P2 2 1 255\nAB")]
    [InlineData("P5 2 1 65535\nABCD")]
    [InlineData("a line of words that has no end at all, or not here")]
    public void A_file_that_is_not_whole_is_refused(string content)
    {
        File.WriteAllText(Place, content, Encoding.Latin1);

        var refusal = Assert.Throws<InvalidDataException>(() => PortableGraymap.Read(Place));

        Assert.Equal("'crop.pgm' is not a whole gray picture.", refusal.Message);
    }
}
