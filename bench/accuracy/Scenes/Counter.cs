namespace VideoIndex.Accuracy.Scenes;

/// <summary>A number that counts up or down on a plain ground, several times a second: all there is in the picture changes, and it is one shot.</summary>
internal sealed class Counter(int ground, int ink, int digits, double tall, double pace, int from) : IScene
{
    // Which of the seven bars of a digit are lit: top, upper left, upper right, middle, lower left, lower right, bottom.
    private static readonly int[] Lit = [0b1110111, 0b0010010, 0b1011101, 0b1011011, 0b0111010, 0b1101011, 0b1101111, 0b1010010, 0b1111111, 0b1111011];

    public static Counter Any(Random random)
    {
        var dark = random.Next(2) == 0;
        return new(
            dark ? random.Next(8, 70) : random.Next(170, 245), dark ? random.Next(150, 245) : random.Next(8, 90),
            random.Next(2, 5), 60 + random.NextDouble() * 150, 2 + random.NextDouble() * 28, random.Next(10_000));
    }

    public void Draw(Picture to, double seconds)
    {
        to.Box(0, 0, Picture.Width, Picture.Height, ground);
        var number = from + (int)(seconds * pace);
        var (wide, bar) = (Math.Min(tall * 0.6, Picture.Width / (digits + 1.0)), tall / 7);
        var (left, top) = ((Picture.Width + digits * wide * 1.15) / 2, (Picture.Height - tall) / 2);
        for (var digit = 0; digit < digits; digit++, number /= 10)
        {
            Digit(to, number % 10, left - (digit + 1) * wide * 1.15, top, wide, bar);
        }
    }

    public IScene Reframed(Random random) => new Counter(ink, ground, digits, tall * 0.7, pace, from);

    private void Digit(Picture to, int digit, double x, double y, double wide, double bar)
    {
        var half = (tall - bar) / 2;
        (double X, double Y, double Wide, double Tall)[] bars =
        [
            (0, 0, wide, bar), (0, 0, bar, half + bar), (wide - bar, 0, bar, half + bar), (0, half, wide, bar),
            (0, half, bar, half + bar), (wide - bar, half, bar, half + bar), (0, 2 * half, wide, bar),
        ];
        for (var at = 0; at < bars.Length; at++)
        {
            if ((Lit[digit] >> (6 - at) & 1) != 0)
            {
                to.Box(x + bars[at].X, y + bars[at].Y, bars[at].Wide, bars[at].Tall, ink);
            }
        }
    }
}
