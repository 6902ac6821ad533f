using VideoIndex.Brands.Pictures;
using VideoIndex.Media;
using VideoIndex.Testing.Clips;

namespace VideoIndex.Tests.Brands.Pictures;

public sealed class PictureHeaderTests
{
    private static readonly byte[] Png = DrawnPicture.Png(DrawnPicture.Mark(40, 30, 1));

    // The smallest that say what is to be said; not one of them holds a picture.
    private static readonly byte[][] Whole =
    [
        Png,
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 0xFF, 0xD9],
        [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 39, 0, 0, 29, 0, 0],
        [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8L"u8, 10, 0, 0, 0, 0x2F, 39, 0x40, 7, 0, 0, 0, 0, 0, 0],
        [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8 "u8, 10, 0, 0, 0, 0, 0, 0, 0x9D, 1, 0x2A, 40, 0, 30, 0],
        [.. "GIF89a"u8, 40, 0, 30, 0, 0, 0, 0, 0x3B, 0, 0],
        [.. "BM"u8, 60, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 40, 0, 0, 0, 0xE2, 0xFF, 0xFF, 0xFF, .. new byte[34]],
    ];

    public static TheoryData<int> Kinds => [.. Enumerable.Range(0, Whole.Length)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_size_is_read_without_a_pixel(int kind)
    {
        var header = PictureHeader.Read(Whole[kind]);
        Assert.Equal((40, 30, 1), (header.Width, header.Height, header.Turn));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whatever_is_damaged_has_a_header_or_a_code(int kind)
    {
        var random = new Random(kind);
        for (var time = 0; time < 5000; time++)
        {
            var bytes = (byte[])Whole[kind].Clone();
            for (var change = random.Next(4); change >= 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            AssertReadOrRefused(random.Next(2) == 0 ? bytes : bytes[..random.Next(bytes.Length)]);
        }
    }

    [Fact]
    public void A_file_of_more_than_50_MB_is_refused_by_its_length() =>
        Assert.Equal("picture-file-too-large", Assert.Throws<MediaRefusedException>(() => PictureHeader.Read(new byte[PictureHeader.MostBytes + 1])).Code);

    [Fact]
    public void Every_code_is_in_the_page_with_its_sentence()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "brands.md"));
        Assert.All(PictureRefusal.Sentences, pair => Assert.Contains($"| `{pair.Key}` | {pair.Value} |", page, StringComparison.Ordinal));
    }

    private static void AssertReadOrRefused(byte[] bytes)
    {
        try
        {
            var header = PictureHeader.Read(bytes);
            Assert.InRange(header.Width, PictureHeader.ShortestSide, PictureHeader.LongestSide);
            Assert.InRange(header.Height, PictureHeader.ShortestSide, PictureHeader.LongestSide);
            Assert.InRange(header.Turn, 1, 8);
        }
        catch (MediaRefusedException refused)
        {
            Assert.Contains(refused.Code, PictureRefusal.Sentences.Keys);
        }
    }
}
