using VideoIndex.Accuracy.Footage;

namespace VideoIndex.Accuracy.Scenes;

/// <summary>What one part of the truth is drawn from. The parts share no seed, no generated source and few settings.</summary>
internal sealed record Family(string Name, int FirstSeed)
{
    public required double RoughnessFrom { get; init; }

    public required double RoughnessTo { get; init; }

    public required double Liveliness { get; init; }

    public required int MostThings { get; init; }

    public required (int Least, int Most) DissolveFrames { get; init; }

    public required (int Least, int Most) FlashStrength { get; init; }

    /// <summary>Gets how far a fast pan goes in one frame of 25 a second, in parts of the picture's width.</summary>
    public required (double Least, double Most) PanPerFrame { get; init; }

    /// <summary>Gets the sizes that soft footage comes from before it is blown up.</summary>
    public required IReadOnlyList<string> SoftSizes { get; init; }

    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Gets the ways a new picture may take the screen; some are in one part only.</summary>
    public required IReadOnlyList<WipeShape> WipeShapes { get; init; }

    /// <summary>Thresholds may be chosen by looking at these.</summary>
    public static Family Tune { get; } = new("tune", 1_000)
    {
        RoughnessFrom = 0.45,
        RoughnessTo = 0.8,
        Liveliness = 1,
        MostThings = 12,
        DissolveFrames = (8, 36),
        FlashStrength = (60, 220),
        WipeShapes = [WipeShape.Right, WipeShape.Left, WipeShape.Down, WipeShape.Up, WipeShape.Falling, WipeShape.IrisOut, WipeShape.Doors],
        PanPerFrame = (0.01, 0.06),
        SoftSizes = ["320:180", "192:108"],
        Sources =
        [
            "testsrc2=size=480x270:rate=25", "life=size=480x270:rate=25:mold=10:ratio=0.1:death_color=#303030",
            "gradients=size=480x270:rate=25:seed=5:speed=0.02", "color=gray:size=480x270:rate=25,noise=alls=40:allf=t",
        ],
    };

    /// <summary>The reported numbers come from these.</summary>
    public static Family Report { get; } = new("report", 500_000)
    {
        RoughnessFrom = 0.35,
        RoughnessTo = 0.72,
        Liveliness = 1.25,
        MostThings = 20,
        DissolveFrames = (6, 50),
        FlashStrength = (40, 255),
        WipeShapes = [WipeShape.Right, WipeShape.Left, WipeShape.Down, WipeShape.Up, WipeShape.Rising, WipeShape.IrisOut, WipeShape.IrisIn, WipeShape.Clock],
        PanPerFrame = (0.008, 0.055),
        SoftSizes = ["240:134", "160:90"],
        Sources =
        [
            "mandelbrot=size=480x270:rate=25", "cellauto=size=480x270:rate=25:rule=110",
            "smptehdbars=size=480x270:rate=25,noise=alls=25:allf=t", "testsrc=size=480x270:rate=25",
        ],
    };
}
