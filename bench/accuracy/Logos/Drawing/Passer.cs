namespace VideoIndex.Accuracy.Logos.Drawing;

/// <summary>Someone, or something, that crosses the picture and hides what is behind: a body and a head, with a piece of the world for clothes.</summary>
internal sealed record Passer(double X, double Y, double SpeedX, double Sway, double Radius, double Tall, double ClothesX, double ClothesY)
{
    public static Passer Any(Random random, double x, double y, double speed, double radius) => new(
        x, y, speed, random.NextDouble() * 0.1, radius, 1.2 + (random.NextDouble() * 1.2), random.Next(2000), random.Next(2000));

    /// <summary>Returns whether it hides a point of the picture.</summary>
    public bool Hides(double x, double y, double seconds)
    {
        var (middle, height) = Middle(seconds);
        var (body, lower) = ((x - middle) / Radius, (y - height) / (Radius * Tall));
        var (head, above) = ((x - middle) / (Radius * 0.45), (y - (height - (Radius * (Tall + 0.3)))) / (Radius * 0.5));
        return (body * body) + (lower * lower) <= 1 || (head * head) + (above * above) <= 1;
    }

    public void Draw(Frame frame, Ground clothes, double seconds)
    {
        var (middle, height) = Middle(seconds);
        var (left, right) = ((int)Math.Clamp(middle - Radius - 1, 0, frame.Width), (int)Math.Clamp(middle + Radius + 2, 0, frame.Width));
        var (top, bottom) = ((int)Math.Clamp(height - (Radius * (Tall + 0.9)) - 1, 0, frame.Height), (int)Math.Clamp(height + (Radius * Tall) + 2, 0, frame.Height));
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                if (!Hides(x + 0.5, y + 0.5, seconds))
                {
                    continue;
                }

                frame.Luma[y * frame.Width + x] = clothes.Luma((ClothesX + x - middle, ClothesY + y - height));
                if ((x & y & 1) == 1)
                {
                    var at = y / 2 * (frame.Width / 2) + (x / 2);
                    (frame.U[at], frame.V[at]) = ((byte)(100 + (ClothesX % 60)), (byte)(100 + (ClothesY % 60)));
                }
            }
        }
    }

    private (double X, double Y) Middle(double seconds) => (X + (SpeedX * seconds), Y + (Radius * Sway * Math.Sin(seconds * 7)));
}
