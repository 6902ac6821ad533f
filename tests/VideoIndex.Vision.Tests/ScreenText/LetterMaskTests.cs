using VideoIndex.Looks;
using VideoIndex.Vision.ScreenText;

namespace VideoIndex.Vision.Tests.ScreenText;

/// <summary>What is cut out to be read: the letters, and nothing of what lies behind them.</summary>
public sealed class LetterMaskTests
{
    private const byte Ink = 230, Outline = 20;

    [Fact]
    public void What_lies_behind_an_outline_is_not_cut_out_though_it_is_as_light_as_the_letters()
    {
        var plain = CropOf(Outlined(Drawn.Flat(Outline)));
        var busy = CropOf(Outlined(Planks()));

        Assert.Equal((plain.Width, plain.Height), (busy.Width, busy.Height));
        Assert.InRange(Differing(plain, busy), 0, plain.Pixels.Length / 50);
    }

    [Fact]
    public void Without_an_outline_what_the_letters_run_into_stays()
    {
        var picture = Drawn.Flat(40);
        picture.Box(250, 205, 60, 4, Ink); // a bar that touches the tops of two letters
        picture.Write("HELP", 203, 209, 6, Ink);
        var touched = CropOf(picture);
        picture = Drawn.Flat(40);
        picture.Write("HELP", 203, 209, 6, Ink);

        Assert.True(Dark(touched) > Dark(CropOf(picture)));
    }

    // Light planks with gaps as dark as an outline: as like letters as anything that stands behind some.
    private static Drawn Planks()
    {
        var picture = Drawn.Flat(Outline);
        for (var x = 0; x < Drawn.Width; x += 40)
        {
            picture.Box(x, 0, 36, Drawn.Height, Ink);
        }

        return picture;
    }

    private static Drawn Outlined(Drawn picture)
    {
        for (var place = 0; place < 25; place++)
        {
            picture.Write("HELP", 203 + (place % 5) - 2, 209 + (place / 5) - 2, 6, Outline);
        }

        picture.Write("HELP", 203, 209, 6, Ink);
        return picture;
    }

    private static GrayPicture CropOf(Drawn picture)
    {
        var spotted = picture.Look(new TextSpotter(0, 3), 0);
        var place = Enumerable.Range(0, spotted.Look.Sightings.Count).First(at => spotted.Look.Sightings[at] is { LightOnDark: true } sighting && Holds(sighting.Box));
        return spotted.Crops[place]!;
    }

    private static bool Holds(PictureBox box) =>
        box.Left * Drawn.Width / PictureBox.Whole is > 190 and < 215 && (box.Top + box.Height) * Drawn.Height / PictureBox.Whole is > 225 and < 262;

    private static int Differing(GrayPicture one, GrayPicture other) =>
        one.Pixels.Zip(other.Pixels).Count(pair => Math.Abs(pair.First - pair.Second) > 96);

    private static int Dark(GrayPicture picture) => picture.Pixels.Count(pixel => pixel < 128);
}
