using System.Numerics;
using VideoIndex.Accuracy.Logos.Drawing;
using VideoIndex.Accuracy.Logos.Scoring;

namespace VideoIndex.Accuracy.Logos.Planting;

/// <summary>What a mark is on.</summary>
internal enum Surface
{
    Board,
    Led,
    Shirt,
    Bug,
}

/// <summary>How what a plate shows comes in.</summary>
internal enum Entry
{
    AtOnce,
    Slide,
    Dissolve,
}

/// <summary>What a plate shows from a frame of its shot to another (not included); it takes <paramref name="Frames"/> to come in, over what was there.</summary>
internal sealed record Show(Content Content, int From, int To, Entry Entry, int Frames)
{
    /// <summary>Returns how far it has come in, 0 to 1.</summary>
    public double Come(int frame) => Entry == Entry.AtOnce || frame - From >= Frames ? 1 : (frame - From + 0.5) / Frames;
}

/// <summary>Something flat, or a shirt, that marks are on: where it lies in each frame of its shot, and what it shows when.</summary>
internal sealed record Plate(Surface Surface, double Width, double Height, IReadOnlyList<Matrix> Places, IReadOnlyList<Show> Shows, Finish Finish)
{
    public Ripple? Ripple { get; init; }

    public double FramesPerSecond { get; init; } = 25;

    private double Side => Math.Max(Width, Height);

    /// <summary>Returns the quad a part of it covers.</summary>
    public Quad Corners(int frame, double left, double top, double right, double bottom)
    {
        return new Quad(Place(frame, left, top), Place(frame, right, top), Place(frame, right, bottom), Place(frame, left, bottom));
    }

    /// <summary>Returns where one of its points shows.</summary>
    public (double X, double Y) Place(int frame, double x, double y)
    {
        (x, y) = Ripple?.Place(x, y, Side, frame / FramesPerSecond) ?? (x, y);
        return Places[frame].At(x, y);
    }

    /// <summary>Returns whether it hides a point of the picture.</summary>
    public bool Hides(int frame, double x, double y)
    {
        var (u, v) = Own(Places[frame].Back(), frame, x, y);
        return Surface == Surface.Shirt ? Outline(u, v) > 0.5 : u >= 0 && v >= 0 && u <= Width && v <= Height;
    }

    /// <summary>Returns what shows at a frame, the last to come on top, each with how far the texture is moved along and how much of it shows.</summary>
    public IEnumerable<(Show Show, double Along, double Share)> Showing(int frame)
    {
        for (var at = 0; at < Shows.Count; at++)
        {
            var (show, next) = (Shows[at], at + 1 < Shows.Count && Shows[at + 1].From == Shows[at].To ? Shows[at + 1] : null);
            if (frame >= show.From && frame < show.To)
            {
                var come = show.Come(frame);
                yield return (show, show.Entry == Entry.Slide ? (1 - come) * Width : 0, show.Entry == Entry.Dissolve ? come : 1);
            }
            else if (next is { Entry: not Entry.AtOnce } && frame >= next.From && next.Come(frame) < 1)
            {
                yield return (show, next.Entry == Entry.Slide ? -next.Come(frame) * Width : 0, next.Entry == Entry.Dissolve ? 1 - next.Come(frame) : 1);
            }
        }
    }

    public void Draw(Frame to, int frame)
    {
        var (way, back, showing) = (Places[frame], Places[frame].Back(), Showing(frame).ToList());
        if (showing.Count == 0 || Around(to, frame) is not { } box)
        {
            return;
        }

        // Two points to a pixel each way: a level half as fine will do.
        var texture = showing[0].Show.Content.Texture;
        var pixels = texture.Width / Width / Math.Sqrt(way.Growth(Width / 2, Height / 2));
        var level = texture.Level(pixels / 2);
        var patch = new Patch(box.Left, box.Top, box.Right - box.Left, box.Bottom - box.Top);
        patch.Sample((x, y) =>
        {
            var (u, v) = Own(back, frame, x, y);
            var sum = Vector4.Zero;
            foreach (var (show, along, share) in showing)
            {
                var inside = u >= 0 && u <= Width && u - along >= 0 && u - along <= Width;
                sum += inside ? show.Content.Texture.At((u - along) * show.Content.Texture.Width / Width, v * show.Content.Texture.Height / Height, level) * (float)share : Vector4.Zero;
            }

            return Surface == Surface.Shirt ? Cloth(sum, u, v) : sum;
        }, isEnlarged: pixels < 1);
        patch.Apply(Finish);
        patch.LayOver(to);
    }

    private (double X, double Y) Own(Matrix back, int frame, double x, double y)
    {
        var (u, v) = back.At(x, y);
        return Ripple?.Shown(u, v, Side, frame / FramesPerSecond) ?? (u, v);
    }

    // A shirt is round at the shoulders, and has folds of light and shade.
    private Vector4 Cloth(Vector4 pixel, double u, double v)
    {
        var shade = (float)(1 + (0.12 * Math.Sin((u * 9 / Width) + (v * 4 / Height) + (Ripple?.Phase ?? 0)) * Math.Sin(v * 5 / Height)));
        return new Vector4(16 * pixel.W + ((pixel.X - 16 * pixel.W) * shade), pixel.Y, pixel.Z, pixel.W) * (float)Outline(u, v);
    }

    private double Outline(double u, double v)
    {
        var (x, y) = (Math.Abs((u / Width * 2) - 1), Math.Abs((v / Height * 2) - 1));
        return Math.Clamp((1 - ((x * x * x * x) + (y * y * y * y))) * Width / 8, 0, 1);
    }

    private (int Left, int Top, int Right, int Bottom)? Around(Frame to, int frame)
    {
        var corners = Corners(frame, 0, 0, Width, Height).Corners;
        var more = Finish.Reach + (Ripple is null ? 0 : Ripple.Strength * Side * Math.Sqrt(Places[frame].Growth(Width / 2, Height / 2)) * 2);
        var (left, top) = (Math.Max(0, (int)(corners.Min(c => c.X) - more)) & ~1, Math.Max(0, (int)(corners.Min(c => c.Y) - more)) & ~1);
        var (right, bottom) = (Math.Min(to.Width, (int)(corners.Max(c => c.X) + more + 2)) & ~1, Math.Min(to.Height, (int)(corners.Max(c => c.Y) + more + 2)) & ~1);
        return right > left && bottom > top ? (left, top, right, bottom) : null;
    }
}
