namespace VideoIndex.Accuracy.Text.Planting;

/// <summary>What one part of the truth is drawn from: its seeds and what stands behind the words. Flat and smooth ground is in both.</summary>
internal sealed record TextPart(string Name, int FirstSeed, IReadOnlyList<string> Backdrops)
{
    /// <summary>Weights and thresholds may be chosen by looking at these.</summary>
    public static TextPart Tune { get; } = new("tune", 40_000, ["smooth", "leaves", "grass", "bricks", "place", "stones", "fence", "noise", "tiles", "lattice", "blobs"]);

    /// <summary>The reported numbers come from these.</summary>
    public static TextPart Report { get; } = new("report", 90_000, ["smooth", "shards", "reeds", "windows", "pitch", "crowd", "net", "water", "boughs"]);
}
