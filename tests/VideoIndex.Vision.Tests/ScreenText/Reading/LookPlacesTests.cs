using VideoIndex.Looks;
using VideoIndex.Vision.ScreenText;
using VideoIndex.Vision.ScreenText.Reading.Places;

namespace VideoIndex.Vision.Tests.ScreenText.Reading;

public sealed class LookPlacesTests
{
    [Theory]
    [InlineData(320, 180, 960, 544)]
    [InlineData(1920, 1080, 960, 544)]
    [InlineData(200, 400, 480, 960)]
    public void The_longer_side_is_made_960_and_places_are_told_in_pixels_of_the_look(int width, int height, int wide, int high)
    {
        var told = new ToldPlaces(0.2, 0.5, 0.8, 0.6);

        var place = Assert.Single(new LookPlaces(told).Find(new byte[width * height], width, height));

        Assert.Equal((wide, high), Assert.Single(told.Seen));
        Assert.InRange(place.Box.X, 0.49 * width, 0.51 * width);
        Assert.InRange(place.Box.Y, 0.54 * height, 0.56 * height);
        Assert.InRange(place.Box.Width, 0.6 * width, 0.9 * width);
    }

    [Fact]
    public void The_model_runs_only_where_a_picture_is_another()
    {
        var told = new ToldPlaces(0.2, 0.5, 0.8, 0.6);
        var (places, picture) = (new SeenPlaces(new LookPlaces(told)), new byte[LookPicture.Size(320, 180)]);

        var first = places.In(new LookPicture(320, 180, picture));
        Assert.Equal(first, places.In(new LookPicture(320, 180, picture)));
        Assert.Single(told.Seen);

        picture[^(320 * 180 / 2)] = 7; // colour
        places.In(new LookPicture(320, 180, picture));
        Assert.Single(told.Seen);

        picture[77] = 1;
        places.In(new LookPicture(320, 180, picture));
        Assert.Equal(2, told.Seen.Count);
        places.In(new LookPicture(180, 320, picture));
        Assert.Equal(3, told.Seen.Count);
    }

    [Fact]
    public void A_model_that_fails_costs_its_places_and_it_is_said_why()
    {
        var told = new ToldPlaces(0.2, 0.5, 0.8, 0.6);
        var places = new LookPlaces(told);
        Assert.Null(places.Failure);

        told.Fails = true;
        Assert.Empty(places.Find(new byte[320 * 180], 320, 180));
        Assert.Equal("The model failed.", places.Failure);

        told.Fails = false;
        Assert.Single(places.Find(new byte[320 * 180], 320, 180));
    }

    [Fact]
    public void What_the_spotter_takes_for_no_words_is_cut_out_where_the_model_says_that_it_is()
    {
        var picture = Drawn.Flat(60);
        var (left, top, right, bottom) = picture.Write("IL", 400, 300, 5, 78);
        var told = new ToldPlaces(left / 960.0, (top + 6) / 544.0, right / 960.0, (bottom - 6) / 544.0);

        Assert.Empty(picture.Look(new TextSpotter(0, 3), 0).Look.Sightings);
        var spotted = picture.Look(new TextSpotter(0, 3, new LookPlaces(told)), 0);

        var sighting = Assert.Single(spotted.Look.Sightings);
        Assert.True(sighting.LightOnDark);
        Assert.InRange(sighting.Box.Left, (left - 12) * 10_000 / 960, (left + 2) * 10_000 / 960);
        Assert.InRange(spotted.Crops[0]!.Height, 60, 100);
    }

    [Fact]
    public void Where_there_are_no_strokes_a_place_is_none()
    {
        var told = new ToldPlaces(0.2, 0.5, 0.8, 0.6);

        Assert.Empty(Drawn.Flat(60).Look(new TextSpotter(0, 3, new LookPlaces(told)), 0).Look.Sightings);
    }

    [Fact]
    public void A_line_that_was_found_anyhow_stays_the_line_it_is()
    {
        var picture = Drawn.Flat(40);
        var (left, top, right, bottom) = picture.Write("THE FIT CAPE", 103, 211, 4, 230);
        var told = new ToldPlaces(left / 960.0, (top + 5) / 544.0, right / 960.0, (bottom - 5) / 544.0);
        var (alone, spotter) = (new TextSpotter(0, 3), new TextSpotter(0, 3, new LookPlaces(told)));

        Assert.Equal(picture.Look(alone, 0).Look.Sightings, picture.Look(spotter, 0).Look.Sightings);
        Assert.Equal(0, Assert.Single(picture.Look(spotter, 12).Look.Sightings).Before);
    }

    [Fact]
    public void What_a_look_shows_does_not_depend_on_where_the_decode_began()
    {
        var (first, second) = (Drawn.Flat(60), Drawn.Flat(60));
        var (left, top, right, bottom) = first.Write("IL", 400, 300, 5, 78);
        second.Write("IL", 400, 300, 5, 78);
        second.Box(700, 100, 90, 90, 66);
        var places = new LookPlaces(new ToldPlaces(left / 960.0, (top + 6) / 544.0, right / 960.0, (bottom - 6) / 544.0));
        var (whole, late) = (new TextSpotter(0, 9, places), new TextSpotter(0, 9, places));

        foreach (var (picture, time) in ((Drawn, long)[])[(first, 0), (first, 12), (second, 24), (second, 36)])
        {
            var seen = picture.Look(whole, time).Look;
            if (time >= 12)
            {
                var again = picture.Look(late, time).Look;
                Assert.Equal(time == 12 ? seen.Sightings.Select(sighting => sighting with { Before = -1, Since = 12 }) : seen.Sightings, again.Sightings);
                Assert.Single(again.Sightings);
            }
        }
    }
}
