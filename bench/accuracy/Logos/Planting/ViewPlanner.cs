using VideoIndex.Accuracy.Logos.Drawing;
using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy.Logos.Planting;

/// <summary>Plans what is behind the marks of a shot, and how the camera moves.</summary>
internal sealed class ViewPlanner(IReadOnlyList<string> backdrops, Random random, Pace pace)
{
    public (IView View, Ground Clothes) Plan(int width, int height, int frames, RealFootage? real)
    {
        var ground = new Ground(backdrops, random);
        if (real is not null)
        {
            return (new RealView(real, width, height, frames), ground);
        }

        var ways = Cameras.Turning(Any(), width, height, pace.PerSecond, frames);
        return (new PaintedView(ground, [.. ways], 1080.0 / height * (0.7 + (random.NextDouble() * 0.5))), ground);
    }

    // On a stand and still; moving a little any way; panning; closing in or drawing back.
    private Camera Any()
    {
        var (camera, side) = (Camera.Any(random, 0.5), (random.Next(2) * 2) - 1);
        var moving = random.Next(2) == 0 ? (0.4 + random.NextDouble(), 1.5 + (random.NextDouble() * 2)) : (0, double.MaxValue);
        return random.Next(7) switch
        {
            0 or 1 => camera with { SpeedX = 0, SpeedY = 0, Zoom = 0, Turn = 0, Shake = random.Next(2) == 0 ? 0 : 0.4 },
            2 or 3 => camera,
            4 or 5 => camera with { SpeedX = side * (40 + (random.NextDouble() * 70)), SpeedY = 0, Turn = 0, Zoom = 0, Scale = 1, Moving = moving },
            _ => camera with { Zoom = side * (0.08 + (random.NextDouble() * 0.2)), Turn = side * 0.03 },
        };
    }
}
