namespace VideoIndex.Accuracy.Scenes;

/// <summary>A conference: people in tiles, and now and then one tile goes to someone else.</summary>
internal sealed class HeadsGrid(IReadOnlyList<IReadOnlyList<IScene>> tiles, int across, double pace, double phase) : IScene
{
    private readonly Picture _one = new();

    public static HeadsGrid Any(Random random)
    {
        var across = random.Next(2, 4);
        return new HeadsGrid(
            [.. Enumerable.Range(0, across * across).Select(_ => (IReadOnlyList<IScene>)[TalkingHead.Any(random), TalkingHead.Any(random), TalkingHead.Any(random)])],
            across, 0.7 + random.NextDouble() * 2, random.NextDouble());
    }

    public void Draw(Picture to, double seconds)
    {
        var turns = (int)(seconds / pace + phase);
        for (var tile = 0; tile < tiles.Count; tile++)
        {
            var turn = (turns + tile) / tiles.Count;
            tiles[tile][turn % 3].Draw(_one, seconds);
            var (left, top) = (tile % across * Picture.Width / across, tile / across * Picture.Height / across);
            for (var row = 0; row < Picture.Height / across - 2; row++)
            {
                for (var column = 0; column < Picture.Width / across - 2; column++)
                {
                    to.Luma[(top + row) * Picture.Width + left + column] = _one.Luma[row * across * Picture.Width + column * across];
                }
            }
        }
    }

    public IScene Reframed(Random random) => new HeadsGrid(tiles, across == 2 ? 3 : 2, pace, phase);
}

/// <summary>An animated picture of numbers: bars that grow one after the other, a line that is drawn, a wheel that turns.</summary>
internal sealed class Chart(int ground, int ink, IReadOnlyList<double> bars, double pace) : IScene
{
    public static Chart Any(Random random) => new(
        random.Next(2) == 0 ? random.Next(200, 245) : random.Next(15, 60), random.Next(80, 180),
        [.. Enumerable.Range(0, random.Next(4, 9)).Select(_ => 0.2 + random.NextDouble() * 0.7)], 0.4 + random.NextDouble());

    public void Draw(Picture to, double seconds)
    {
        to.Box(0, 0, Picture.Width, Picture.Height, ground);
        var step = 300.0 / bars.Count;
        for (var bar = 0; bar < bars.Count; bar++)
        {
            var grown = Math.Clamp(seconds / pace - bar, 0, 1);
            to.Box(30 + bar * step, 240 - 200 * bars[bar] * grown, step * 0.7, 200 * bars[bar] * grown, (ink + bar * 37) % 256);
        }

        to.Box(30, 242, 320, 3, 128);
        var turn = seconds * 1.5;
        to.Ellipse(410, 100, 50, 50, ink);
        to.Ellipse(410 + 25 * Math.Cos(turn), 100 + 25 * Math.Sin(turn), 22, 22, 255 - ink);
        to.Box(360, 180, Math.Min(100, seconds * 20), 12, 255 - ground);
    }

    public IScene Reframed(Random random) => new Chart(255 - ground, ink, bars, pace);
}
