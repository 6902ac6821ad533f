using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy.Footage;

/// <summary>Draws what is easily taken for a cut and is none.</summary>
internal sealed class Troubles(int seed)
{
    private readonly Random _random = new(seed);
    private readonly Picture _lit = new();

    public void Apply(Happening happening, int frame, Picture to)
    {
        var part = (double)frame / happening.Length;
        switch (happening.Trouble)
        {
            case Trouble.Flash:
                to.Expose(1 + happening.Strength / 400, happening.Strength * (1 - part * 0.6));
                break;
            case Trouble.HalfFlash:
                FlashOneSide(to, happening.Strength * (1 - part * 0.6), right: happening.At % 2 == 0);
                break;
            case Trouble.Strobe when (frame / (1 + happening.At % 3)) % 2 == 0:
                to.Expose(1.1, happening.Strength);
                break;
            case Trouble.Explosion:
                Explode(to, part, happening.Strength);
                break;
            case Trouble.Exposure:
                to.Expose(1 + (happening.Strength - 1) * Math.Sin(part * Math.PI), 0);
                break;
            case Trouble.Graphic:
                to.Box(20, 190, 60 + happening.Strength * 1.3, 50, happening.At % 2 == 0 ? 30 : 210);
                to.Box(30, 204, 40 + happening.Strength, 8, happening.At % 2 == 0 ? 220 : 30);
                to.Box(30, 222, 20 + happening.Strength * 0.7, 6, happening.At % 2 == 0 ? 220 : 30);
                break;
            case Trouble.LowerThird:
                var shown = Math.Min(1, 5 * Math.Min(part, 1 - part)); // slides in, stays, slides out
                to.Box(0, 192, 460 * shown, 48, happening.At % 2 == 0 ? 30 : 210);
                to.Box(20, 200, Math.Max(0, 200 * shown - 20), 12, happening.At % 2 == 0 ? 220 : 30);
                break;
            case Trouble.Gloom:
                var light = 1 - (1 - happening.Strength) * Math.Min(1, 3 * Math.Min(part, 1 - part)); // a cloud, a dimmed lamp
                to.Expose(light, 0);
                break;
            case Trouble.Title:
                Entitle(to, frame, happening);
                break;
            case Trouble.Passer:
                to.Ellipse(-180 + part * (Picture.Width + 360), 150, 130, 260, (int)happening.Strength, 40);
                break;
        }
    }

    // Lines of words that fade in over 8 to 40 frames, stay, and fade out as slowly.
    private void Entitle(Picture to, int frame, Happening happening)
    {
        var random = new Random(happening.At * 31 + (int)happening.Strength);
        var (fade, tall, ink) = (random.Next(8, 41), random.Next(14, 60), random.Next(3) == 0 ? random.Next(0, 50) : random.Next(200, 256));
        var (lines, wide) = (random.Next(1, 1 + 230 / (tall * 3 / 2)), random.Next(140, 440));
        var top = random.Next(2) == 0 ? (Picture.Height - lines * tall * 3 / 2) / 2 : random.Next(10, Math.Max(11, Picture.Height - lines * tall * 3 / 2));
        _lit.CopyFrom(to);
        for (var line = 0; line < lines; line++)
        {
            var length = random.Next(wide / 2, wide + 1);
            for (var x = 0; x < length;)
            {
                var word = random.Next(tall, 5 * tall);
                for (var letter = 0; letter < word && x + letter < length; letter += tall * 2 / 3)
                {
                    _lit.Box((Picture.Width - length) / 2 + x + letter, top + line * tall * 3 / 2, tall / 2, tall, ink);
                }

                x += word + tall / 2;
            }
        }

        to.Mix(_lit, Math.Clamp(Math.Min((frame + 0.5) / fade, (happening.Length - frame - 0.5) / fade), 0, 1));
    }

    private void FlashOneSide(Picture to, double strength, bool right)
    {
        _lit.CopyFrom(to);
        _lit.Expose(1.2, strength);
        for (var row = 0; row < Picture.Height; row++)
        {
            for (var x = 0; x < Picture.Width; x++)
            {
                var share = right ? x : Picture.Width - x;
                ref var luma = ref to.Luma[row * Picture.Width + x];
                luma = (byte)(luma + (_lit.Luma[row * Picture.Width + x] - luma) * share / Picture.Width);
            }
        }
    }

    private void Explode(Picture to, double part, double strength)
    {
        var size = 40 + 260 * Math.Sqrt(part);
        to.Expose(1, strength * 0.7 * (1 - part));
        for (var puff = 0; puff < 14; puff++)
        {
            var (x, y) = (240 + (_random.NextDouble() - 0.5) * size, 150 + (_random.NextDouble() - 0.5) * size * 0.7);
            to.Ellipse(x, y, size * 0.22, size * 0.2, (int)Math.Clamp(255 - part * 200 + _random.Next(-40, 40), 10, 255), 30);
        }
    }
}
