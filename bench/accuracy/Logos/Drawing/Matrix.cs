namespace VideoIndex.Accuracy.Logos.Drawing;

/// <summary>A map of the plane that keeps lines straight: a homography, row by row.</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F, double G, double H, double I)
{
    public static Matrix One { get; } = new(1, 0, 0, 0, 1, 0, 0, 0, 1);

    public static Matrix Move(double x, double y) => new(1, 0, x, 0, 1, y, 0, 0, 1);

    public static Matrix Scale(double x, double y) => new(x, 0, 0, 0, y, 0, 0, 0, 1);

    public static Matrix Turn(double radians) => new(Math.Cos(radians), -Math.Sin(radians), 0, Math.Sin(radians), Math.Cos(radians), 0, 0, 0, 1);

    /// <summary>Returns the map that does the other first and then this.</summary>
    public static Matrix operator *(Matrix m, Matrix n) => new(
        m.A * n.A + m.B * n.D + m.C * n.G, m.A * n.B + m.B * n.E + m.C * n.H, m.A * n.C + m.B * n.F + m.C * n.I,
        m.D * n.A + m.E * n.D + m.F * n.G, m.D * n.B + m.E * n.E + m.F * n.H, m.D * n.C + m.E * n.F + m.F * n.I,
        m.G * n.A + m.H * n.D + m.I * n.G, m.G * n.B + m.H * n.E + m.I * n.H, m.G * n.C + m.H * n.F + m.I * n.I);

    /// <summary>Returns the way back, but for a factor.</summary>
    public Matrix Back() => new(
        E * I - F * H, C * H - B * I, B * F - C * E,
        F * G - D * I, A * I - C * G, C * D - A * F,
        D * H - E * G, B * G - A * H, A * E - B * D);

    public (double X, double Y) At(double x, double y)
    {
        var w = G * x + H * y + I;
        return ((A * x + B * y + C) / w, (D * x + E * y + F) / w);
    }

    /// <summary>Returns how many times as large an area becomes at a point.</summary>
    public double Growth(double x, double y)
    {
        const double Step = 0.5;
        var (from, along, down) = (At(x, y), At(x + Step, y), At(x, y + Step));
        return Math.Abs((along.X - from.X) * (down.Y - from.Y) - (along.Y - from.Y) * (down.X - from.X)) / (Step * Step);
    }

    /// <summary>Returns how a flat thing before a camera looks: turned by yaw, pitch and roll, its middle in the middle of its picture, four times its longer side away.</summary>
    public static Matrix Posed(double width, double height, double yaw, double pitch, double roll)
    {
        var (cy, sy, cp, sp) = (Math.Cos(yaw), Math.Sin(yaw), Math.Cos(pitch), Math.Sin(pitch));
        var away = Math.Max(width, height) * 4;
        // The columns of Rx * Ry for x and y, then the projection.
        var flat = new Matrix(cy, 0, 0, sp * sy, cp, 0, -cp * sy / away, sp / away, 1);
        return Turn(roll) * flat * Move(-width / 2, -height / 2);
    }
}
