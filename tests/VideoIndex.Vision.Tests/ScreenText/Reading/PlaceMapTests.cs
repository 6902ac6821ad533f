using VideoIndex.Vision.ScreenText.Reading.Places;

namespace VideoIndex.Vision.Tests.ScreenText.Reading;

public sealed class PlaceMapTests
{
    private const int Width = 200, Height = 120;

    [Fact]
    public void A_core_grows_by_its_area_times_the_ratio_over_its_circumference()
    {
        var place = Assert.Single(new PlaceMap().Places(Map((100, 60, 80, 12, 0, 0.9f)), Width));

        var grown = 80 * 12 * 1.5 / (2 * (80 + 12));
        Assert.Equal(100, place.Box.X, 1);
        Assert.Equal(60, place.Box.Y, 1);
        Assert.InRange(place.Box.Width, 78 + (2 * grown) - 1, 80 + (2 * grown) + 1);
        Assert.InRange(place.Box.Height, 10 + (2 * grown) - 1, 12 + (2 * grown) + 1);
        Assert.Equal(0.9, place.Certainty, 2);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(-35)]
    public void A_core_that_is_turned_is_a_place_that_is_turned(int degrees)
    {
        var place = Assert.Single(new PlaceMap().Places(Map((100, 60, 90, 14, degrees, 1f)), Width));

        Assert.InRange(place.Box.Radians * 180 / Math.PI, degrees - 2, degrees + 2);
        Assert.True(place.Box.Width > 4 * place.Box.Height - 40, $"{place}");
    }

    [Fact]
    public void Two_lines_are_two_places_from_top_to_bottom()
    {
        var places = new PlaceMap().Places(Map((120, 90, 60, 10, 0, 0.9f), (60, 30, 60, 10, 0, 0.9f)), Width);

        Assert.Equal([(60, 30), (120, 90)], places.Select(place => ((int)Math.Round(place.Box.X), (int)Math.Round(place.Box.Y))));
    }

    [Theory]
    [InlineData(80, 12, 0.5f)] // unsure
    [InlineData(80, 12, 0.3f)] // below the threshold
    [InlineData(80, 3, 0.9f)] // too thin
    [InlineData(2, 2, 0.9f)]
    public void What_is_unsure_or_thin_is_no_place(int width, int height, float share) =>
        Assert.Empty(new PlaceMap().Places(Map((100, 60, width, height, 0, share)), Width));

    [Fact]
    public void An_empty_map_has_no_places() => Assert.Empty(new PlaceMap().Places(default, Width));

    [Fact]
    public void A_map_of_no_whole_number_of_rows_is_refused() =>
        Assert.Throws<ArgumentException>(() => new PlaceMap().Places(new float[7], 3));

    private static float[] Map(params ReadOnlySpan<(int X, int Y, int Width, int Height, int Degrees, float Share)> cores)
    {
        var map = new float[Width * Height];
        foreach (var (x, y, width, height, degrees, share) in cores)
        {
            var box = new TurnedBox(x, y, width, height, degrees * Math.PI / 180);
            for (var at = 0; at < map.Length; at++)
            {
                map[at] = box.Has(at % Width, at / Width) ? share : map[at];
            }
        }

        return map;
    }
}
