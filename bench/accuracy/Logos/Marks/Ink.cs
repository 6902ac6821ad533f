namespace VideoIndex.Accuracy.Logos.Marks;

/// <summary>A colour, 0 to 255 each.</summary>
internal readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    public static Ink White { get; } = new(255, 255, 255);

    public static Ink Black { get; } = new(16, 16, 18);

    /// <summary>Gets how light it is, 0 to 1, by the weights of BT.709.</summary>
    public double Light => ((0.2126 * Red) + (0.7152 * Green) + (0.0722 * Blue)) / 255;

    /// <summary>Returns a colour by hue in turns, saturation and value, 0 to 1 each.</summary>
    public static Ink Of(double hue, double saturation, double value)
    {
        return new Ink(Part(5), Part(3), Part(1));

        byte Part(double shift)
        {
            var at = (shift + (hue * 6)) % 6;
            return (byte)Math.Round(255 * value * (1 - (saturation * Math.Clamp(Math.Min(at, 4 - at), 0, 1))));
        }
    }

    /// <summary>Returns any colour a mark may have.</summary>
    public static Ink Any(Random random) => random.Next(8) switch
    {
        0 => Black,
        1 => Of(0, 0, 0.25 + (random.NextDouble() * 0.5)),
        _ => Of(random.NextDouble(), 0.55 + (random.NextDouble() * 0.45), 0.35 + (random.NextDouble() * 0.65)),
    };

    /// <summary>Returns a colour that stands out from this one, by at least this much in <see cref="Light"/>.</summary>
    public Ink Apart(Random random, double least)
    {
        for (var attempt = 0; attempt < 60; attempt++)
        {
            var other = random.Next(4) == 0 ? White : Any(random);
            if (Math.Abs(other.Light - Light) >= least)
            {
                return other;
            }
        }

        return Light > 0.5 ? Black : White;
    }
}
