using VideoIndex.Exporting;

namespace VideoIndex.Tests.Exporting;

public sealed class ThumbnailGridTests
{
    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(4, 0, 1280, 0)]
    [InlineData(5, 0, 0, 220)]
    [InlineData(99, 0, 1280, 4180)]
    [InlineData(100, 1, 0, 0)]
    public void Moments_fill_rows_then_sheets(int moment, int sheet, int left, int top) =>
        Assert.Equal(new ThumbnailPlace(sheet, left, top), ThumbnailGrid.Of(moment));

    [Theory]
    [InlineData(0, 3, 960, 220)]
    [InlineData(0, 6, 1600, 440)]
    [InlineData(0, 101, 1600, 4400)]
    [InlineData(1, 101, 320, 220)]
    public void A_sheet_is_as_large_as_its_cells_need(int sheet, int moments, int width, int height) =>
        Assert.Equal((width, height), ThumbnailGrid.SizeOf(sheet, moments));

    [Fact]
    public void Every_picture_lies_on_a_sheet_there_is_and_on_no_other_picture()
    {
        const int Moments = 1_234;
        var places = Enumerable.Range(0, Moments).Select(ThumbnailGrid.Of).ToList();
        Assert.Equal(Moments, places.Distinct().Count());
        Assert.All(places, place =>
        {
            var (width, height) = ThumbnailGrid.SizeOf(place.Sheet, Moments);
            Assert.InRange(place.Sheet, 0, ThumbnailGrid.SheetsOf(Moments) - 1);
            Assert.True(place.Left + ThumbnailGrid.Width <= width && place.Top + ThumbnailGrid.Height <= height);
        });
    }

    [Theory]
    [InlineData("sprite.png", 0, "sprite.png")]
    [InlineData("sprite.png", 1, "sprite-2.png")]
    [InlineData("sheet", 2, "sheet-3")]
    public void Later_sheets_are_numbered(string first, int sheet, string name) => Assert.Equal(name, ThumbnailGrid.NameOf(first, sheet));
}
