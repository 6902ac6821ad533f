using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy.Facts.Settings;

/// <summary>Draws the frames of scenes, in colour.</summary>
internal sealed class ScenePainter
{
    private const int HalfWidth = Picture.Width / 2, HalfHeight = Picture.Height / 2;

    private readonly Picture _picture = new();
    private readonly byte[] _u = new byte[HalfWidth * HalfHeight], _v = new byte[HalfWidth * HalfHeight];

    public void Draw(IEnumerable<PlannedScene> scenes, Action<byte[], byte[], byte[]> encoder)
    {
        var drawn = 0;
        foreach (var (framing, frames) in scenes.SelectMany(scene => scene.Shots))
        {
            for (var frame = 0; frame < frames; frame++, drawn++)
            {
                Draw(framing, frame / (double)ScenePlanner.FramesPerSecond);
                _picture.AddGrain(3, new Random(drawn));
                encoder(_picture.Luma, _u, _v);
            }
        }
    }

    private void Draw(Framing framing, double seconds)
    {
        framing.Setting.World.Draw(
            _picture, framing.X + framing.Drift * seconds + 8 * World.Size, framing.Y + 8 * World.Size, framing.Scale, 0);
        for (var at = 0; at < _u.Length; at++)
        {
            var luma = _picture.Luma[at / HalfWidth * 2 * Picture.Width + at % HalfWidth * 2];
            (_u[at], _v[at]) = (framing.Setting.U[luma], framing.Setting.V[luma]);
        }

        foreach (var person in framing.People)
        {
            var (x, size) = (person.Across * Picture.Width + 4 * Math.Sin(seconds * 2.1), person.Size);
            Ellipse(x, Picture.Height, 120 * size, 140 * size, person.Clothes.Y, person.Clothes.U, person.Clothes.V);
            Ellipse(x, Picture.Height - 180 * size + 3 * Math.Sin(seconds * 3), 44 * size, 58 * size, person.Skin, 112, 150);
        }

        _picture.Expose(framing.Setting.Light, 16 * (1 - framing.Setting.Light));
    }

    private void Ellipse(double x, double y, double wide, double tall, byte luma, byte u, byte v)
    {
        _picture.Ellipse(x, y, wide, tall, luma, 10);
        for (var row = Math.Max(0, (int)(y - tall) / 2); row < Math.Min(HalfHeight, (int)(y + tall) / 2); row++)
        {
            var part = (2 * row - y) / tall;
            var half = wide * Math.Sqrt(Math.Max(0, 1 - part * part));
            var (left, right) = ((int)Math.Clamp((x - half) / 2, 0, HalfWidth), (int)Math.Clamp((x + half) / 2, 0, HalfWidth));
            _u.AsSpan(row * HalfWidth + left, right - left).Fill(u);
            _v.AsSpan(row * HalfWidth + left, right - left).Fill(v);
        }
    }
}
