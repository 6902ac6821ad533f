using VideoIndex.Looks;
using VideoIndex.Vision.Looks;
using VideoIndex.Vision.Looks.Colours;

namespace VideoIndex.Vision.Tests.Looks;

public sealed class LookAnalystTests
{
    private const int Width = 640, Height = 360;

    // Middle values of what people call by these names.
    [Theory]
    [InlineData(229, 0, 0, "red")]
    [InlineData(21, 176, 26, "green")]
    [InlineData(3, 67, 223, "blue")]
    [InlineData(255, 255, 20, "yellow")]
    [InlineData(249, 115, 6, "orange")]
    [InlineData(126, 30, 156, "purple")]
    [InlineData(255, 129, 192, "pink")]
    [InlineData(101, 55, 0, "brown")]
    [InlineData(0, 0, 0, "black")]
    [InlineData(255, 255, 255, "white")]
    [InlineData(146, 149, 145, "grey")]
    public void Colours_have_the_names_people_give_them(int red, int green, int blue, string name)
    {
        Assert.Equal(name, ColourNames.LabelOf(ColourNamer.Of(red, green, blue)));
        var facts = Looked(new Canvas(128, 128, 128).Fill(Width / 8, Height / 8, Width * 3 / 4, Height * 3 / 4, red, green, blue));
        Assert.InRange(facts[(int)Enum.Parse<BasicColour>(name, ignoreCase: true)], 140, 255); // nine sixteenths of the picture; gray on gray is all of it
    }

    [Fact]
    public void Bars_are_measured_and_left_out_of_the_colours()
    {
        var facts = Looked(new Canvas(21, 176, 26).Fill(0, 0, Width, 45, 0, 0, 0).Fill(0, Height - 45, Width, 45, 0, 0, 0));

        Assert.Equal([0, 32, 0, 32], new LookFacts(facts).Bars.ToArray());
        Assert.Equal(255, new LookFacts(facts).Shares[(int)BasicColour.Green]);
    }

    [Fact]
    public void Words_in_a_bar_do_not_end_it()
    {
        var canvas = new Canvas(200, 160, 90).Fill(0, Height - 60, Width, 60, 0, 0, 0);
        for (var letter = 0; letter < 30; letter++)
        {
            canvas.Fill(180 + letter * 9, Height - 40, 4, 20, 250, 250, 250);
        }

        Assert.InRange(new LookFacts(Looked(canvas)).Bars[3], 42, 43);
    }

    [Fact]
    public void A_picture_that_is_all_black_has_no_bars_to_measure()
    {
        var facts = new LookFacts(Looked(new Canvas(0, 0, 0)));

        Assert.Equal([255, 255, 255, 255], facts.Bars.ToArray());
        Assert.Equal(255, facts.Shares[(int)BasicColour.Black]);
        Assert.Equal(LookMarks.None, facts.Marks);
    }

    [Fact]
    public void Colour_bars_are_known_in_their_order_only()
    {
        Assert.True(Marks(TestBars(0, 1, 2, 3, 4, 5, 6)).HasFlag(LookMarks.ColourBars));
        Assert.True(Marks(TestBars(0, 1, 2, 3, 4, 5, 6).Fill(250, 130, 150, 70, 0, 0, 0)).HasFlag(LookMarks.ColourBars)); // a counter on them
        Assert.False(Marks(TestBars(0, 2, 1, 3, 4, 5, 6)).HasFlag(LookMarks.ColourBars));
        Assert.False(Marks(TestBars(6, 5, 4, 3, 2, 1, 0)).HasFlag(LookMarks.ColourBars));
        Assert.False(Marks(new Canvas(200, 30, 30)).HasFlag(LookMarks.ColourBars));
    }

    [Fact]
    public void Black_and_white_is_without_colour_and_one_coloured_thing_ends_it()
    {
        Assert.Equal(LookMarks.Colourless, Marks(Gradient()));
        Assert.Equal(LookMarks.None, Marks(Gradient().Fill(100, 100, 80, 80, 200, 20, 20)));
    }

    [Fact]
    public void A_slide_is_flat() => Assert.True(Marks(new Canvas(250, 250, 245).Fill(50, 50, 300, 20, 20, 20, 90)).HasFlag(LookMarks.Flat));

    [Fact]
    public void The_means_are_those_of_the_chroma()
    {
        var facts = new LookFacts(Looked(new Canvas(128, 128, 128).Fill(0, 0, Width / 2, Height, 200, 60, 60)));

        Assert.True(facts.V[0] > 160 && facts.V[15] == 128);
        Assert.Equal(facts.U[0], facts.U[16]);
    }

    [Fact]
    public void Facts_of_another_size_are_refused() =>
        Assert.Throws<ArgumentException>(() => new LookAnalyst().Look(new Canvas(1, 2, 3).Picture, new byte[10]));

    private static LookMarks Marks(Canvas canvas) => new LookFacts(Looked(canvas)).Marks;

    private static byte[] Looked(Canvas canvas)
    {
        var facts = new byte[LookFacts.Size];
        new LookAnalyst().Look(canvas.Picture, facts);
        return facts;
    }

    private static Canvas Gradient()
    {
        var canvas = new Canvas(0, 0, 0);
        for (var x = 0; x < Width; x += 4)
        {
            canvas.Fill(x, 0, 4, Height, 40 + x / 4, 40 + x / 4, 40 + x / 4);
        }

        return canvas;
    }

    private static Canvas TestBars(params int[] order)
    {
        var canvas = new Canvas(20, 20, 20);
        for (var bar = 0; bar < order.Length; bar++)
        {
            var colour = 7 - order[bar]; // from white to blue the three bits count down, green first, then red, then blue
            canvas.Fill(bar * Width / 7, 0, Width / 7 + 1, Height * 2 / 3, (colour >> 1 & 1) * 191, (colour >> 2) * 191, (colour & 1) * 191);
        }

        return canvas;
    }

    /// <summary>A picture painted in BT.709, full range.</summary>
    private sealed class Canvas
    {
        private readonly byte[] _planes = new byte[LookPicture.Size(Width, Height)];

        public Canvas(int red, int green, int blue) => Fill(0, 0, Width, Height, red, green, blue);

        public LookPicture Picture => new(Width, Height, _planes);

        public Canvas Fill(int left, int top, int wide, int tall, int red, int green, int blue)
        {
            var y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
            var (u, v) = ((byte)Math.Round(Math.Clamp(128 + (blue - y) / 1.8556, 0, 255)), (byte)Math.Round(Math.Clamp(128 + (red - y) / 1.5748, 0, 255)));
            for (var row = top; row < Math.Min(Height, top + tall); row++)
            {
                var right = Math.Min(Width, left + wide);
                _planes.AsSpan(row * Width + left, right - left).Fill((byte)Math.Round(y));
                var chroma = Width * Height + row / 2 * (Width / 2);
                _planes.AsSpan(chroma + left / 2, right / 2 - left / 2).Fill(u);
                _planes.AsSpan(chroma + Width * Height / 4 + left / 2, right / 2 - left / 2).Fill(v);
            }

            return this;
        }
    }
}
