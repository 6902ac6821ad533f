using System.Buffers.Binary;
using VideoIndex.Brands.Pictures;
using VideoIndex.Ffmpeg.Pictures;
using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.Testing.Clips;

namespace VideoIndex.Ffmpeg.Tests.Pictures;

public sealed class PictureReaderTests : IDisposable
{
    private readonly PictureBench _bench = new();

    // Opaque, and unlike itself however it is turned.
    private static ColourPicture Scene { get; } = DrawnPicture.Draw(48, 32, (x, y) => (x * 5, y * 7, x < 16 && y < 16 ? 250 : 10, 255));

    [Fact]
    public async Task A_PNG_comes_back_to_the_last_bit_without_its_clear_margin()
    {
        var whole = DrawnPicture.Draw(60, 50, (x, y) => x is >= 10 and < 50 && y is >= 5 and < 25 ? (x * 4, y * 5, 77, 100 + x) : (9, 9, 9, x == 0 ? 15 : 0));

        var reading = await PictureBench.ReadAsync(_bench.Write("mark.png", DrawnPicture.Png(whole)));

        Assert.Equal(new PixelBox(10, 5, 40, 20), reading.Region);
        Assert.Equal((60, 50, PictureKind.Png), (reading.Header.Width, reading.Header.Height, reading.Header.Kind));
        Assert.Equal(whole.Part(reading.Region).Rgba, reading.Picture.Rgba);
    }

    [Theory]
    [InlineData("a.webp", "-c:v libwebp -lossless 1", PictureKind.WebP)]
    [InlineData("a.bmp", "-pix_fmt bgra", PictureKind.Bmp)]
    public async Task Alpha_survives_in_other_kinds(string name, string arguments, PictureKind kind)
    {
        var mark = DrawnPicture.Draw(40, 40, (x, y) => (x * 6, y * 6, 128, x + y < 40 ? 255 : 128));

        var reading = await PictureBench.ReadAsync(await _bench.MakeAsync(mark, name, arguments));

        Assert.Equal(kind, reading.Header.Kind);
        Assert.Equal(mark.Rgba, reading.Picture.Rgba);
    }

    [Theory]
    [InlineData("a.jpg", "-q:v 1 -pix_fmt yuvj444p", 24)]
    [InlineData("gray.jpg", "-q:v 1 -pix_fmt gray", 255)]
    [InlineData("lossy.webp", "-c:v libwebp -q:v 100", 100)]
    [InlineData("a.gif", "", 100)]
    [InlineData("palette.png", "-pix_fmt pal8", 100)]
    [InlineData("deep.png", "-pix_fmt rgba64be", 0)]
    [InlineData("gray-alpha.png", "-pix_fmt ya8", 255)]
    [InlineData("named-like-another.jpg", "-c:v png -f image2", 0)]
    public async Task Every_kind_is_read_for_what_it_is(string name, string arguments, int apart)
    {
        var reading = await PictureBench.ReadAsync(await _bench.MakeAsync(Scene, name, arguments));

        Assert.Equal((48, 32), (reading.Picture.Width, reading.Picture.Height));
        Assert.True(reading.Picture.IsOpaque);
        Assert.InRange(Scene.Rgba.Zip(reading.Picture.Rgba, (one, other) => Math.Abs(one - other)).Max(), 0, apart);
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(4, 0, 1)]
    [InlineData(5, 0, 0)]
    [InlineData(6, 1, 0)]
    [InlineData(7, 1, 1)]
    [InlineData(8, 0, 1)]
    public async Task A_photograph_is_turned_as_its_camera_was_held(int turn, int right, int bottom)
    {
        var plain = await File.ReadAllBytesAsync(await _bench.MakeAsync(Scene, "plain.jpg", "-q:v 1 -pix_fmt yuvj444p"));

        var picture = (await PictureBench.ReadAsync(_bench.Write("turned.jpg", WithTurn(plain, turn)))).Picture;

        Assert.Equal(turn > 4 ? (32, 48) : (48, 32), (picture.Width, picture.Height));
        var blue = Enumerable.Range(0, 4).Where(corner => picture.Rgba[(((corner / 2) * (picture.Height - 1) * picture.Width) + ((corner % 2) * (picture.Width - 1))) * 4 + 2] > 150);
        Assert.Equal([(bottom * 2) + right], blue); // the corner that was top left
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    public async Task Mirrored_turns_are_not_mistaken_for_plain_ones(int turn)
    {
        var plain = await File.ReadAllBytesAsync(await _bench.MakeAsync(Scene, "plain.jpg", "-q:v 1 -pix_fmt yuvj444p"));

        var picture = (await PictureBench.ReadAsync(_bench.Write("turned.jpg", WithTurn(plain, turn)))).Picture;

        // Red grew from left to right; turned so, it grows (5) or shrinks (7) from top to bottom and stays the same along a row.
        var (first, last) = (picture.Rgba[0], picture.Rgba[(picture.Height - 1) * picture.Width * 4]);
        Assert.Equal(turn == 5, last > first + 100);
    }

    [Fact]
    public async Task A_large_picture_is_made_smaller_and_its_region_stays_in_its_own_pixels()
    {
        var large = await _bench.MakeAsync("-f lavfi -i testsrc2=s=5000x3000:d=1 -frames:v 1 large.png");

        var reading = await PictureBench.ReadAsync(large);

        Assert.Equal((2048, 1229), (reading.Picture.Width, reading.Picture.Height));
        Assert.Equal(new PixelBox(0, 0, 5000, 3000), reading.Region);
    }

    [Fact]
    public async Task A_part_is_cut_out_unchanged()
    {
        var reader = await PictureBench.ReaderAsync();
        var path = _bench.Write("scene.png", DrawnPicture.Png(Scene));
        var part = new PixelBox(7, 9, 31, 13);

        await reader.CropAsync(path, part, _bench.PathOf("part.png"), default);

        Assert.Equal(Scene.Part(part).Rgba, (await PictureBench.ReadAsync(_bench.PathOf("part.png"))).Picture.Rgba);
        var refused = await Assert.ThrowsAsync<MediaRefusedException>(() => reader.CropAsync(path, new PixelBox(20, 0, 29, 10), _bench.PathOf("never.png"), default));
        Assert.Equal("bad-box", refused.Code);
    }

    [Fact]
    public void A_picture_is_decoded_with_what_was_approved() =>
        Golden.Verify(string.Concat(Enum.GetValues<PictureKind>().Select(kind =>
            $"{kind}\n{string.Join('\n', PictureCommand.Decode(new PictureHeader(kind, 40, 30, kind == PictureKind.Jpeg ? 6 : 1)))}\n\n"))
            + string.Join('\n', PictureCommand.Crop(new PictureHeader(PictureKind.Png, 40, 30, 1), new PixelBox(1, 2, 20, 10))) + "\n");

    public void Dispose() => _bench.Dispose();

    // An EXIF segment of one entry behind the first two bytes, little or big end first in turns.
    private static byte[] WithTurn(byte[] jpeg, int turn)
    {
        var isLittle = turn % 2 == 0;
        var tiff = new byte[26];
        (isLittle ? "II*\0"u8 : "MM\0*"u8).CopyTo(tiff);
        Put32(4, 8);
        Put16(8, 1);
        Put16(10, 0x0112);
        Put16(12, 3);
        Put32(14, 1);
        Put16(18, turn);
        byte[] content = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(content.Length + 2), .. content, .. jpeg[2..]];

        void Put16(int at, int value)
        {
            if (isLittle)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at), (ushort)value);
            }
            else
            {
                BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at), (ushort)value);
            }
        }

        void Put32(int at, int value)
        {
            Put16(isLittle ? at : at + 2, value);
            Put16(isLittle ? at + 2 : at, 0);
        }
    }
}
