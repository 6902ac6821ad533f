using VideoIndex.Looks;
using VideoIndex.Media;
using VideoIndex.ScreenText;

namespace VideoIndex.Vision.Tests.ScreenText;

/// <summary>A picture with letters in it, drawn of strokes: enough like words to be taken for them.</summary>
internal sealed class Drawn
{
    public const int Width = 960, Height = 540;

    // Five rows of three, as on a till roll.
    private static readonly Dictionary<char, string> Shapes = new()
    {
        ['0'] = "###" + "#.#" + "#.#" + "#.#" + "###",
        ['1'] = ".#." + "##." + ".#." + ".#." + "###",
        ['2'] = "###" + "..#" + "###" + "#.." + "###",
        ['3'] = "###" + "..#" + "###" + "..#" + "###",
        ['4'] = "#.#" + "#.#" + "###" + "..#" + "..#",
        ['5'] = "###" + "#.." + "###" + "..#" + "###",
        ['6'] = "###" + "#.." + "###" + "#.#" + "###",
        ['A'] = "###" + "#.#" + "###" + "#.#" + "#.#",
        ['C'] = "###" + "#.." + "#.." + "#.." + "###",
        ['E'] = "###" + "#.." + "###" + "#.." + "###",
        ['F'] = "###" + "#.." + "###" + "#.." + "#..",
        ['H'] = "#.#" + "#.#" + "###" + "#.#" + "#.#",
        ['I'] = "###" + ".#." + ".#." + ".#." + "###",
        ['L'] = "#.." + "#.." + "#.." + "#.." + "###",
        ['P'] = "###" + "#.#" + "###" + "#.." + "#..",
        ['T'] = "###" + ".#." + ".#." + ".#." + ".#.",
        ['U'] = "#.#" + "#.#" + "#.#" + "#.#" + "###",
    };

    public byte[] Luma { get; private init; } = new byte[Width * Height];

    public static Drawn Flat(byte luma)
    {
        var picture = new Drawn();
        Array.Fill(picture.Luma, luma);
        return picture;
    }

    public static Drawn Noise(int seed, int least, int most)
    {
        var (picture, random) = (new Drawn(), new Random(seed));
        for (var at = 0; at < picture.Luma.Length; at++)
        {
            picture.Luma[at] = (byte)random.Next(least, most);
        }

        return picture;
    }

    public static Drawn Grass(int seed)
    {
        var (picture, random) = (Flat(90), new Random(seed));
        for (var blade = 0; blade < 5000; blade++)
        {
            var (x, y, lean, luma) = (random.Next(Width), random.Next(Height), random.Next(-8, 9) / 10.0, (byte)random.Next(40, 220));
            for (var step = 0; step < random.Next(8, 40); step++)
            {
                picture.Box((int)(x + lean * step), y - step, 2, 1, luma);
            }
        }

        return picture;
    }

    /// <summary>Writes letters of five rows of dots of this size, and returns where they stand.</summary>
    public (int Left, int Top, int Right, int Bottom) Write(string words, int x, int y, int dot, byte luma, double slope = 0)
    {
        var at = x;
        foreach (var letter in words)
        {
            for (var cell = 0; letter != ' ' && cell < 15; cell++)
            {
                if (Shapes[letter][cell] == '#')
                {
                    for (var column = 0; column < dot; column++)
                    {
                        var left = at + cell % 3 * dot + column;
                        Box(left, (int)Math.Round(y + cell / 3 * dot - slope * (left - x)), 1, dot, luma);
                    }
                }
            }

            at += 4 * dot + (letter == ' ' ? -dot : 0);
        }

        return (x, y, at - dot, y + 5 * dot);
    }

    public Drawn Copy() => new() { Luma = (byte[])Luma.Clone() };

    public void Box(int x, int y, int width, int height, byte luma)
    {
        for (var row = Math.Max(0, y); row < Math.Min(Height, y + height); row++)
        {
            Luma.AsSpan(row * Width + Math.Clamp(x, 0, Width), Math.Clamp(width, 0, Width - Math.Clamp(x, 0, Width))).Fill(luma);
        }
    }

    /// <summary>Returns the picture as small as the frames that are passed, each pixel the mean of 3 x 3.</summary>
    public byte[] Small()
    {
        var small = new byte[GrayFrame.Size];
        for (var at = 0; at < small.Length; at++)
        {
            var (x, y, sum) = (at % GrayFrame.Width * 3, at / GrayFrame.Width * 3, 0);
            for (var part = 0; part < 9; part++)
            {
                sum += Luma[(y + part / 3) * Width + x + part % 3];
            }

            small[at] = (byte)(sum / 9);
        }

        return small;
    }

    /// <summary>Has a spotter look at it.</summary>
    public SpottedText Look(ITextSpotter spotter, long timestamp)
    {
        var planes = new byte[LookPicture.Size(Width, Height)];
        Luma.CopyTo(planes, 0);
        spotter.Pass(timestamp, Small());
        return spotter.Look(timestamp, new LookPicture(Width, Height, planes));
    }
}
