using System.Globalization;
using VideoIndex.Copies.Pictures;

namespace VideoIndex.Tests.Copies;

public sealed class PicturePrintTests
{
    [Fact]
    public void The_print_of_a_picture_never_changes()
    {
        var prints = PicturePrints.Of(new SmallFilm(21, 6).Film());

        Golden.Verify(string.Join('\n', Enumerable.Range(0, prints.Count).Select(at => string.Create(
            CultureInfo.InvariantCulture, $"{prints[at].Look:x16} {prints[at].Change:x16} {prints[at].MiddleLook:x16} {prints[at].MiddleChange:x16}"))));
    }

    [Fact]
    public void A_print_comes_back_as_it_was_written()
    {
        var bytes = new byte[PicturePrint.Size];
        var print = new PicturePrint(1, ulong.MaxValue, 3UL << 62, 4);

        print.Write(bytes);

        Assert.Equal(print, PicturePrint.Read(bytes));
    }

    [Fact]
    public void There_are_four_prints_a_second_as_long_as_there_is_half_a_second_to_print() =>
        Assert.Equal((0, 4 * 6 - 1), (PicturePrints.Of(new SmallFilm(21, 6).Film()).First, PicturePrints.Of(new SmallFilm(21, 6).Film()).Count));
}
