using System.Text;
using VideoIndex.Brands.Pictures;
using VideoIndex.Media;
using VideoIndex.Testing.Clips;

namespace VideoIndex.Ffmpeg.Tests.Pictures;

/// <summary>What people and strangers hand in for a logo, and the code each is refused with.</summary>
public sealed class HostilePictureTests : IDisposable
{
    private readonly PictureBench _bench = new();

    [Fact]
    public async Task Each_kind_is_refused_with_the_code_approved_for_it()
    {
        var table = new StringBuilder();
        foreach (var (name, path) in await AllAsync())
        {
            table.Append(null, $"{name} | {await CodeAsync(path)}\n");
        }

        Golden.Verify(table.ToString());
    }

    [Fact]
    public async Task Half_of_a_picture_is_no_picture()
    {
        var mark = DrawnPicture.Mark(120, 80, 3);
        string[] whole = [await _bench.MakeAsync(mark, "a.png"), await _bench.MakeAsync(mark, "a.jpg"), await _bench.MakeAsync(mark, "a.webp"), await _bench.MakeAsync(mark, "a.bmp"), await _bench.MakeAsync(mark, "a.gif")];
        foreach (var path in whole)
        {
            var bytes = await File.ReadAllBytesAsync(path);
            Assert.Equal("read", await CodeAsync(path));
            foreach (var left in (int[])[bytes.Length / 10, bytes.Length / 2, bytes.Length - 1])
            {
                Assert.Equal("picture-truncated", await CodeAsync(_bench.Write("cut", bytes[..left])));
            }
        }
    }

    [Fact]
    public async Task Whatever_is_damaged_is_read_or_refused_and_nothing_else()
    {
        var random = new Random(11);
        var mark = DrawnPicture.Mark(60, 40, 5);
        string[] whole = [await _bench.MakeAsync(mark, "b.png"), await _bench.MakeAsync(mark, "b.jpg"), await _bench.MakeAsync(mark, "b.webp"), await _bench.MakeAsync(mark, "b.bmp"), await _bench.MakeAsync(mark, "b.gif")];
        foreach (var path in whole)
        {
            for (var time = 0; time < 6; time++)
            {
                var bytes = await File.ReadAllBytesAsync(path);
                for (var flip = 0; flip < 3; flip++)
                {
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                }

                var code = await CodeAsync(_bench.Write("damaged", bytes));
                Assert.True(code == "read" || PictureRefusal.Sentences.ContainsKey(code), code);
            }
        }
    }

    public void Dispose() => _bench.Dispose();

    private static async Task<string> CodeAsync(string path)
    {
        try
        {
            await PictureBench.ReadAsync(path).WaitAsync(TimeSpan.FromSeconds(60));
            return "read";
        }
        catch (MediaRefusedException refused)
        {
            Assert.Equal(PictureRefusal.Sentences[refused.Code], refused.Message);
            return refused.Code;
        }
    }

    private async Task<IReadOnlyList<(string Name, string Path)>> AllAsync()
    {
        var mark = DrawnPicture.Png(DrawnPicture.Mark(60, 40, 1));
        var pixels = mark[33..]; // behind the header
        await _bench.MakeAsync("-f lavfi -i testsrc2=s=64x64:d=1 -frames:v 1 secret.png");
        return
        [
            ("PNG of 30,000 x 30,000", _bench.Write("1.png", DrawnPicture.Png(30_000, 30_000, []))),
            ("PNG of 2,147,483,647 x 2,147,483,647", _bench.Write("2.png", DrawnPicture.Png(int.MaxValue, int.MaxValue, []))),
            ("PNG of 8,193 x 12", _bench.Write("3.png", DrawnPicture.Png(8193, 12, []))),
            ("PNG of -5 x 100", _bench.Write("4.png", DrawnPicture.Png(-5, 100, []))),
            ("PNG that says another size than it has", _bench.Write("5.png", [.. DrawnPicture.Png(600, 400, [])[..33], .. pixels])),
            ("PNG without pixels", _bench.Write("6.png", DrawnPicture.Png(100, 100, []))),
            ("JPEG of 65,500 x 65,500", _bench.Write("7.jpg", [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0xFF, 0xDC, 0xFF, 0xDC, 1, 1, 0x11, 0, 0xFF, 0xD9])),
            ("JPEG without a size", _bench.Write("8.jpg", [0xFF, 0xD8, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0xFF, 0xD9])),
            ("WebP of 16,777,216 x 16,777,216", _bench.Write("9.webp", WebP(0, 0xFF))),
            ("WebP that is animated", _bench.Write("10.webp", WebP(2, 0))),
            ("GIF of 65,535 x 65,535", _bench.Write("11.gif", [.. "GIF89a"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0x3B])),
            ("SVG", _bench.Write("12.svg", "<?xml version=\"1.0\"?><!-- made by hand --><svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray())),
            ("SVG named like a PNG", _bench.Write("13.png", "<svg width=\"10\" height=\"10\"/>"u8.ToArray())),
            ("SVG that refers to a file", _bench.Write("14.svg", "<svg><image href=\"file:///etc/passwd\"/></svg>"u8.ToArray())),
            ("text", _bench.Write("15.png", "This is no picture.\n"u8.ToArray())),
            ("play list", _bench.Write("16.png", "ffconcat version 1.0\nfile secret.png\n"u8.ToArray())),
            ("PDF", _bench.Write("17.png", "%PDF-1.7\n%\u00e2\u00e3\n"u8.ToArray())),
            ("PostScript", _bench.Write("18.eps", "%!PS-Adobe-3.0 EPSF-3.0\n"u8.ToArray())),
            ("nothing", _bench.Write("19.png", [])),
            ("MP4", await _bench.MakeAsync("-f lavfi -i testsrc2=s=64x64:d=1 -c:v libx264 20.mp4")),
            ("Matroska", await _bench.MakeAsync("-f lavfi -i testsrc2=s=64x64:d=1 -c:v libx264 21.mkv")),
            ("TIFF", await _bench.MakeAsync("-f lavfi -i testsrc2=s=64x64:d=1 -frames:v 1 22.tiff")),
            ("zeros", _bench.Write("23.png", new byte[500])),
            ("clear everywhere", _bench.Write("24.png", DrawnPicture.Png(DrawnPicture.Draw(40, 40, (x, y) => (x, y, 0, 15))))),
            ("one colour", _bench.Write("25.png", DrawnPicture.Png(DrawnPicture.Draw(40, 40, (_, _) => (255, 0, 0, 255))))),
            ("one colour in a clear margin", _bench.Write("26.png", DrawnPicture.Png(DrawnPicture.Draw(40, 40, (x, y) => (255, 0, 0, x is > 5 and < 30 && y is > 5 and < 30 ? 255 : 0))))),
            ("one colour as JPEG", await _bench.MakeAsync(DrawnPicture.Draw(64, 64, (_, _) => (90, 120, 200, 255)), "27.jpg", "-q:v 20")),
            ("one colour with a shape", _bench.Write("28.png", DrawnPicture.Png(DrawnPicture.Draw(40, 40, (x, y) => (255, 0, 0, x > y ? 255 : 0))))),
            ("11 pixels high", _bench.Write("29.png", DrawnPicture.Png(DrawnPicture.Mark(40, 11, 1)))),
            ("11 pixels high in a clear margin", _bench.Write("30.png", DrawnPicture.Png(DrawnPicture.Draw(40, 40, (x, y) => (x * 6, 0, 0, y is > 5 and < 17 ? 255 : 0))))),
            ("picture with a text behind it", _bench.Write("31.png", [.. mark, .. "<script>"u8])),
        ];
    }

    private static byte[] WebP(byte flags, byte side) =>
        [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, flags, 0, 0, 0, side, side, side, side, side, side];
}
