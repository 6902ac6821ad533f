using VideoIndex.Looks;
using VideoIndex.ScreenText;
using VideoIndex.Testing.Clips;

namespace VideoIndex.Tesseract.Tests;

public sealed class SurroundingsTests
{
    [TesseractTheory]
    [InlineData("343434")]
    [InlineData("464646")]
    [InlineData("707070")]
    public async Task Outlined_letters_are_read_before_anything(string behind)
    {
        var crop = await DrawAsync("Orchestra museum opens", behind);
        using var readers = new TesseractReaders(new TesseractOptions());
        using var reader = readers.Open();

        Assert.Equal("Orchestra museum opens", string.Join(' ', reader.Read(crop).Select(word => word.Text)));
    }

    [TesseractFact]
    public async Task What_was_behind_is_white()
    {
        var cleared = Surroundings.Clear(await DrawAsync("ICE", "000000"));

        Assert.All(Enumerable.Range(0, cleared.Width), column => Assert.InRange(cleared.Pixels[(16 * cleared.Width) + column], 230, 255));
        Assert.Contains(cleared.Pixels, shade => shade < 20);
    }

    [TesseractFact]
    public async Task A_line_on_white_stays_as_it_is()
    {
        var crop = await DrawAsync("Orchestra", "ffffff");

        Assert.Same(crop, Surroundings.Clear(crop));
    }

    [Fact]
    public void What_would_leave_nothing_is_left_alone()
    {
        // Bars from top to bottom: letters as high as the picture, or none.
        var bars = new GrayPicture(200, 80, [.. Enumerable.Range(0, 200 * 80).Select(at => (byte)(at % 200 / 10 % 2 == 0 ? 0 : 255))]);

        Assert.Same(bars, Surroundings.Clear(bars));
    }

    // As a spotter cuts it out: 8 pixels of the picture around the letters, 12 pixels of white around that.
    private static async Task<GrayPicture> DrawAsync(string text, string behind)
    {
        using var folder = new TestClip();
        await File.WriteAllTextAsync(folder.PathOf("line.txt"), text);
        var (width, height) = ((text.Length * 32) + 40, 104);
        await File.WriteAllTextAsync(
            folder.PathOf("drawn.txt"),
            $"color=c=0x{behind}:s={width - 24}x{height - 24}:r=1:d=1,format=gray,drawtext=font=DejaVu\\ Sans:textfile=line.txt:expansion=none:fontsize=50:fontcolor=black:bordercolor=white:borderw=5:x=16:y=40-ascent/2,pad={width}:{height}:12:12:white");
        var file = await folder.MakeAsync("-filter_complex_script drawn.txt -frames:v 1 -f rawvideo -pix_fmt gray crop.raw");
        return new GrayPicture(width, height, await File.ReadAllBytesAsync(file));
    }
}
