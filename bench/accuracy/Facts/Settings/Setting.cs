using VideoIndex.Accuracy.Scenes;

namespace VideoIndex.Accuracy.Facts.Settings;

/// <summary>A place with its colours, that several cameras film.</summary>
/// <param name="World">What is there.</param>
/// <param name="U">The blue difference that each luma has there.</param>
/// <param name="V">The red difference that each luma has there.</param>
/// <param name="Light">How much light there is.</param>
internal sealed record Setting(World World, byte[] U, byte[] V, double Light)
{
    /// <summary>Gets where the middle of the place is.</summary>
    public (double X, double Y) At { get; init; }

    public static Setting Any(Random random, Family family)
    {
        var world = random.Next(3) switch
        {
            0 => World.Nature(random, family.RoughnessTo),
            1 => World.Room(random),
            _ => World.Built(random, family.RoughnessFrom),
        };
        var (u, v) = (new byte[256], new byte[256]);
        var bands = Enumerable.Range(0, random.Next(2, 5)).Select(_ => (U: random.Next(104, 152), V: random.Next(106, 150))).ToList();
        for (var luma = 0; luma < 256; luma++)
        {
            var (band, part) = (luma * (bands.Count - 1) / 256, luma * (bands.Count - 1) % 256);
            u[luma] = (byte)(bands[band].U + (bands[band + 1].U - bands[band].U) * part / 256);
            v[luma] = (byte)(bands[band].V + (bands[band + 1].V - bands[band].V) * part / 256);
        }

        return new Setting(world, u, v, 0.55 + random.NextDouble() * 0.45) { At = (random.Next(World.Size), random.Next(World.Size)) };
    }
}

/// <summary>Someone in the picture.</summary>
/// <param name="Clothes">Luma and chroma of what they wear.</param>
/// <param name="Skin">Luma of their face.</param>
/// <param name="Across">Where they stand, 0 left to 1 right.</param>
/// <param name="Size">How large they are; 1 fills most of the height.</param>
internal sealed record Person((byte Y, byte U, byte V) Clothes, byte Skin, double Across, double Size)
{
    public static Person Any(Random random) => new(
        ((byte)random.Next(30, 220), (byte)random.Next(90, 166), (byte)random.Next(90, 166)), (byte)random.Next(80, 190),
        0.25 + random.NextDouble() * 0.5, 0.5 + random.NextDouble() * 0.8);
}

/// <summary>A shot: a setting, from where, and who is in it.</summary>
/// <param name="Setting">The place.</param>
/// <param name="X">Where the camera points, in pixels of its world.</param>
/// <param name="Y">Likewise, downwards.</param>
/// <param name="Scale">World pixels for one of the picture.</param>
/// <param name="Drift">How fast it pans, in world pixels a second.</param>
/// <param name="People">Who is in it.</param>
internal sealed record Framing(Setting Setting, double X, double Y, double Scale, double Drift, IReadOnlyList<Person> People)
{
    public static Framing Any(Random random, Setting setting, IReadOnlyList<Person> people) => new(
        setting, setting.At.X + random.Next(-260, 261), setting.At.Y + random.Next(-140, 141), 0.5 + random.NextDouble() * 0.8,
        random.Next(3) == 0 ? random.Next(-40, 41) : 0, people);
}

/// <summary>A scene of a clip: its shots, each with its frames.</summary>
/// <param name="Kind">What kind of scene it is.</param>
/// <param name="Shots">Its shots.</param>
internal sealed record PlannedScene(string Kind, IReadOnlyList<(Framing Framing, int Frames)> Shots);
